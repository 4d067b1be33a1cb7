import { t } from '../../words/t';
import { settableField } from '../../edit/aims/readFields';
import { Refusal } from '../../edit/refusal';
import { nameOf } from '../../findings/wording';
import type { Item } from '../../model/roadmap';
import type { Place } from '../../model/span';
import type { FieldType } from '../../roadmap/fields';
import type { Plan } from '../../trace/plan';
import { ANSWER, type FixKind, type Need } from '../fix';
import { addressOf, likelyDays } from '../subjects';

/** Asks for the value of a field that holds one which it cannot mean, or takes the field out. */
export const writeAnew: FixKind = ({ place }, context) => {
  const found = fieldAt(place, context.trace.plan);
  const spec = found && settableField(found.item.kind, found.field);
  if (!found || !spec || spec instanceof Refusal) {
    return [];
  }
  const { item, field } = found;
  const needs = NEEDS[spec.type];
  const what = field === 'due' ? t('due date') : field;
  const set = (value: string | undefined) => ({
    roadmap: [{ kind: 'setField' as const, item: addressOf(item), field, value }],
  });
  return [
    ...(needs
      ? [
          {
            title: t('Write the {0} of {1} anew…', what, nameOf(item)),
            question: {
              needs,
              prompt: t('The {0} of {1}', what, nameOf(item)),
              ...(needs === 'date' && { likely: likelyDays(context) }),
            },
            edit: set(ANSWER),
          },
        ]
      : []),
    { title: t('Take the {0} of {1} out', what, nameOf(item)), edit: set(undefined) },
  ];
};

const NEEDS: Readonly<Partial<Record<FieldType, Need>>> = {
  status: 'status',
  date: 'date',
  estimate: 'estimate',
  number: 'number',
  score: 'number',
  level: 'number',
  share: 'number',
  amount: 'number',
};

/** The innermost item with a field whose value holds the place. */
export function fieldAt(
  { path, span }: Place,
  plan: Plan,
): { readonly item: Item; readonly field: string } | undefined {
  for (const item of plan.items.toReversed()) {
    const isAround = item.path === path && item.span.start <= span.start && span.end <= item.span.end;
    const field = isAround
      ? [...item.fields].find(([, { value }]) => value.start <= span.start && span.end <= value.end)?.[0]
      : undefined;
    if (field !== undefined) {
      return { item, field };
    }
  }
  return undefined;
}
