import { t } from '../../../words/t';
import { habitsOf } from '../../../planning/habits';
import { isNearTerm, nearTermSentence } from '../../../planning/nearTerm';
import { headlinePlace } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 30,
  unit: translatable('days'),
  description: 'So far ahead is the near term.',
};

export const nearTermWithoutEstimate: Rule = {
  code: 'WM402',
  name: 'near-term-without-estimate',
  title: translatable('Near-term story without estimate'),
  severity: 'hint',
  scope: 'item',
  concerns: { kinds: ['story'], having: ['ownId'], lacking: ['estimate'] },
  settings: [DAYS],
  documentation: {
    what: 'A story is *active*, overdue or due soon, itself or with its release, and neither it nor any of its tasks has an `estimate`. Silent where fewer than one story in four has one, and for stories without an ID of their own: a line of words has no place for it.',
    why: translatable('Capacity and forecasts count it as nothing, or guess.'),
    example: 'PAY-14 is due in two weeks; all other stories of the release have points.',
    answer: 'Estimate it.',
  },
  check(item, _evidence, { plan, today, setting }) {
    const isEstimated = plan.childrenOf(item).some(({ estimate }) => estimate);
    if (habitsOf(plan).estimates && !isEstimated && isNearTerm(item, plan, today + setting(DAYS))) {
      return {
        message: t('{0}, but has no estimate.', nearTermSentence(nameOf(item), item, plan, today)),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};
