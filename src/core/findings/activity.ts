import { type Day, dayOfTimestamp, formatDayShort } from '../model/calendar';
import type { LinkedCommit } from '../trace/evidence';

/** The latest day on which one of the commits was written; undefined: there are none. */
export function lastDay(commits: readonly LinkedCommit[]): Day | undefined {
  let last: Day | undefined;
  for (const { commit } of commits) {
    const day = dayOfTimestamp(commit.date);
    last = day === undefined || (last !== undefined && last >= day) ? last : day;
  }
  return last;
}

/** ` on 3 Aug`, or nothing when the commit's date cannot be read. */
export function onDay({ commit }: Pick<LinkedCommit, 'commit'>, today: Day): string {
  const day = dayOfTimestamp(commit.date);
  return day === undefined ? '' : ` on ${formatDayShort(day, today)}`;
}
