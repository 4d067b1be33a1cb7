import type { Commit, CommitMention } from '../model/commit';
import type { Annotation, FileMarks, Mention, Reference } from '../model/marks';

/** An annotation and the mention that links it. */
export interface LinkedAnnotation {
  readonly file: FileMarks;
  readonly annotation: Annotation;
  readonly mention: Mention;
}

export interface LinkedReference {
  readonly file: FileMarks;
  readonly reference: Reference;
}

export interface LinkedCommit {
  readonly commit: Commit;
  readonly mention: CommitMention;
}

/** Everything in code and history that names one ID or item. */
export interface Evidence {
  /** By path, then by place. */
  readonly annotations: readonly LinkedAnnotation[];
  /** By path, then by place. */
  readonly references: readonly LinkedReference[];
  /** Newest first, reverts and reverted ones included. */
  readonly commits: readonly LinkedCommit[];
}

export const NO_EVIDENCE: Evidence = { annotations: [], references: [], commits: [] };

/** An ID of the roadmap's own keys that no roadmap declares, with all that names it for certain. */
export interface UnknownId {
  readonly id: string;
  readonly evidence: Evidence;
}
