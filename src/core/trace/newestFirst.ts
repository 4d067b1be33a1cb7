import type { Commit } from '../model/commit';

/**
 * Two lists of commits, each newest first, as one. Of the same second, those of `newer` come first.
 *
 * @param commitOf the commit that an element is about
 */
export function mergeNewestFirst<T>(
  newer: readonly T[],
  older: readonly T[],
  commitOf: (element: T) => Pick<Commit, 'committed'>,
): readonly T[] {
  const [lastNewer, firstOlder] = [newer.at(-1), older[0]];
  if (lastNewer === undefined || firstOlder === undefined) {
    return newer.length === 0 ? older : newer;
  }
  if (commitOf(lastNewer).committed >= commitOf(firstOlder).committed) {
    return [...newer, ...older];
  }
  const merged: T[] = [];
  let next = 0;
  for (const element of older) {
    for (; next < newer.length; next++) {
      const candidate = newer[next];
      if (candidate === undefined || commitOf(candidate).committed < commitOf(element).committed) {
        break;
      }
      merged.push(candidate);
    }
    merged.push(element);
  }
  return [...merged, ...newer.slice(next)];
}
