import { nameOf } from '../../findings/wording';
import type { RiskStatus } from '../../model/roadmap';
import type { FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';

/** Says that a risk is none any more. */
export const closeRisk = setStatus('closed', 'Close {}');

/** Says that the team lives with a risk. */
export const acceptRisk = setStatus('accepted', 'Accept {} as it is');

/** @param title `{}` is the risk's name */
function setStatus(status: RiskStatus, title: string): FixKind {
  return (finding, context) => {
    const risk = itemOf(finding, context);
    return risk?.kind === 'risk' && risk.status !== status
      ? [
          {
            title: title.replace('{}', () => nameOf(risk)),
            edit: { roadmap: [{ kind: 'setField', item: addressOf(risk), field: 'status', value: status }] },
          },
        ]
      : [];
  };
}
