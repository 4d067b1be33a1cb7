import { t } from '../../../words/t';
import { habitsOf } from '../../../planning/habits';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const activeWithoutAcceptance: Rule = {
  code: 'WM406',
  name: 'active-without-acceptance',
  title: translatable('Active story without acceptance criteria'),
  severity: 'hint',
  scope: 'item',
  concerns: { kinds: ['story'], categories: ['active'], lacking: ['acceptance'] },
  documentation: {
    what: 'A story is *active* and has no `acceptance` criteria. Silent where fewer than one story in four has any.',
    why: translatable('Nobody can say when it is done.'),
    example: 'PAY-14 is *in progress* without `acceptance`.',
    answer: 'Write down what will be true when it is done.',
  },
  check(item, _evidence, { plan }) {
    if (habitsOf(plan).statesAcceptance) {
      return {
        message: t('{0} is active, but has no acceptance criteria.', nameOf(item)),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};
