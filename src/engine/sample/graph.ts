import type { SampleCommit } from './history';

/** A commit with its place among the others. */
export interface PlacedCommit extends SampleCommit {
  /** Their ids; the first is the one on its own branch. */
  readonly parents: readonly string[];
  /** The ids of all that happened before it on any of its ways back, and its own. */
  readonly past: ReadonlySet<string>;
}

const MAIN = 'main';

/** Places the commits, which stand in the order of time: a new branch starts at main's tip of that moment. */
export function placed(history: readonly SampleCommit[]): readonly PlacedCommit[] {
  const tips = new Map<string, string>();
  const byId = new Map<string, PlacedCommit>();
  for (const commit of history) {
    const branch = commit.branch ?? MAIN;
    const parents = [tips.get(branch) ?? tips.get(MAIN), commit.merges].filter((id) => id !== undefined);
    const past = new Set([commit.id, ...parents.flatMap((id) => [...(byId.get(id)?.past ?? [])])]);
    byId.set(commit.id, { ...commit, parents, past });
    tips.set(branch, commit.id);
  }
  return [...byId.values()];
}

/** The last commit of a branch; without a name, of main. */
export function tipOf(commits: readonly PlacedCommit[], branch?: string): PlacedCommit {
  const tip = commits.findLast((commit) => commit.branch === branch);
  if (!tip) throw new Error(`The sample has no branch "${branch ?? MAIN}".`);
  return tip;
}
