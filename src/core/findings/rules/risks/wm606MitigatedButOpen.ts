import { categoryOf } from '../../../planning/progress';
import { fieldPlace, relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';

export const mitigatedButOpen: Rule = {
  code: 'WM606',
  name: 'mitigated-but-open',
  title: 'Risk still open although its mitigation is done',
  severity: 'information',
  scope: 'plan',
  documentation: {
    what: 'The story that was to mitigate a risk is *done*, and the risk is still *open* or *mitigating*.',
    why: 'Either the risk is smaller now and the register does not say so, or the mitigation did not help.',
    example: 'PAY-11 is *done*; R1, which it was to mitigate, is still *open*.',
    answer: 'Close the risk, or lower its probability or impact and name what else is to be done.',
  },
  *check(plan) {
    for (const risk of plan.risks.filter(({ status }) => status === 'open' || status === 'mitigating')) {
      const story = risk.mitigation && plan.findWork(risk.mitigation.name);
      if (story && categoryOf(story, plan) === 'done') {
        yield {
          message: `${nameOf(risk)} is still ${risk.status}, but ${nameOf(story)}, which was to mitigate it, is done.`,
          place: fieldPlace(risk, 'status'),
          item: risk.id,
          related: [relatedItem(story)],
        };
      }
    }
  },
};
