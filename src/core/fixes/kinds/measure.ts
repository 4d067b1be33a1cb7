import { t } from '../../words/t';
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
  const last = current && [current.value, unit].filter((part) => part !== undefined).join(' ');
  return [
    {
      title: t('Write what “{0}” of {1} is today…', name, nameOf(goal)),
      question: {
        needs: 'number',
        prompt: last === undefined ? t('“{0}” today', name) : t('“{0}” today, last {1}', name, last),
      },
      edit: {
        roadmap: [{ kind: 'measure', item: addressOf(goal), metric: index, value: ANSWER, asOf: context.today }],
      },
    },
  ];
};
