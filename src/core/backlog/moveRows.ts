import { t } from '../words/t';
import type { RoadmapStep } from '../fixes/fix';
import type { WorkItem } from '../model/roadmap';
import { itemName } from '../report/itemWords';
import type { Plan } from '../trace/plan';
import { isLaterTwin } from './rowAction';
import type { Grouping, Sorting } from './view';
import { aKind, aKindWithin } from '../words/names';

/** Where rows are dropped. */
export type DropPlace =
  | { readonly kind: 'item'; readonly item: WorkItem }
  /** `value` is what items of the group say; undefined: they say nothing. */
  | { readonly kind: 'group'; readonly grouping: Exclude<Grouping, 'epic'>; readonly value: string | undefined };

/**
 * The steps that bring items to a place: onto what can hold them as its last, onto a sibling to where that stands, onto a group
 * into it. A sentence says why they cannot go there.
 */
export function moveSteps(
  items: readonly WorkItem[],
  place: DropPlace,
  plan: Plan,
  sorting: Sorting,
): readonly RoadmapStep[] | string {
  const twin = items.find((item) => isLaterTwin(item, plan));
  if (twin) {
    return t(
      '{0} stands in {1} more than once, so that nobody can tell which is meant. Give one of them another ID first.',
      twin.id,
      twin.path,
    );
  }
  if (place.kind === 'group') {
    return items.map(({ path, id }) => ({
      kind: 'setField',
      item: { path, id },
      field: place.grouping,
      value: place.value,
    }));
  }
  const { item: target } = place;
  // What an item that moves holds moves with it.
  const moved = items.filter((item) => item !== target && !isUnderOne(item, items, plan));
  const stranger = moved.find(({ path }) => path !== target.path);
  if (stranger) {
    return t(
      '{0} stands in {1} and {2} in {3}, so it cannot be moved there. Move its lines yourself.',
      itemName(stranger),
      stranger.path,
      itemName(target),
      target.path,
    );
  }
  const intoTarget = moved.filter((item) => ranks[item.kind] > ranks[target.kind]);
  if (intoTarget.length === moved.length) {
    return stepsBehind(moved, target.id, lastBelow(target, moved, plan));
  }
  const misfit = moved.find(({ kind }) => kind !== target.kind);
  if (misfit) {
    return t(
      '{0} cannot be moved onto {1}. Drop it on one of its own kind, or on what can hold it.',
      aKind(misfit.kind),
      aKindWithin(target.kind),
    );
  }
  return sorting === 'plan'
    ? stepsBeside(moved, target, plan)
    : t(
        'The rows stand in another order than the plan here. Sort them by the order of the plan to move them up or down.',
      );
}

const ranks: Readonly<Record<WorkItem['kind'], number>> = { epic: 0, story: 1, task: 2 };

/** To where the target stands: what comes from further up goes behind it, all else before it. */
function stepsBeside(moved: readonly WorkItem[], target: WorkItem, plan: Plan): readonly RoadmapStep[] {
  const parent = plan.parentOf(target);
  const siblings = siblingsOf(target, plan).filter(({ kind }) => kind === target.kind);
  const at = siblings.indexOf(target);
  const [first] = moved;
  const comesFromAbove = first !== undefined && siblings.includes(first) && siblings.indexOf(first) < at;
  const stays = siblings.slice(0, comesFromAbove ? at + 1 : at).findLast((each) => !moved.includes(each));
  return stepsBehind(moved, parent?.id, stays?.id);
}

function stepsBehind(
  moved: readonly WorkItem[],
  under: string | undefined,
  after: string | undefined,
): readonly RoadmapStep[] {
  return moved.map(({ path, id }, index) => ({
    kind: 'moveItem',
    item: { path, id },
    to: { under, after: moved[index - 1]?.id ?? after },
  }));
}

function lastBelow(target: WorkItem, moved: readonly WorkItem[], plan: Plan): string | undefined {
  return plan.childrenOf(target).findLast((child) => !moved.includes(child))?.id;
}

function siblingsOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const parent = plan.parentOf(item);
  return parent ? plan.childrenOf(parent) : plan.roots.filter(({ path }) => path === item.path);
}

function isUnderOne(item: WorkItem, items: readonly WorkItem[], plan: Plan): boolean {
  for (let at = plan.parentOf(item); at; at = plan.parentOf(at)) {
    if (items.includes(at)) {
      return true;
    }
  }
  return false;
}
