import { t } from '../../../words/t';
import type { Item, Suppression } from '../../../model/roadmap';
import { formatDayShort, type Day } from '../../../model/calendar';
import { isExpired } from '../../suppression';
import type { Draft, Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const unsoundSuppression: Rule = {
  code: 'WM110',
  name: 'unsound-suppression',
  title: translatable('Suppression without reason, expired or idle'),
  severity: 'information',
  scope: 'item',
  concerns: { having: ['ignore'] },
  documentation: {
    what: 'An `ignore` entry of the roadmap gives no `reason`, or its `until` has passed. An expired one has no effect any more; its last day still counts. The same of a comment `waymark-ignore WM203: reason`, which is also pointed out where it names no rule that there is, and where nothing is found that it could ignore.',
    why: translatable('A finding that is ignored without a reason cannot be judged by anyone who comes later.'),
    example: '`ignore: [{ rule: WM203, reason: Waits for the partner, until: 2026-08-31 }]` in September.',
    answer: 'Add the reason, set a later date, or remove the entry.',
  },
  check: (item, _evidence, { today }) => unsound(item, today),
  *checkOthers({ goals, releases, risks }, { today }) {
    for (const item of [...goals, ...releases, ...risks]) {
      yield* unsound(item, today);
    }
  },
};

function* unsound(item: Item, today: Day): Iterable<Draft> {
  for (const suppression of item.ignore) {
    const fault = faultOf(suppression, today);
    if (fault !== undefined) {
      yield {
        message: t('{0} ignores {1} {2}.', nameOf(item), suppression.rule, fault),
        place: { path: item.path, span: suppression.span },
        item: item.id,
        related: [],
      };
    }
  }
}

function faultOf(suppression: Suppression, today: Day): string | undefined {
  if (suppression.until && isExpired(suppression, today)) {
    return t('until {0}, which has passed', formatDayShort(suppression.until.last, today));
  }
  return suppression.reason?.trim() ? undefined : t('without a reason');
}
