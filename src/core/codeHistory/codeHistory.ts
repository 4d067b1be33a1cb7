import { dayOfTimestamp, type Day } from '../model/calendar';
import type { Commit } from '../model/commit';
import { RenameTrail } from './renameTrail';

/** What one commit did to one file. Binary files count no lines. */
export interface FileChange {
  /** As it is called today, as far as linked commits renamed it; relative to the folder that is open. */
  readonly path: string;
  /** Set where the commit renamed it: as it was called before. */
  readonly formerPath?: string;
  /** In lines; undefined: not counted, since that costs git ten times as much as the names. */
  readonly added?: number;
  readonly deleted?: number;
}

/** What git tells of one commit, each file as it was called after the commit. */
export interface CommitStatistics {
  readonly changes: readonly FileChange[];
  /** All files that it changed in the folder, also where `changes` names only the first of too many. */
  readonly files: number;
  /** It has several parents; `changes` is then what it brought to the first of them. */
  readonly isMerge: boolean;
}

/** A commit of more files than this says nothing of any of them: a new licence header, a formatter, a move. */
const MOST_FILES = 100;

/** Whether a commit has code in which lines could be counted, and were not. */
export function lacksLineCounts({ changes, files }: CommitStatistics): boolean {
  return files <= MOST_FILES && changes.some(({ added }) => added === undefined);
}

/** The day that the author's own calendar showed. */
export function dayOfCommit({ date, committed }: Commit): Day {
  return dayOfTimestamp(date) ?? Math.floor(committed / 86_400);
}

/** A commit that counts, and what it did to the project's own code. */
export interface ChangedCommit {
  readonly commit: Commit;
  readonly day: Day;
  /** Files of code and tests that are the project's own work. Empty for a commit of too many files. */
  readonly code: readonly FileChange[];
}

/** On what the numbers rest: only linked commits are looked at, and those not at once. */
export interface CodeHistoryRange {
  /** Commits whose files are known, and of how many that are linked. */
  readonly known: number;
  readonly linked: number;
  /** The days of the oldest and newest known one; undefined: none is known. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** More will follow: what rests on shares of all must wait. False also where there are more commits than are ever read. */
  readonly isUnderWay: boolean;
}

/** What the linked commits changed. Immutable; more commits make a new one. */
export interface CodeHistory {
  readonly range: CodeHistoryRange;
  /**
   * Newest first. A merge counts only where nothing else names any of its items: otherwise the commits that it merged tell
   * the same already.
   */
  readonly commits: readonly ChangedCommit[];
  /** One of {@link commits}. */
  find(sha: string): ChangedCommit | undefined;
  /**
   * All files, code or not. undefined: not known, or not yet. Empty: it changed nothing in this folder, or is a merge that
   * does not count.
   */
  changesOf(sha: string): readonly FileChange[] | undefined;
  /** Whether a file that was changed once is still there. */
  isThere(path: string): boolean;
}

/** What is known of files beside what commits say. */
export interface FileKnowledge {
  /** Whether it is the project's own code: neither made by a program nor somebody else's, and no document. */
  isOwnCode(path: string): boolean;
  isThere(path: string): boolean;
}

/** Makes a {@link CodeHistory} of commits that are added one by one, so that others may have their turn in between. */
export class CodeHistoryBuilder {
  private readonly trail = new RenameTrail();
  private readonly changes = new Map<string, readonly FileChange[]>();
  private readonly counted: ChangedCommit[] = [];
  private readonly merges = new Set<ChangedCommit>();
  /** IDs that commits name which are no merges. */
  private readonly named = new Set<string>();
  private from: Day | undefined;
  private to: Day | undefined;

  constructor(private readonly files: FileKnowledge) {}

  /** @param commit older than all that were added before */
  add(commit: Commit, { changes, files, isMerge }: CommitStatistics): void {
    const day = dayOfCommit(commit);
    const followed = this.trail.follow(changes);
    const isBulk = files > MOST_FILES;
    const code = isBulk ? [] : followed.filter(({ path }) => this.files.isOwnCode(path));
    const changed: ChangedCommit = { commit, day, code };
    this.changes.set(commit.sha, followed);
    this.counted.push(changed);
    if (isMerge) {
      this.merges.add(changed);
    } else {
      commit.mentions.forEach(({ id }) => this.named.add(id));
    }
    this.from = this.from === undefined ? day : Math.min(this.from, day);
    this.to = this.to === undefined ? day : Math.max(this.to, day);
  }

  /** @param linked how many commits are linked, known or not */
  build(linked: number, isUnderWay: boolean): CodeHistory {
    const { files, changes, merges, named, from, to } = this;
    const isTold = (merge: ChangedCommit) => merge.commit.mentions.some(({ id }) => named.has(id));
    const commits = this.counted.filter((each) => !merges.has(each) || !isTold(each));
    const bySha = new Map(commits.map((each) => [each.commit.sha, each]));
    const ofAll = new Map(changes);
    merges.forEach((merge) => isTold(merge) && ofAll.set(merge.commit.sha, []));
    return {
      range: { known: changes.size, linked, from, to, isUnderWay },
      commits,
      find: (sha) => bySha.get(sha),
      changesOf: (sha) => ofAll.get(sha),
      isThere: (path) => files.isThere(path),
    };
  }
}
