import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import type { Item, Named } from '../../model/roadmap';
import type { Place } from '../../model/span';
import type { Plan } from '../../trace/plan';
import { ANSWER, type Fix, type FixContext, type FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';
import { assignOwner } from './assignOwner';
import { kindWord } from '../../words/names';

/** A list of an item with the entry that a finding stands at. */
interface NamedEntry {
  readonly item: Item;
  readonly field: string;
  readonly names: readonly Named[];
  readonly index: number;
  readonly name: string;
}

/** Takes the name at which the finding stands out of its list: a dependency, a path, an item of a risk. */
export const removeName: FixKind = (finding, { trace }) => removalsAt([finding.place], trace.plan);

/** Of what waits for each other in a circle, takes any of the dependencies away. */
export const breakCycle: FixKind = ({ place, related }, { trace }) =>
  removalsAt([place, ...related.flatMap((each) => ('place' in each ? [each.place] : []))], trace.plan);

/** Names another item where one is named that nobody knows. */
export const nameAnother: FixKind = (finding, context) => {
  const entry = entryAt(finding.place, context.trace.plan);
  if (entry?.field === 'depends' || entry?.field === 'items') {
    const { item, field, names, index, name } = entry;
    const value = names.map((each, at) => (at === index ? ANSWER : each.name));
    const prompt =
      field === 'depends'
        ? t('The story that {0} depends on, in place of {1}', nameOf(item), name)
        : t('The story that {0} threatens, in place of {1}', nameOf(item), name);
    return [
      {
        title: t('Name another story than {0}…', name),
        question: { needs: 'story', prompt },
        edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value }] },
      },
    ];
  }
  const item = itemOf(finding, context);
  const field = item && fieldAt(item, finding.place);
  if (field === 'owner') {
    return assignOwner(finding, context);
  }
  const needs = NEEDS[field ?? ''];
  return item && field !== undefined && needs ? pick(item, field, needs, context) : [];
};

const NEEDS: Readonly<Record<string, 'epic' | 'release' | 'goal'>> = { epic: 'epic', release: 'release', goal: 'goal' };

function pick(item: Item, field: string, needs: 'epic' | 'release' | 'goal', { trace: { plan } }: FixContext): Fix[] {
  const known = {
    epic: plan.workItems.some(({ kind }) => kind === 'epic'),
    release: true,
    goal: plan.goals.length > 0,
  };
  const choose: Fix = {
    title: t('Pick the {0} of {1}…', kindWord(needs), nameOf(item)),
    question: { needs, prompt: t('The {0} of {1}', kindWord(needs), nameOf(item)) },
    edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value: ANSWER }] },
  };
  return [
    ...(known[field as keyof typeof known] ? [choose] : []),
    {
      title: t('Take the {0} of {1} out', kindWord(needs), nameOf(item)),
      edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value: undefined }] },
    },
  ];
}

function removalsAt(places: readonly Place[], plan: Plan): Fix[] {
  return places.flatMap((place) => {
    const entry = entryAt(place, plan);
    return entry ? [removal(entry)] : [];
  });
}

function removal({ item, field, names, index, name }: NamedEntry): Fix {
  const left = names.filter((_, at) => at !== index).map((each) => each.name);
  const value = left.length > 0 ? left : undefined;
  return {
    title:
      field === 'depends'
        ? t('Remove the dependency of {0} on {1}', nameOf(item), name)
        : t('Take {0} out of the {1} of {2}', name, field === 'aliases' ? t('former IDs') : field, nameOf(item)),
    edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value }] },
  };
}

/** The list entry that stands exactly there. */
export function entryAt({ path, span }: Place, plan: Plan): NamedEntry | undefined {
  for (const item of plan.items) {
    if (item.path !== path || span.start < item.span.start || item.span.end < span.end) {
      continue;
    }
    for (const [field, names] of listsOf(item)) {
      const index = names.findIndex((each) => each.span.start === span.start && each.span.end === span.end);
      const name = names[index]?.name;
      if (name !== undefined) {
        return { item, field, names, index, name };
      }
    }
  }
  return undefined;
}

function listsOf(item: Item): readonly (readonly [field: string, names: readonly Named[]])[] {
  switch (item.kind) {
    case 'epic':
    case 'story':
    case 'task': {
      const { depends, aliases, code, decisions } = item;
      return [
        ['depends', depends],
        ['aliases', aliases],
        ['code', code],
        ['decisions', decisions],
      ];
    }
    case 'risk':
      return [
        ['items', item.items],
        ['code', item.code],
      ];
    default:
      return [];
  }
}

/** The field whose value holds a place. */
function fieldAt({ fields }: Item, { span }: Place): string | undefined {
  return [...fields].find(([, { value }]) => value.start <= span.start && span.end <= value.end)?.[0];
}
