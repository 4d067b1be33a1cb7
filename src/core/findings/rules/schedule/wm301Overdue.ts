import { t } from '../../../words/t';
import { formatDayShort } from '../../../model/calendar';
import { categoryOf } from '../../../planning/progress';
import type { Rule } from '../../rule';
import { count, nameOf } from '../../wording';
import { stateWord } from '../../../words/names';
import { translatable } from '../../../words/translatable';

export const overdue: Rule = {
  code: 'WM301',
  name: 'overdue',
  title: translatable('Overdue'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'], having: ['due'] },
  documentation: {
    what: 'The `due` date of an item has passed and the item is not finished. The due day itself still counts; of a month or quarter, its last day. Silent for what has neither an ID nor a status: a date behind the words of a heading says when they were written as often as when something ends.',
    why: translatable('The plan promises something that is no longer possible.'),
    example: '`due: 2026-08-28`, *in progress*, on 31 August.',
    answer: 'Set the status or the date to what is true.',
  },
  check(item, _evidence, { plan, today }) {
    const isHeading = item.derivedId && !item.status;
    if (item.due && item.due.last < today && !isHeading) {
      const late = count(today - item.due.last, 'day');
      return {
        message: t(
          '{0} was due on {1}, {2} ago, and is still {3}.',
          nameOf(item),
          formatDayShort(item.due.last, today),
          late,
          stateWord(categoryOf(item, plan)),
        ),
        place: { path: item.path, span: item.due.span },
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};
