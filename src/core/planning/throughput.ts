import type { Day } from '../model/calendar';

/** A piece of work that was finished. */
export interface Completion {
  readonly day: Day;
  /** undefined: it was not estimated in points. */
  readonly points: number | undefined;
}

/** What was finished, and since when that is known. */
export interface CompletionRecord {
  /** In no order. */
  readonly completions: readonly Completion[];
  /** Nothing is known of the days before this one: that nothing was finished then proves nothing. */
  readonly from: Day;
}

/** How much was finished in each of the last weeks. */
export interface Throughput {
  /** Oldest first; a week in which nothing was finished is a 0. The last one ends today. */
  readonly stories: readonly number[];
  /** The same in points; undefined: something that was finished has none. */
  readonly points: readonly number[] | undefined;
  /** The sum of {@link stories}. */
  readonly finished: number;
}

/**
 * Weekly throughput, which is what forecasts are drawn from: D. Vacanti, "Actionable Agile Metrics for Predictability"
 * (2015).
 *
 * @param weeks so many at most; weeks that began before the record does are left out
 */
export function throughputOf({ completions, from }: CompletionRecord, today: Day, weeks: number): Throughput {
  const known = Math.max(0, Math.min(Math.floor(weeks), Math.floor((today - from + 1) / 7)));
  const stories = Array.from({ length: known }, () => 0);
  const points = Array.from({ length: known }, () => 0);
  let areEstimated = true;
  let finished = 0;
  for (const { day, points: worth } of completions) {
    const week = known - 1 - Math.floor((today - day) / 7);
    if (day <= today && week >= 0) {
      finished += 1;
      stories[week] = (stories[week] ?? 0) + 1;
      points[week] = (points[week] ?? 0) + (worth ?? 0);
      areEstimated &&= worth !== undefined && worth >= 0 && Number.isFinite(worth);
    }
  }
  return { stories, points: areEstimated && finished > 0 ? points : undefined, finished };
}
