/** What is measured: a repository with a roadmap. */
export interface Tree {
  /** For people. */
  readonly name: string;
  /** Of the work tree; absolute. */
  readonly folder: string;
  /** Absolute path of a roadmap outside of the tree; undefined: it holds one at a usual place. */
  readonly roadmap: string | undefined;
  /** Prefix of its IDs. */
  readonly key: string;
}
