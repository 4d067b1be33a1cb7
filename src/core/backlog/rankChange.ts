/** A ranking that a person saw, and the one that they are shown now. Items are told apart by their IDs. */
export interface ShownRanking {
  /** What the moves are counted from; the same object as {@link now} where nothing was seen before. */
  readonly before: readonly string[];
  readonly now: readonly string[];
  /** When `now` was first shown, in milliseconds of any clock. */
  readonly sinceMs: number;
}

/** A ranking that is shown for less is one on the way to another: a number that is being typed. */
export const SEEN_AFTER_MS = 10_000;

/**
 * What a person is shown when they are shown a ranking: moves are counted from the last one that stood long enough to be seen.
 *
 * @param former undefined: nothing was shown yet
 */
export function showRanking(former: ShownRanking | undefined, ranking: readonly string[], nowMs: number): ShownRanking {
  if (!former) {
    return { before: ranking, now: ranking, sinceMs: nowMs };
  }
  if (isSame(former.now, ranking)) {
    return former;
  }
  const wasSeen = nowMs - former.sinceMs >= SEEN_AFTER_MS;
  return { before: wasSeen ? former.now : former.before, now: ranking, sinceMs: nowMs };
}

/** By how many places an item moved up (positive) or down, or that it was not ranked before. */
export type RankMove = number | 'new';

/**
 * What moved, by ID. Places are counted among those that are in both rankings, so that nothing moves up because what stood
 * above it was begun; what kept its place is missing.
 */
export function rankMoves({ before, now }: Pick<ShownRanking, 'before' | 'now'>): ReadonlyMap<string, RankMove> {
  const moves = new Map<string, RankMove>();
  if (before === now) {
    return moves;
  }
  const current = new Set(now);
  const former = new Map<string, number>();
  for (const id of before) {
    if (current.has(id) && !former.has(id)) {
      former.set(id, former.size);
    }
  }
  let place = 0;
  for (const id of current) {
    const was = former.get(id);
    if (was === undefined) {
      moves.set(id, 'new');
    } else {
      if (was !== place) {
        moves.set(id, was - place);
      }
      place += 1;
    }
  }
  return moves;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place]);
}
