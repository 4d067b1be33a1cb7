import { t } from '../../words/t';
import { isWork } from '../../edit/items';
import { statusWord } from '../../edit/aims/statusWord';
import { isFinished, type StatusCategory } from '../../model/status';
import type { Item } from '../../model/roadmap';
import { categoryOf } from '../../planning/progress';
import type { Plan } from '../../trace/plan';
import { nameOf } from '../../findings/wording';
import type { Fix, FixContext, FixKind } from '../fix';
import { addressOf, relatedWork, workOf } from '../subjects';

/** What a fix says beside its title; the name of all such fixes is asked for when one is made. */
interface MarkOptions extends Pick<Fix, 'isPreferred'> {
  readonly fixAll?: () => string;
}

/** Sets the status of the item that the finding is about, in the word that its file uses. */
export function markAs(category: StatusCategory, more: MarkOptions = {}): FixKind {
  return (finding, context) => {
    const item = workOf(finding, context);
    return item ? markItem(item, category, context, more) : [];
  };
}

/** Opens a finished item again: work on it goes on. */
export const openAgain: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  return item && isFinished(categoryOf(item, context.trace.plan))
    ? markItem(item, 'active', context).map((fix) => ({ ...fix, title: t('Open {0} again', nameOf(item)) }))
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
  more: MarkOptions = {},
): Fix[] {
  if (!isWork(item) || categoryOf(item, plan) === category) {
    return [];
  }
  return [
    {
      title: t('Mark {0} as {1}', nameOf(item), wordFor(item, category, plan)),
      edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field: 'status', value: category }] },
      ...(more.isPreferred && { isPreferred: true }),
      ...(more.fixAll && { fixAll: more.fixAll() }),
    },
  ];
}

function wordFor({ path }: Item, category: StatusCategory, plan: Plan): string {
  const roadmap = plan.roadmaps.find((each) => each.path === path);
  return roadmap ? statusWord(roadmap, category) : category;
}
