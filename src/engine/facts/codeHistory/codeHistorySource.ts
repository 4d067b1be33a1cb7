import { setImmediate } from 'node:timers/promises';
import { type CodeHistory, CodeHistoryBuilder, type CommitStatistics } from '../../../core/codeHistory/codeHistory';
import type { Commit } from '../../../core/model/commit';
import type { FolderCache } from '../../cache/folderCache';
import { readChanges } from '../../git/readChanges';
import type { Repository } from '../../git/repository';
import { readOrEmpty } from '../../git/smallFiles';
import { inSlices } from '../../inSlices';
import type { FactSource, FactWorld } from '../factSource';
import { linkedCommits } from '../linkedCommits';
import { fileKnowledge } from './fileKnowledge';

/** Of more linked commits only the newest are ever looked at: what is older says little of the code of today. */
const MOST_COMMITS = 5_000;

/** How many commits one call of git reads, which takes it some milliseconds for each. */
interface Slices {
  /** The first call is shorter, so that something is known soon. */
  readonly first: number;
  readonly others: number;
}

const SLICES: Slices = { first: 50, others: 300 };

/** Commits that git cannot read in time are given up one by one; after so many of a run, all the rest of it. */
const MOST_FAILURES = 3;

/**
 * Reads what linked commits changed, the newest first and in slices. What is known of a commit stays true for ever, so it is
 * asked once, and kept by its hash.
 *
 * @implements WAY-30
 */
export class CodeHistorySource implements FactSource<'codeHistory'> {
  readonly name = 'codeHistory';
  private readonly known = new Map<string, CommitStatistics>();
  private readonly failed = new Set<string>();
  /** Why a commit could not be read. */
  private failure: string | undefined;
  private cache: FolderCache | undefined;
  /** What is kept was read for: another folder of the repository has other files. */
  private keptFor: string | undefined;
  private isSaved = true;
  private current: { readonly madeOf: readonly unknown[]; readonly history: CodeHistory } | undefined;

  constructor(private readonly slices = SLICES) {}

  async follow(world: FactWorld, tell: (fact: CodeHistory | undefined) => void, signal: AbortSignal): Promise<void> {
    const { repository, cache, trace } = world;
    if (!repository) {
      tell(undefined);
      return;
    }
    await this.restore(repository, cache);
    const linked = await linkedCommits(trace, signal);
    const wanted = linked.slice(0, MOST_COMMITS);
    const border = new Set(readOrEmpty(`${repository.commonDir}/shallow`).split('\n'));
    const missing = wanted.filter(({ sha }) => !this.known.has(sha) && !this.failed.has(sha) && !border.has(sha));
    let told = this.known.size;
    await this.read(missing, repository, signal, async () => {
      // Each telling costs a pass over all, so there must not be the more of them, the more commits.
      if (this.known.size >= told * 2) {
        told = this.known.size;
        tell(await this.historyOf(world, wanted, linked.length, true, signal));
      }
    });
    tell(await this.historyOf(world, wanted, linked.length, false, signal));
  }

  get notes(): readonly string[] {
    return this.failure === undefined ? [] : [this.failure];
  }

  async save(): Promise<void> {
    if (this.cache && this.keptFor !== undefined && !this.isSaved) {
      this.isSaved = true;
      try {
        await this.cache.saveChanges(this.keptFor, this.known);
      } catch (error) {
        this.isSaved = false;
        throw error;
      }
    }
  }

  private async restore({ prefix }: Repository, cache: FolderCache | undefined): Promise<void> {
    if (this.keptFor === prefix) {
      return;
    }
    this.known.clear();
    this.failed.clear();
    this.failure = undefined;
    this.current = undefined;
    this.cache = cache;
    for (const [sha, statistics] of (await cache?.restoreChanges(prefix)) ?? []) {
      this.known.set(sha, statistics);
    }
    this.keptFor = prefix;
    this.isSaved = true;
  }

  private async read(
    missing: readonly Commit[],
    repository: Repository,
    signal: AbortSignal,
    afterSlice: () => Promise<void>,
  ): Promise<void> {
    let failures = 0;
    let size = this.slices.first;
    for (let at = 0; at < missing.length && failures < MOST_FAILURES; ) {
      const shas = missing.slice(at, at + size).map(({ sha }) => sha);
      let read = 0;
      const failure = await readChanges(repository, {
        shas,
        signal,
        onCommit: (sha, statistics) => {
          this.known.set(sha, statistics);
          this.isSaved = false;
          read++;
        },
      });
      at += read;
      if (failure === undefined) {
        size = this.slices.others;
      } else if (shas.length > 1) {
        // Which of them it was is told by asking for the next one alone.
        size = 1;
      } else {
        this.failure = failure;
        this.failed.add(shas[0] ?? '');
        at++;
        failures++;
      }
      await setImmediate();
      await afterSlice();
    }
  }

  /** The same object as before where nothing is another. */
  private async historyOf(
    world: FactWorld,
    wanted: readonly Commit[],
    linked: number,
    isUnderWay: boolean,
    signal: AbortSignal,
  ): Promise<CodeHistory> {
    const commits = wanted.filter(({ sha }) => this.known.has(sha));
    const roadmaps = world.trace.plan.roadmaps.map(({ path }) => path);
    const madeOf = [world.head.sha, isUnderWay, linked, ...roadmaps, ...commits];
    if (this.current && isSameList(this.current.madeOf, madeOf)) {
      return this.current.history;
    }
    const builder = new CodeHistoryBuilder(fileKnowledge(world.folder, new Set(roadmaps)));
    await inSlices(
      commits,
      (commit) => {
        const statistics = this.known.get(commit.sha);
        if (statistics) {
          builder.add(commit, statistics);
        }
      },
      { signal },
    );
    const history = builder.build(linked, isUnderWay);
    this.current = { madeOf, history };
    return history;
  }
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
