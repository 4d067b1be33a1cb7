/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface RandomNumbers {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number from 0 up to, but not, the limit. */
  below(limit: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
  /** True in this share of cases. */
  chance(share: number): boolean;
}

export function randomNumbers(seed: number): RandomNumbers {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    chance: (share) => next() < share,
  };
}
