import { nameOf } from '../../findings/wording';
import { ANSWER, type FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';

/** Writes what a goal's metric is today. */
export const measureAgain: FixKind = (finding, context) => {
  const goal = itemOf(finding, context);
  const metrics = goal?.kind === 'goal' ? goal.metrics : [];
  const index = metrics.findIndex(({ span }) => span.start === finding.place.span.start);
  const metric = metrics[index];
  if (!goal || !metric) {
    return [];
  }
  const { name, unit, current } = metric;
  const was = current ? `, last ${current.value}${unit === undefined ? '' : ` ${unit}`}` : '';
  return [
    {
      title: `Write what “${name}” of ${nameOf(goal)} is today…`,
      question: { needs: 'number', prompt: `“${name}” today${was}` },
      edit: {
        roadmap: [{ kind: 'measure', item: addressOf(goal), metric: index, value: ANSWER, asOf: context.today }],
      },
    },
  ];
};
