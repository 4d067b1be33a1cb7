/**
 * Moments are working days as `workingDays` numbers counts them: `n` is the beginning of day n. Work ends a little
 * before the next may begin, so that the end of a day and the beginning of the next are two moments, and the whole part
 * of each is its day. Work is measured in quarters of a day, which are far longer than that little.
 */
const LITTLE = 1 / 1024;

/** When work can begin at or after this moment. */
export function nextBeginning(moment: number): number {
  return Math.ceil(moment * 4) / 4;
}

/** The last moment before `beginning`, or `beginning` itself where it is such a moment already. */
export function afterWork(beginning: number): number {
  return nextBeginning(beginning) - LITTLE;
}

export function isEndOfWork(moment: number): boolean {
  return nextBeginning(moment) !== moment;
}

/** When work that could begin at `moment` is done; what takes no time is done at once. */
export function endOfWork(moment: number, days: number): number {
  return days === 0 ? moment : afterWork(nextBeginning(moment) + days);
}

/** When work must begin that has to be done at `moment`. */
export function latestBeginning(moment: number, days: number): number {
  return days === 0 ? moment : nextBeginning(moment) - days;
}
