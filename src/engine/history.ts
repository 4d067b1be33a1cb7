import { statSync } from 'node:fs';
import path from 'node:path';
import { readCommit } from '../core/commits/readCommit';
import type { IdFinder } from '../core/ids/idFinder';
import type { Commit } from '../core/model/commit';
import type { GitStatus } from '../core/report/readingStatus';
import type { Trace } from '../core/trace/trace';
import { isAncestor, type RawCommit, readHistory } from './git/readHistory';
import { type Head, readHead } from './git/readHead';
import { openRepository, type Repository } from './git/repository';
import { type RepositoryWatcher, watchRepository } from './git/watchRepository';

const NO_HEAD: Head = { sha: null, branch: null };

interface Reading {
  /** Newest first. */
  readonly linked: readonly Commit[];
  /** Of all commits that were read. */
  readonly count: number;
  /** What the oldest one follows; undefined when the commits are not one chain. */
  readonly oldestParent: string | undefined;
  /** Why there may be more, in one sentence. */
  readonly incomplete: string | undefined;
}

/** Keeps the commits of a trace up to date with the repository of a folder. Without git it says why and does nothing. */
export class History {
  private repository: Repository | undefined;
  private unavailable: string;
  private current: Head = NO_HEAD;
  /** Changes when another part of a cut-off history is there; undefined: it is not cut off. */
  private shallowBorder: string | undefined;
  /** The commit up to which the trace holds everything; undefined: nothing was read. */
  private readUpTo: string | undefined;
  private linkedCount = 0;
  private watcher: RepositoryWatcher | undefined;
  /** Why the last reading ended before its end, in one sentence. */
  private incomplete: string | undefined;

  /**
   * @param gitAllowed false: no process is started, since the folder is not trusted or nobody wants history
   * @param initiallyUnavailable why there is no history before anything was read
   */
  constructor(
    private readonly folder: string,
    private readonly gitAllowed: boolean,
    private readonly trace: Trace,
    private readonly initiallyUnavailable: string,
  ) {
    this.unavailable = initiallyUnavailable;
  }

  get head(): Head {
    return this.current;
  }

  /** True when every commit of the branch is known; false without git, in a shallow clone, and before the first reading. */
  get isComplete(): boolean {
    return this.readUpTo !== undefined && this.incomplete === undefined && this.repository?.shallow === false;
  }

  /** What a person should know beside the status, one sentence each. */
  get notes(): string[] {
    return [this.incomplete, this.watcher?.note].filter((note) => note !== undefined);
  }

  get openedRepository(): Repository | undefined {
    return this.repository;
  }

  get status(): GitStatus {
    if (!this.repository) {
      return { available: false, reason: this.unavailable };
    }
    return {
      available: true,
      version: this.repository.version,
      head: this.current.sha,
      branch: this.current.branch,
      commits: this.trace.commitCount,
      linkedCommits: this.linkedCount,
      shallow: this.repository.shallow,
    };
  }

  /**
   * Finds the repository; when there is none, {@link status} says so in a sentence.
   * @param again true: as if none were known, since it may be gone, another one, or no longer shallow
   */
  async open(again: boolean): Promise<void> {
    if (!this.gitAllowed || (this.repository && !again)) {
      return;
    }
    this.close();
    const opened = await openRepository(this.folder);
    if ('unavailable' in opened) {
      this.unavailable = opened.unavailable;
    } else {
      this.repository = opened;
      this.shallowBorder = borderOf(opened);
    }
  }

  /** Calls back after anything that may have moved HEAD. Ends with {@link dispose}. */
  watch(onChange: () => void): void {
    if (this.repository && !this.watcher) {
      this.watcher = watchRepository(this.repository, onChange);
    }
  }

  /**
   * Reads the commits that the trace lacks: only the new ones where HEAD moved forward, all where it did not.
   * @param again true: IDs are other ones, so every message must be read again
   */
  async follow(finder: IdFinder, again: boolean, signal: AbortSignal): Promise<void> {
    if (!this.repository) {
      this.current = NO_HEAD;
      this.replaceAll([], 0, undefined);
      return;
    }
    if (this.shallowBorder !== borderOf(this.repository)) {
      // More of a cut-off history was fetched.
      await this.open(true);
      await this.follow(finder, true, signal);
      return;
    }
    const head = await readHead(this.repository);
    this.current = head;
    if (head.sha === null) {
      this.replaceAll([], 0, undefined);
      return;
    }
    if (head.sha === this.readUpTo && !again) {
      return;
    }
    const known = this.readUpTo;
    const from = !again && known && (await isAncestor(this.repository, known, head.sha)) ? known : undefined;
    const read = await this.read(this.repository, from, head.sha, finder, signal);
    this.incomplete = read.incomplete;
    if (from === undefined) {
      this.replaceAll(read.linked, read.count, head.sha);
    } else if (read.oldestParent === from) {
      this.append(read.linked, read.count, head.sha);
    } else {
      // A merge: its commits belong between those that are known.
      await this.follow(finder, true, signal);
    }
  }

  /** Forgets everything, as if nothing had been asked yet. */
  forget(): void {
    this.close();
    this.unavailable = this.initiallyUnavailable;
    this.current = NO_HEAD;
    this.replaceAll([], 0, undefined);
  }

  dispose(): void {
    this.watcher?.dispose();
  }

  private close(): void {
    this.watcher?.dispose();
    this.watcher = undefined;
    this.repository = undefined;
  }

  private async read(
    repository: Repository,
    from: string | undefined,
    to: string,
    finder: IdFinder,
    signal: AbortSignal,
  ): Promise<Reading> {
    const linked: Commit[] = [];
    let count = 0;
    let oldestParent: string | undefined = to;
    const note = (raw: RawCommit): void => {
      count++;
      oldestParent = raw.sha === oldestParent && raw.parents.length === 1 ? raw.parents[0] : undefined;
      const commit = readCommit(raw, finder);
      if (commit) {
        linked.push(commit);
      }
    };
    const range = from === undefined ? { to } : { from, to };
    const incomplete = await readHistory(repository, { ...range, signal, onCommits: (batch) => batch.forEach(note) });
    signal.throwIfAborted();
    return { linked, count, oldestParent, incomplete };
  }

  private replaceAll(linked: readonly Commit[], count: number, head: string | undefined): void {
    this.trace.clearCommits();
    this.linkedCount = 0;
    this.append(linked, count, head);
  }

  private append(linked: readonly Commit[], count: number, head: string | undefined): void {
    this.trace.addNewerCommits(linked, count);
    this.linkedCount += linked.filter(({ mentions }) => mentions.length > 0).length;
    this.readUpTo = head;
  }
}

function borderOf({ commonDir }: Repository): string | undefined {
  const stat = statSync(path.join(commonDir, 'shallow'), { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs}:${stat.size}`;
}
