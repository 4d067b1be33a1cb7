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

export const nearTermWithoutOwner: Rule = {
  code: 'WM401',
  name: 'near-term-without-owner',
  title: translatable('Near-term item without owner'),
  severity: 'information',
  scope: 'item',
  concerns: { kinds: ['epic', 'story'], lacking: ['owner'] },
  settings: [DAYS],
  documentation: {
    what: 'A story, or an epic with nothing under it, is *active*, overdue or due soon, itself or with its release, and neither it nor what it is part of has an `owner`. Silent where there are fewer owners than one for four stories.',
    why: translatable('Nobody will be asked about it in time.'),
    example: 'PAY-14 is due in two weeks and belongs to nobody.',
    answer: 'Give it an owner, or move it to later.',
  },
  check(item, _evidence, { plan, today, setting }) {
    const isPiece = item.kind === 'story' || plan.childrenOf(item).length === 0;
    if (isPiece && habitsOf(plan).namesOwners && !plan.ownerOf(item) && isNearTerm(item, plan, today + setting(DAYS))) {
      return {
        message: t('{0}, but belongs to nobody.', nearTermSentence(nameOf(item), item, plan, today)),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};
