import { nameOf } from '../../findings/wording';
import { ANSWER, type FixKind, type Need } from '../fix';
import { addressOf, itemOf } from '../subjects';

interface Blank {
  readonly field: string;
  readonly needs: Need;
  /** `{}` is the item's name. */
  readonly title: string;
  readonly prompt: string;
}

/** Asks for what an item does not say yet. */
function fillIn({ field, needs, title, prompt }: Blank): FixKind {
  return (finding, context) => {
    const item = itemOf(finding, context);
    return item
      ? [
          {
            title: title.replace('{}', () => nameOf(item)),
            question: { needs, prompt: prompt.replace('{}', () => nameOf(item)) },
            edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value: ANSWER }] },
          },
        ]
      : [];
  };
}

export const estimate = fillIn({
  field: 'estimate',
  needs: 'estimate',
  title: 'Estimate {}…',
  prompt: 'How much work {} is: points, or days as 3d',
});

export const tieToGoal = fillIn({
  field: 'goal',
  needs: 'goal',
  title: 'Tie {} to a goal…',
  prompt: 'The goal that {} serves',
});

export const firstCriterion = fillIn({
  field: 'acceptance',
  needs: 'criterion',
  title: 'Add an acceptance criterion to {}…',
  prompt: 'What must be true for {} to be done',
});

export const mitigate = fillIn({
  field: 'mitigation',
  needs: 'story',
  title: 'Pick the story that mitigates {}…',
  prompt: 'The story that mitigates {}',
});
