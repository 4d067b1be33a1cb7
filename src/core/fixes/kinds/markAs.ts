import { isWork } from '../../edit/items';
import { statusWord } from '../../edit/aims/statusWord';
import { isFinished, type StatusCategory } from '../../model/status';
import type { Item } from '../../model/roadmap';
import { categoryOf } from '../../planning/progress';
import type { Plan } from '../../trace/plan';
import { nameOf } from '../../findings/wording';
import type { Fix, FixContext, FixKind } from '../fix';
import { addressOf, relatedWork, workOf } from '../subjects';

/** Sets the status of the item that the finding is about, in the word that its file uses. */
export function markAs(category: StatusCategory, more: Pick<Fix, 'isPreferred' | 'fixAll'> = {}): FixKind {
  return (finding, context) => {
    const item = workOf(finding, context);
    return item ? markItem(item, category, context, more) : [];
  };
}

/** Opens a finished item again: work on it goes on. */
export const openAgain: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  return item && isFinished(categoryOf(item, context.trace.plan))
    ? markItem(item, 'active', context).map((fix) => ({ ...fix, title: `Open ${nameOf(item)} again` }))
    : [];
};

/** Of an item and what is under it, gives the upper one the status that the others show. */
export const agreeWithChildren: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { plan } = context.trace;
  const children = item ? plan.childrenOf(item) : [];
  if (!item || children.length === 0) {
    return [];
  }
  const isAllFinished = children.every((child) => isFinished(categoryOf(child, plan)));
  return markItem(item, isAllFinished ? 'done' : 'active', context);
};

/** Marks what the finding names beside its item as done: a dependency that was forgotten. */
export const finishDependency: FixKind = (finding, context) =>
  relatedWork(finding, context).flatMap((item) =>
    isFinished(categoryOf(item, context.trace.plan)) ? [] : markItem(item, 'done', context),
  );

function markItem(
  item: Item,
  category: StatusCategory,
  { trace: { plan } }: FixContext,
  more: Pick<Fix, 'isPreferred' | 'fixAll'> = {},
): Fix[] {
  if (!isWork(item) || categoryOf(item, plan) === category) {
    return [];
  }
  return [
    {
      title: `Mark ${nameOf(item)} as ${wordFor(item, category, plan)}`,
      edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field: 'status', value: category }] },
      ...more,
    },
  ];
}

function wordFor({ path }: Item, category: StatusCategory, plan: Plan): string {
  const roadmap = plan.roadmaps.find((each) => each.path === path);
  return roadmap ? statusWord(roadmap, category) : category;
}
