import type { Mention } from '../model/marks';

/** The index of the first of ascending values that is not below `least`; their number where all are. */
export function firstFrom<T>(values: readonly T[], least: number, read: (value: T) => number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && read(value) < least) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Those of the ascending mentions that lie between two offsets. */
export function mentionsWithin(mentions: readonly Mention[], start: number, end: number): readonly Mention[] {
  const first = firstFrom(mentions, start, ({ span }) => span.start);
  let last = first;
  while (last < mentions.length && (mentions[last]?.span.end ?? 0) <= end) {
    last++;
  }
  return mentions.slice(first, last);
}
