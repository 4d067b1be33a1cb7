import type { WorkItem } from '../model/roadmap';
import { isFinished, type StatusCategory } from '../model/status';
import type { Plan } from '../trace/plan';

/** How much of an item is done, in stories and tasks that have nothing under them. */
export interface Progress {
  readonly done: number;
  /** Without dropped ones; 0 when all were dropped. */
  readonly total: number;
}

/** Plans never change, so what was derived of one stays true. */
const categories = new WeakMap<Plan, Map<WorkItem, StatusCategory>>();

/**
 * Where the item stands: by its own status, else by what is under it, else (nothing is under it either) it is over when
 * what it belongs to is over, its release at last, and planned if not.
 */
export function categoryOf(item: WorkItem, plan: Plan): StatusCategory {
  if (item.status) {
    return item.status.category;
  }
  let known = categories.get(plan);
  if (!known) {
    known = new Map();
    categories.set(plan, known);
  }
  let category = known.get(item);
  if (category === undefined) {
    const children = plan.childrenOf(item);
    category =
      children.length > 0 ? joinCategories(children.map((child) => categoryOf(child, plan))) : inherited(item, plan);
    known.set(item, category);
  }
  return category;
}

/** True for what is neither done nor dropped. */
export function isOpen(item: WorkItem, plan: Plan): boolean {
  return !isFinished(categoryOf(item, plan));
}

/** Counts the leaves under an item; an item with nothing under it counts itself. */
export function progressOf(item: WorkItem, plan: Plan): Progress {
  const children = plan.childrenOf(item);
  if (children.length === 0) {
    const category = categoryOf(item, plan);
    return { done: category === 'done' ? 1 : 0, total: category === 'dropped' ? 0 : 1 };
  }
  return children
    .map((child) => progressOf(child, plan))
    .reduce((sum, part) => ({ done: sum.done + part.done, total: sum.total + part.total }));
}

/** Whether an item stands somewhere under another one: nested, by the `epic` field, or by its ID (`PAY-12.1`). */
export function isPartOf(item: WorkItem, whole: WorkItem, plan: Plan): boolean {
  for (let at = plan.parentOf(item); at; at = plan.parentOf(at)) {
    if (at === whole) {
      return true;
    }
  }
  return item.id.startsWith(`${whole.id}.`);
}

/** The item and all that is under it, nested or by the `epic` field. */
export function withDescendants(item: WorkItem, plan: Plan): WorkItem[] {
  return [item, ...plan.childrenOf(item).flatMap((child) => withDescendants(child, plan))];
}

/** @param parts at least one */
function joinCategories(parts: readonly StatusCategory[]): StatusCategory {
  if (parts.every(isFinished)) {
    return parts.includes('done') ? 'done' : 'dropped';
  }
  if (parts.includes('active') || parts.includes('done')) {
    return 'active';
  }
  return parts.every((part) => part === 'blocked' || part === 'dropped') ? 'blocked' : 'planned';
}

function inherited(item: WorkItem, plan: Plan): StatusCategory {
  for (let at = plan.parentOf(item); at; at = plan.parentOf(at)) {
    if (at.status) {
      return isFinished(at.status.category) ? at.status.category : 'planned';
    }
  }
  const release = plan.releaseOf(item);
  const category = release && plan.findRelease(release.name)?.status?.category;
  return category && isFinished(category) ? category : 'planned';
}

const numbersDone = new WeakMap<Plan, number>();

/** Of those with an ID of their own, which code and commits can name. */
export function numberOfDoneStories(plan: Plan): number {
  let number = numbersDone.get(plan);
  if (number === undefined) {
    const isDone = (item: WorkItem) => item.kind === 'story' && !item.derivedId && categoryOf(item, plan) === 'done';
    number = plan.workItems.filter(isDone).length;
    numbersDone.set(plan, number);
  }
  return number;
}
