import { nameOf } from '../../findings/wording';
import { ANSWER, type FixKind, type Need } from '../fix';
import { scoreOf } from '../../planning/score';
import { type FieldSpec, fieldNamed } from '../../roadmap/fields';
import { addressOf, itemOf, workOf } from '../subjects';

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

/** The words by which a risk is mitigated, where no story does. */
export const mitigateInWords = fillIn({
  field: 'mitigation',
  needs: 'words',
  title: 'Say how {} is mitigated…',
  prompt: 'What is done about {}',
});

/** What the formula of the plan needs and the item does not state. */
export const scoreInputs: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const missing = (item && scoreOf(item, context.trace.plan)?.missing) ?? [];
  return missing.flatMap((field) => {
    const spec = fieldNamed('story', field);
    return spec ? fillIn(inputOf(spec))(finding, context) : [];
  });
};

function inputOf({ name, description }: FieldSpec): Blank {
  const needs = name === 'estimate' ? 'estimate' : 'number';
  return {
    field: name,
    needs,
    title: `State the ${name} of {}…`,
    prompt: `The ${name} of {}: ${uncapital(description)}`,
  };
}

function uncapital(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

export const mitigate = fillIn({
  field: 'mitigation',
  needs: 'story',
  title: 'Pick the story that mitigates {}…',
  prompt: 'The story that mitigates {}',
});
