import { t } from '../words/t';
import { type Day, dayOfTimestamp, formatDayShort } from '../model/calendar';
import type { LinkedCommit } from '../trace/evidence';

/** undefined: neither is known. */
export function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

/** ` on 3 Aug`, or nothing when the commit's date cannot be read. */
export function onDay({ commit }: Pick<LinkedCommit, 'commit'>, today: Day): string {
  const day = dayOfTimestamp(commit.date);
  return day === undefined ? '' : ` ${t('on {0}', formatDayShort(day, today))}`;
}
