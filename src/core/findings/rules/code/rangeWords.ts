import { t } from '../../../words/t';
import type { CodeHistoryRange } from '../../../codeHistory/codeHistory';
import { type Day, formatDayShort } from '../../../model/calendar';
import { count } from '../../wording';

/** On what numbers rest: `of 315 linked commits since 3 Mar 2025`, `of the newest 10,000 linked commits …`. */
export function ofLinkedCommits({ known, linked, from }: CodeHistoryRange, today: Day): string {
  const commits = count(known, 'linked commit');
  const of = known < linked ? t('of the newest {0}', commits) : t('of {0}', commits);
  return from === undefined ? of : t('{0} since {1}', of, formatDayShort(from, today));
}
