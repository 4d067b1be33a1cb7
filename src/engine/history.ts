import type { IdFinder } from '../core/ids/idFinder';
import { vocabularySignature } from '../core/ids/vocabulary';
import type { Commit } from '../core/model/commit';
import type { GitStatus } from '../core/report/readingStatus';
import { mergeNewestFirst } from '../core/trace/newestFirst';
import type { Trace } from '../core/trace/trace';
import type { FolderCache } from './cache/folderCache';
import { inSlices } from './inSlices';
import { historyConditions, shallowBorder } from './git/historyConditions';
import { type Head, readHead } from './git/readHead';
import type { GitOptions } from './git/gitProgram';
import { type Reading, readCommits, type ReadingHow } from './readCommits';
import { versionOf } from './git/gitVersion';
import { openRepository, type Repository } from './git/repository';
import { type RepositoryWatcher, watchRepository } from './git/watchRepository';

const NO_HEAD: Head = { sha: null, branch: null };

/** What is known of a history: all of it up to one commit. */
interface KnownHistory {
  readonly head: string;
  /** Of all commits, linked or not. */
  readonly count: number;
  /** Newest first. */
  readonly linked: readonly Commit[];
}

interface FollowHow extends ReadingHow {
  /** True: what is known counts for nothing. */
  readonly again: boolean;
}

/** What {@link History} works on and with. */
export interface HistoryContext {
  /** Absolute path. */
  readonly folder: string;
  readonly trace: Trace;
  /** False: no process is started, since the folder is not trusted or nobody wants history. */
  readonly gitAllowed: boolean;
  readonly git?: GitOptions | undefined;
  /** undefined: nothing outlives this object. */
  readonly cache?: FolderCache | undefined;
  /** Why there is no history before anything was read, in a sentence. */
  readonly unavailableAtFirst: string;
}

/** Keeps the commits of a trace up to date with the repository of a folder. Without git it says why and does nothing. */
export class History {
  private repository: Repository | undefined;
  private unavailable: string;
  private current: Head = NO_HEAD;
  private shallowBorder = '';
  /** What the trace holds; undefined: nothing was read. */
  private known: KnownHistory | undefined;
  /** What {@link known} was read with and for: another one makes it worthless. */
  private knownFor: string | undefined;
  private isSaved = false;
  /** Of git; undefined: it was not asked yet. */
  private version: string | undefined;
  private watcher: RepositoryWatcher | undefined;
  /** Why the last reading ended before its end, in one sentence. */
  private incomplete: string | undefined;

  constructor(private readonly context: HistoryContext) {
    this.unavailable = context.unavailableAtFirst;
  }

  get head(): Head {
    return this.current;
  }

  /** True when every commit of the branch is known; false without git, in a shallow clone, and before the first reading. */
  get isComplete(): boolean {
    return this.known !== undefined && this.incomplete === undefined && this.repository?.shallow === false;
  }

  /** True when git could not tell the whole of it, which {@link notes} say. */
  get isBroken(): boolean {
    return this.incomplete !== undefined;
  }

  /** What a person should know beside the status, one sentence each. */
  get notes(): string[] {
    return [this.incomplete, this.watcher?.note].filter((note) => note !== undefined);
  }

  get openedRepository(): Repository | undefined {
    return this.repository;
  }

  /** Why there is no repository to read, in a sentence; undefined: there is one. */
  get noRepository(): string | undefined {
    return this.repository ? undefined : this.unavailable;
  }

  get status(): GitStatus {
    if (!this.repository) {
      return { available: false, reason: this.unavailable };
    }
    return {
      available: true,
      version: this.version ?? 'unknown',
      head: this.current.sha,
      branch: this.current.branch,
      commits: this.context.trace.commitCount,
      linkedCommits: this.known?.linked.filter(({ mentions }) => mentions.length > 0).length ?? 0,
      shallow: this.repository.shallow,
      operation: this.current.operation,
    };
  }

  /**
   * Finds the repository; when there is none, {@link status} says so in a sentence.
   * @param again true: as if none were known, since it may be gone, another one, or no longer shallow
   */
  async open(again: boolean): Promise<void> {
    if (!this.context.gitAllowed || (this.repository && !again)) {
      return;
    }
    this.close();
    const opened = await openRepository(this.context.folder, this.context.git);
    if ('unavailable' in opened) {
      this.unavailable = opened.unavailable;
    } else {
      this.repository = opened;
      this.shallowBorder = shallowBorder(opened);
    }
  }

  /** Calls back after anything that may have moved HEAD. Ends with {@link dispose}. */
  watch(onChange: () => void): void {
    if (this.repository && !this.watcher) {
      this.watcher = watchRepository(this.repository, onChange);
    }
  }

  /**
   * Brings the trace to where HEAD is now: reads the commits that it lacks and drops those that are no part of the history
   * any more, so that a commit, a merge, an amendment or another branch cost what they change.
   */
  async follow(finder: IdFinder, how: FollowHow): Promise<void> {
    const { again } = how;
    if (this.repository && this.shallowBorder !== shallowBorder(this.repository)) {
      // More of a cut-off history was fetched.
      await this.open(true);
    }
    this.current = this.repository ? await readHead(this.repository) : NO_HEAD;
    if (!this.repository || this.current.sha === null) {
      this.forgetCommits();
      this.version = this.repository && (await versionOf(this.repository.git));
      return;
    }
    const readFor = JSON.stringify([vocabularySignature(finder.vocabulary), historyConditions(this.repository)]);
    const isFirst = this.knownFor === undefined;
    const isKnown = !again && this.knownFor === readFor;
    this.knownFor = readFor;
    if (isFirst && !again) {
      await this.restore(readFor);
    } else if (!isKnown) {
      this.known = undefined;
    }
    const [version] = await Promise.all([
      this.version ?? versionOf(this.repository.git),
      this.readUpTo(this.current.sha, this.repository, finder, how),
    ]);
    this.version = version;
  }

  private async readUpTo(head: string, repository: Repository, finder: IdFinder, how: FollowHow): Promise<void> {
    if (this.known?.head === head) {
      return;
    }
    const known = this.known;
    const changes = known && (await readCommits(repository, known.head, head, finder, how));
    if (known && changes && this.apply(known, changes, head)) {
      return;
    }
    const { linked, count, incomplete } = await readCommits(repository, undefined, head, finder, how);
    this.incomplete = incomplete;
    await this.takeAll({ head, count, linked: linked.toSorted((a, b) => b.committed - a.committed) });
  }

  /** @returns false when only a reading of the whole history can tell the order of its commits */
  private apply(known: KnownHistory, changes: Reading, head: string): boolean {
    const { linked, count, lost, isChain, isAmbiguous, incomplete } = changes;
    if (incomplete !== undefined) {
      return false;
    }
    const gone = new Set(lost);
    const kept = gone.size === 0 ? known.linked : known.linked.filter(({ sha }) => !gone.has(sha));
    const added = linked.toSorted((a, b) => b.committed - a.committed);
    if (!isChain && added.length > 0 && (isAmbiguous || shareSecond(added, kept))) {
      return false;
    }
    this.context.trace.addCommits(added, count, lost);
    this.known = {
      head,
      count: known.count - lost.length + count,
      linked: mergeNewestFirst(added, kept, (commit) => commit),
    };
    this.isSaved = false;
    return true;
  }

  /** Takes what the cache knows as if it had just been read. */
  private async restore(readFor: string): Promise<void> {
    const restored = await this.context.cache?.restoreHistory(readFor);
    if (restored) {
      const { gitVersion, ...known } = restored;
      await this.takeAll(known);
      this.version = gitVersion;
      this.isSaved = true;
    }
  }

  /**
   * Keeps what is known for the next run.
   *
   * @throws when it cannot be written
   */
  async save(): Promise<void> {
    const { known, knownFor, version } = this;
    const isWhole = known && knownFor !== undefined && version !== undefined && this.incomplete === undefined;
    if (this.context.cache && isWhole && !this.isSaved) {
      await this.context.cache.saveHistory(knownFor, { ...known, gitVersion: version });
      // Another one may have been read meanwhile.
      this.isSaved = this.known === known;
    }
  }

  /** Forgets everything, as if nothing had been asked yet. */
  forget(): void {
    this.close();
    this.unavailable = this.context.unavailableAtFirst;
    this.current = NO_HEAD;
    this.forgetCommits();
  }

  dispose(): void {
    this.watcher?.dispose();
  }

  private close(): void {
    this.watcher?.dispose();
    this.watcher = undefined;
    this.repository = undefined;
    this.version = undefined;
  }

  private forgetCommits(): void {
    this.context.trace.clearCommits();
    this.known = undefined;
    this.incomplete = undefined;
    this.isSaved = false;
  }

  /** Puts a history in the place of what the trace holds, the oldest commits first and in slices. */
  private async takeAll(known: KnownHistory): Promise<void> {
    const { linked, count } = known;
    this.context.trace.clearCommits();
    const size = Math.max(SMALLEST_SLICE, Math.ceil(linked.length / MOST_SLICES));
    const parts: (readonly Commit[])[] = [];
    for (let end = linked.length; end > 0; end -= size) {
      parts.push(linked.slice(Math.max(0, end - size), end));
    }
    await inSlices(parts, (part) => this.context.trace.addCommits(part, 0));
    this.context.trace.addCommits([], count);
    this.known = known;
    this.isSaved = false;
  }
}

const SMALLEST_SLICE = 1_000;

/** A slice with a revert in it looks at all commits before it, so there must not be the more slices, the more commits. */
const MOST_SLICES = 8;

function shareSecond(a: readonly Commit[], b: readonly Commit[]): boolean {
  const seconds = new Set(a.map(({ committed }) => committed));
  return b.some(({ committed }) => seconds.has(committed));
}
