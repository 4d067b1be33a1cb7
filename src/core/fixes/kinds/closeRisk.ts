import { nameOf } from '../../findings/wording';
import type { FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';

/** Says that a risk is none any more. */
export const closeRisk: FixKind = (finding, context) => {
  const risk = itemOf(finding, context);
  return risk?.kind === 'risk' && risk.status !== 'closed'
    ? [
        {
          title: `Close ${nameOf(risk)}`,
          edit: { roadmap: [{ kind: 'setField', item: addressOf(risk), field: 'status', value: 'closed' }] },
        },
      ]
    : [];
};
