import { readCommit } from '../core/commits/readCommit';
import type { IdFinder } from '../core/ids/idFinder';
import type { Commit } from '../core/model/commit';
import type { GitStatus } from '../core/report/readingStatus';
import type { Trace } from '../core/trace/trace';
import { isAncestor, readHistory } from './git/readHistory';
import { type Head, readHead } from './git/readHead';
import { openRepository, type Repository } from './git/repository';
import { watchRepository } from './git/watchRepository';

const NO_HEAD: Head = { sha: null, branch: null };

/** Keeps the commits of a trace up to date with the repository of a folder. Without git it says why and does nothing. */
export class History {
  private repository: Repository | undefined;
  private unavailable: string;
  private current: Head = NO_HEAD;
  /** The commit up to which the trace holds everything; undefined: nothing was read. */
  private readUpTo: string | undefined;
  private linkedCount = 0;
  private watcher: { dispose(): void } | undefined;

  /** @param gitAllowed false: no process is started, since the folder is not trusted or nobody wants history */
  constructor(
    private readonly folder: string,
    private readonly gitAllowed: boolean,
    private readonly trace: Trace,
    reasonNotAllowed: string,
  ) {
    this.unavailable = reasonNotAllowed;
  }

  get head(): Head {
    return this.current;
  }

  /** True when every commit of the branch is known; false without git, in a shallow clone, and before the first reading. */
  get isComplete(): boolean {
    return this.readUpTo !== undefined && this.repository?.shallow === false;
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

  /** Finds the repository; when there is none, {@link status} says so in a sentence. Safe to call again after `git init`. */
  async open(): Promise<void> {
    if (!this.gitAllowed || this.repository) {
      return;
    }
    const opened = await openRepository(this.folder);
    if ('unavailable' in opened) {
      this.unavailable = opened.unavailable;
    } else {
      this.repository = opened;
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
    const from =
      !again && this.readUpTo && (await this.movedForward(this.readUpTo, head.sha)) ? this.readUpTo : undefined;
    const linked: Commit[] = [];
    let count = 0;
    await readHistory(this.repository, {
      ...(from === undefined ? {} : { from }),
      to: head.sha,
      signal,
      onCommits: (batch) => {
        count += batch.length;
        for (const raw of batch) {
          const commit = readCommit(raw, finder);
          if (commit) {
            linked.push(commit);
          }
        }
      },
    });
    signal.throwIfAborted();
    if (from === undefined) {
      this.replaceAll(linked, count, head.sha);
    } else {
      this.append(linked, count, head.sha);
    }
  }

  dispose(): void {
    this.watcher?.dispose();
  }

  private async movedForward(from: string, to: string): Promise<boolean> {
    return this.repository !== undefined && (await isAncestor(this.repository, from, to));
  }

  private replaceAll(linked: readonly Commit[], count: number, head: string | undefined): void {
    this.trace.clearCommits();
    this.linkedCount = 0;
    this.append(linked, count, head);
  }

  private append(linked: readonly Commit[], count: number, head: string | undefined): void {
    this.trace.addNewerCommits(linked, count);
    this.linkedCount += linked.length;
    this.readUpTo = head;
  }
}
