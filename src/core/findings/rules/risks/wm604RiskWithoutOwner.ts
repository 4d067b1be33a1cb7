import { t } from '../../../words/t';
import { habitsOf } from '../../../planning/habits';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const riskWithoutOwner: Rule = {
  code: 'WM604',
  name: 'risk-without-owner',
  title: translatable('Risk without owner'),
  severity: 'information',
  scope: 'plan',
  documentation: {
    what: 'An *open* or *mitigating* risk has no `owner`, although other risks, or stories, have one.',
    why: translatable('Nobody watches it.'),
    example: 'R1 without `owner`.',
    answer: 'Give it an owner.',
  },
  *check(plan) {
    const isUsual = plan.risks.some(({ owner }) => owner) || habitsOf(plan).namesOwners;
    for (const risk of isUsual ? plan.risks : []) {
      if (!risk.owner && (risk.status === 'open' || risk.status === 'mitigating')) {
        yield {
          message: t('{0} belongs to nobody.', nameOf(risk)),
          place: headlinePlace(risk),
          item: risk.id,
          related: [],
        };
      }
    }
  },
};
