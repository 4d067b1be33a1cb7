import { t } from '../../../words/t';
import { fieldPlace } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const EXPOSURE: Threshold = {
  name: 'exposure',
  default: 12,
  unit: translatable('points of probability times impact'),
  description: 'From so much on, of 25 at most, a risk needs a mitigation.',
};

export const exposureWithoutMitigation: Rule = {
  code: 'WM601',
  name: 'exposure-without-mitigation',
  title: translatable('Large risk without mitigation'),
  severity: 'warning',
  scope: 'plan',
  settings: [EXPOSURE],
  documentation: {
    what: 'The exposure of an *open* or *mitigating* risk, its probability times its impact, is large, and it has no `mitigation`.',
    why: translatable('It is known, likely and expensive, and nothing is done.'),
    example: 'R1 has probability 4 and impact 5.',
    answer: 'Name the story that mitigates it, or say in words what will be done, or set it to *accepted*.',
  },
  *check(plan, { setting }) {
    for (const risk of plan.risks) {
      const { probability, impact, status } = risk;
      const exposure = (probability?.value ?? 0) * (impact?.value ?? 0);
      const isOpen = status === 'open' || status === 'mitigating';
      if (isOpen && !risk.mitigation && exposure >= setting(EXPOSURE)) {
        yield {
          message: t(
            '{0} has an exposure of {1} (probability {2} × impact {3}) and no mitigation.',
            nameOf(risk),
            exposure,
            String(probability?.value),
            String(impact?.value),
          ),
          place: fieldPlace(risk, 'probability'),
          item: risk.id,
          related: [],
        };
      }
    }
  },
};
