import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import type { RiskStatus } from '../../model/roadmap';
import type { FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';

/** Says that a risk is none any more. */
export const closeRisk = setStatus('closed', (name) => t('Close {0}', name));

/** Says that the team lives with a risk. */
export const acceptRisk = setStatus('accepted', (name) => t('Accept {0} as it is', name));

function setStatus(status: RiskStatus, title: (name: string) => string): FixKind {
  return (finding, context) => {
    const risk = itemOf(finding, context);
    return risk?.kind === 'risk' && risk.status !== status
      ? [
          {
            title: title(nameOf(risk)),
            edit: { roadmap: [{ kind: 'setField', item: addressOf(risk), field: 'status', value: status }] },
          },
        ]
      : [];
  };
}
