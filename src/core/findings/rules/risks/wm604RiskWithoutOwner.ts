import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';

export const riskWithoutOwner: Rule = {
  code: 'WM604',
  name: 'risk-without-owner',
  title: 'Risk without owner',
  severity: 'information',
  scope: 'plan',
  documentation: {
    what: 'An *open* or *mitigating* risk has no `owner`. Silent where nothing in the plan has one.',
    why: 'Nobody watches it.',
    example: 'R1 without `owner`.',
    answer: 'Give it an owner.',
  },
  *check(plan) {
    const isUsed = plan.risks.some(({ owner }) => owner) || plan.workItems.some(({ owner }) => owner);
    for (const risk of isUsed ? plan.risks : []) {
      if (!risk.owner && (risk.status === 'open' || risk.status === 'mitigating')) {
        yield { message: `${nameOf(risk)} belongs to nobody.`, place: headlinePlace(risk), item: risk.id, related: [] };
      }
    }
  },
};
