import type { CodeHistoryRange } from '../../../codeHistory/codeHistory';
import { type Day, formatDayShort } from '../../../model/calendar';
import { count } from '../../wording';

/** On what numbers rest: `of 315 linked commits since 3 Mar 2025`, `of the newest 10,000 linked commits …`. */
export function ofLinkedCommits({ known, linked, from }: CodeHistoryRange, today: Day): string {
  const since = from === undefined ? '' : ` since ${formatDayShort(from, today)}`;
  return `of ${known < linked ? 'the newest ' : ''}${count(known, 'linked commit')}${since}`;
}
