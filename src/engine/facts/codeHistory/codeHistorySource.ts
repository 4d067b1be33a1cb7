import { setImmediate } from 'node:timers/promises';
import { t } from '../../../core/words/t';
import {
  type CodeHistory,
  CodeHistoryBuilder,
  type CommitStatistics,
  lacksLineCounts,
} from '../../../core/codeHistory/codeHistory';
import type { Commit } from '../../../core/model/commit';
import type { FolderCache } from '../../cache/folderCache';
import { readChanges } from '../../git/readChanges';
import type { Repository } from '../../git/repository';
import { readOrEmpty } from '../../git/smallFiles';
import { inSlices } from '../../inSlices';
import type { FactSource, FactWorld } from '../factSource';
import { linkedCommits } from '../linkedCommits';
import { commitsToCount } from './commitsToCount';
import { fileKnowledge } from './fileKnowledge';
import { count as counted, groupDigits } from '../../../core/words/count';

/** Of more linked commits only the newest are ever looked at: what is older says little of the code of today. */
const MOST_COMMITS = 5_000;

/** How many commits one call of git reads, which takes a second or so. */
interface Slices {
  /** The first call is shorter, so that something is known soon. */
  readonly first: number;
  readonly others: number;
  /** Counting lines takes git some milliseconds for each commit; names take a tenth of that. */
  readonly lines: number;
}

const SLICES: Slices = { first: 200, others: 1_000, lines: 100 };

interface SliceRequest {
  readonly count: 'names' | 'lines';
  /** Commits of one call. */
  readonly most: number;
  /** Takes in those that git cannot read. */
  readonly failed: Set<string>;
  readonly signal: AbortSignal;
  readonly afterSlice?: () => Promise<void>;
}

/** Commits that git cannot read in time are given up one by one; after so many of a run, all the rest of it. */
const MOST_FAILURES = 3;

/**
 * Reads what linked commits changed, the newest first and in slices: the names of files, and of the few commits whose size is
 * asked about the lines too. What is known of a commit stays true for ever, so it is asked once, and kept by its hash.
 *
 * @implements WAY-30
 */
export class CodeHistorySource implements FactSource<'codeHistory'> {
  readonly name = 'codeHistory';
  private readonly known = new Map<string, CommitStatistics>();
  private readonly failed = new Set<string>();
  /** Of these, git knows the files and cannot count the lines. */
  private readonly uncountable = new Set<string>();
  /** How often anything became known of a commit, so that one sees whether it did since. */
  private changes = 0;
  private isBroken = false;
  /** Why a commit could not be read. */
  private failure: string | undefined;
  private cache: FolderCache | undefined;
  /** What is kept was read for: another folder of the repository has other files. */
  private keptFor: string | undefined;
  private isSaved = true;
  private current: { readonly madeOf: readonly unknown[]; readonly history: CodeHistory } | undefined;

  constructor(private readonly slices = SLICES) {}

  async follow(world: FactWorld, tell: (fact: CodeHistory | undefined) => void, signal: AbortSignal): Promise<void> {
    const { repository, cache, trace, onProgress } = world;
    this.isBroken = world.isHistoryBroken;
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
    const before = told;
    const words = t('Reading what {0} changed', counted(missing.length, 'commit'));
    if (missing.length > 0) {
      onProgress?.(words);
    }
    await this.readNames(missing, repository, signal, async () => {
      onProgress?.(t('{0}: {1} are read', words, groupDigits(this.known.size - before)));
      // Each telling costs a pass over all, so there must not be the more of them, the more commits.
      if (this.known.size >= told * 2) {
        told = this.known.size;
        tell(await this.historyOf(world, wanted, linked.length, true, signal));
      }
    });
    await this.countLines(world, repository, signal);
    tell(await this.historyOf(world, wanted, linked.length, false, signal));
  }

  get notes(): readonly string[] {
    return this.failure === undefined || this.isBroken ? [] : [this.failure];
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
    this.uncountable.clear();
    this.failure = undefined;
    this.current = undefined;
    this.cache = cache;
    for (const [sha, statistics] of (await cache?.restoreChanges(prefix)) ?? []) {
      this.known.set(sha, statistics);
    }
    this.keptFor = prefix;
    this.isSaved = true;
  }

  private async readNames(
    missing: readonly Commit[],
    repository: Repository,
    signal: AbortSignal,
    afterSlice: () => Promise<void>,
  ): Promise<void> {
    const { first, others } = this.slices;
    const request = { count: 'names', signal, failed: this.failed, afterSlice } as const;
    await this.read(missing.slice(0, first), repository, { ...request, most: first });
    await this.read(missing.slice(first), repository, { ...request, most: others });
  }

  private async countLines(
    { trace, today, linesWithinDays, onProgress }: FactWorld,
    repository: Repository,
    signal: AbortSignal,
  ): Promise<void> {
    const wanted = await commitsToCount(trace, today, linesWithinDays, signal);
    const uncounted = wanted.filter(({ sha }) => {
      const statistics = this.known.get(sha);
      return statistics && lacksLineCounts(statistics) && !this.uncountable.has(sha);
    });
    if (uncounted.length > 0) {
      onProgress?.(t('Counting the lines that {0} changed', counted(uncounted.length, 'commit')));
    }
    const request = { count: 'lines', signal, failed: this.uncountable, most: this.slices.lines } as const;
    await this.read(uncounted, repository, request);
  }

  private async read(
    wanted: readonly Commit[],
    repository: Repository,
    { count, signal, failed, most, afterSlice }: SliceRequest,
  ): Promise<void> {
    let failures = 0;
    let size = most;
    for (let at = 0; at < wanted.length && failures < MOST_FAILURES; ) {
      const shas = wanted.slice(at, at + size).map(({ sha }) => sha);
      const onCommit = (sha: string, statistics: CommitStatistics): void => {
        this.known.set(sha, statistics);
        this.changes++;
        this.isSaved = false;
        at++;
      };
      const failure = await readChanges(repository, { shas, count, signal, onCommit });
      if (failure === undefined) {
        size = most;
      } else if (shas.length > 1) {
        // Which of them it was is told by asking for the next one alone.
        size = 1;
      } else {
        this.failure = failure;
        failed.add(shas[0] ?? '');
        at++;
        failures++;
      }
      await setImmediate();
      await afterSlice?.();
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
    const { roadmapPaths } = world.trace.plan;
    const madeOf = [world.head.sha, isUnderWay, linked, this.changes, ...roadmapPaths, ...commits];
    if (this.current && isSameList(this.current.madeOf, madeOf)) {
      return this.current.history;
    }
    const builder = new CodeHistoryBuilder(fileKnowledge(world.folder, roadmapPaths));
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
