import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import { ANSWER, type FixKind, type Need } from '../fix';
import { scoreOf } from '../../planning/score';
import { type FieldSpec, fieldNamed } from '../../roadmap/fields';
import { addressOf, itemOf, workOf } from '../subjects';

interface Blank {
  readonly field: string;
  readonly needs: Need;
  readonly title: (item: string) => string;
  readonly prompt: (item: string) => string;
}

/** Asks for what an item does not say yet. */
function fillIn({ field, needs, title, prompt }: Blank): FixKind {
  return (finding, context) => {
    const item = itemOf(finding, context);
    return item
      ? [
          {
            title: title(nameOf(item)),
            question: { needs, prompt: prompt(nameOf(item)) },
            edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value: ANSWER }] },
          },
        ]
      : [];
  };
}

export const estimate = fillIn({
  field: 'estimate',
  needs: 'estimate',
  title: (name) => t('Estimate {0}…', name),
  prompt: (name) => t('How much work {0} is: points, or days as 3d', name),
});

export const tieToGoal = fillIn({
  field: 'goal',
  needs: 'goal',
  title: (name) => t('Tie {0} to a goal…', name),
  prompt: (name) => t('The goal that {0} serves', name),
});

export const firstCriterion = fillIn({
  field: 'acceptance',
  needs: 'criterion',
  title: (name) => t('Add an acceptance criterion to {0}…', name),
  prompt: (name) => t('What must be true for {0} to be done', name),
});

/** The words by which a risk is mitigated, where no story does. */
export const mitigateInWords = fillIn({
  field: 'mitigation',
  needs: 'words',
  title: (name) => t('Say how {0} is mitigated…', name),
  prompt: (name) => t('What is done about {0}', name),
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
    title: (item) => t('State the {0} of {1}…', name, item),
    prompt: (item) => t('The {0} of {1}: {2}', name, item, uncapital(description)),
  };
}

function uncapital(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

export const mitigate = fillIn({
  field: 'mitigation',
  needs: 'story',
  title: (name) => t('Pick the story that mitigates {0}…', name),
  prompt: (name) => t('The story that mitigates {0}', name),
});
