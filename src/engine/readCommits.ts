import { type RawCommit, readCommit } from '../core/commits/readCommit';
import type { IdFinder } from '../core/ids/idFinder';
import type { Commit } from '../core/model/commit';
import { readHistory } from './git/readHistory';
import type { Repository } from './git/repository';

/** What one call of git told. */
export interface Reading {
  /** Newest first. */
  readonly linked: readonly Commit[];
  /** Of all commits that were told. */
  readonly count: number;
  readonly lost: readonly string[];
  /** Each follows the next, and the last one follows what is known: nothing that is known is newer. */
  readonly isChain: boolean;
  /** Two commits that do not follow each other have the same second, so that only git can say which is the newer. */
  readonly isAmbiguous: boolean;
  /** Why there may be more, in one sentence. */
  readonly incomplete: string | undefined;
}

export interface ReadingHow {
  /** Told on the way how many commits were read. */
  readonly onRead?: ((commits: number) => void) | undefined;
  readonly signal: AbortSignal;
}

/**
 * Reads the commits that lead to one, and keeps those that name an item.
 *
 * @param known undefined: the whole history; otherwise only how it differs from the one that leads to this commit
 * @throws the signal's reason when aborted
 */
export async function readCommits(
  repository: Repository,
  known: string | undefined,
  to: string,
  finder: IdFinder,
  { signal, onRead }: ReadingHow,
): Promise<Reading> {
  const linked: Commit[] = [];
  const lost: string[] = [];
  let count = 0;
  let isChain = true;
  let isAmbiguous = false;
  let last: RawCommit | undefined;
  const note = (raw: RawCommit): void => {
    count++;
    const follows = last === undefined || last.parents.includes(raw.sha);
    isChain &&= follows && raw.parents.length === 1;
    isAmbiguous ||= last !== undefined && !follows && raw.committed >= last.committed;
    last = raw;
    const commit = readCommit(raw, finder);
    if (commit) {
      linked.push(commit);
    }
  };
  const incomplete = await readHistory(repository, {
    known,
    to,
    signal,
    onCommits: (batch) => {
      batch.forEach(note);
      onRead?.(count);
    },
    onLost: (batch) => lost.push(...batch),
  });
  signal.throwIfAborted();
  return { linked, count, lost, isChain, isAmbiguous, incomplete };
}
