import { t } from '@vscode/l10n';
import { type Day, dayOfTimestamp, formatDayShort } from '../model/calendar';
import type { LinkedCommit } from '../trace/evidence';

/** The latest day on which one of the commits was written; undefined: there are none. */
export function lastDay(commits: readonly LinkedCommit[]): Day | undefined {
  if (commits.length === 0) {
    return undefined;
  }
  const known = lastDays.get(commits);
  if (known) {
    return known.last;
  }
  let last: Day | undefined;
  for (const { commit } of commits) {
    last = latest(last, dayOfTimestamp(commit.date));
  }
  lastDays.set(commits, { last });
  return last;
}

/** Several rules ask of the commits of one item, again at each keystroke in a file that names it. */
const lastDays = new WeakMap<readonly LinkedCommit[], { readonly last: Day | undefined }>();

/** undefined: neither is known. */
export function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

/** ` on 3 Aug`, or nothing when the commit's date cannot be read. */
export function onDay({ commit }: Pick<LinkedCommit, 'commit'>, today: Day): string {
  const day = dayOfTimestamp(commit.date);
  return day === undefined ? '' : ` ${t('on {0}', formatDayShort(day, today))}`;
}
