import { t } from '../../../words/t';
import { isOpenRisk, mitigationOf } from '../../../planning/mitigation';
import { categoryOf } from '../../../planning/progress';
import { fieldPlace, relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { listingOf, nameOf } from '../../wording';
import { riskStatusWord } from '../../../words/names';
import { translatable } from '../../../words/translatable';

export const mitigatedButOpen: Rule = {
  code: 'WM606',
  name: 'mitigated-but-open',
  title: translatable('Risk still open although its mitigation is done'),
  severity: 'information',
  scope: 'plan',
  documentation: {
    what: 'Every story that was to mitigate a risk is *done*, and the risk is still *open* or *mitigating*. Silent where one of them is declared nowhere.',
    why: translatable(
      'Either the risk is smaller now and the register does not say so, or the mitigation did not help.',
    ),
    example: 'PAY-11 is *done*; R1, which it was to mitigate, is still *open*.',
    answer: 'Close the risk, or lower its probability or impact and name what else is to be done.',
  },
  *check(plan) {
    for (const risk of plan.risks.filter(isOpenRisk)) {
      const { items, unknown } = mitigationOf(risk, plan);
      if (items.length > 0 && unknown.length === 0 && items.every((item) => categoryOf(item, plan) === 'done')) {
        const names = listingOf(items, nameOf);
        yield {
          message:
            items.length === 1
              ? t(
                  '{0} is still {1}, but {2}, which was to mitigate it, is done.',
                  nameOf(risk),
                  riskStatusWord(risk.status),
                  names,
                )
              : t(
                  '{0} is still {1}, but {2}, which were to mitigate it, are done.',
                  nameOf(risk),
                  riskStatusWord(risk.status),
                  names,
                ),
          place: fieldPlace(risk, 'status'),
          item: risk.id,
          related: items.map((item) => relatedItem(item)),
        };
      }
    }
  },
};
