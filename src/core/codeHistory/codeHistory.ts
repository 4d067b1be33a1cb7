import type { Day } from '../model/calendar';

/** What one commit did to one file. Binary files count no lines. */
export interface FileChange {
  /** As it is called after the commit, relative to the folder that is open. */
  readonly path: string;
  /** Set where the commit renamed it. */
  readonly formerPath?: string;
  /** In lines. */
  readonly added: number;
  readonly deleted: number;
}

/** On what the numbers rest: only linked commits are looked at, and those not at once. */
export interface CodeHistoryRange {
  /** Commits whose files are known, and of how many that are linked. */
  readonly known: number;
  readonly linked: number;
  /** The days of the oldest and newest known one; undefined: none is known. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** What the linked commits changed. Immutable; more commits make a new one. */
export interface CodeHistory {
  readonly range: CodeHistoryRange;
  /** undefined: not known, or not yet. Empty: it changed nothing in this folder. */
  changesOf(sha: string): readonly FileChange[] | undefined;
}
