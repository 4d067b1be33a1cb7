import { splitId } from '../ids/itemId';
import type { WorkItem } from '../model/roadmap';
import { isFinished, STATUS_CATEGORIES, type StatusCategory } from '../model/status';
import type { Plan } from '../trace/plan';
import { NONE, STORY } from './statedColumns';
import { DONE, workTable } from './workTable';

/** How much of an item is done, in stories and tasks that have nothing under them. */
export interface Progress {
  readonly done: number;
  /** Without dropped ones; 0 when all were dropped. */
  readonly total: number;
}

/**
 * Where the item stands: by its own status, else by what is under it, else (nothing is under it either) it is over when
 * what it belongs to is over, its release at last, and planned if not.
 */
export function categoryOf(item: WorkItem, plan: Plan): StatusCategory {
  if (item.status) {
    return item.status.category;
  }
  const place = plan.placeOf(item);
  const code = place === undefined ? undefined : workTable(plan).categories[place];
  return STATUS_CATEGORIES[code ?? 0] ?? 'planned';
}

/** True for what is neither done nor dropped. */
export function isOpen(item: WorkItem, plan: Plan): boolean {
  return !isFinished(categoryOf(item, plan));
}

/** Whether anything that the item depends on by its own field is open. */
export function dependsOnOpenWork(item: WorkItem, plan: Plan): boolean {
  const { isOpen: isOpenAt, needs } = workTable(plan);
  const needed = needs[plan.placeOf(item) ?? NONE];
  return needed !== undefined && needed.some((place) => isOpenAt[place] === 1);
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
  return item.id.startsWith(`${whole.id}.`) || isNumberedUnder(item.id, whole.id);
}

/** `TASK-175.4` under `TASK-EPIC-11.175`, of which only the whole tells in its ID where it belongs. */
function isNumberedUnder(id: string, whole: string): boolean {
  const [own, above] = [splitId(id), splitId(whole)];
  if (!own || !above || own.rest === '' || !above.key.startsWith(`${own.key}-`)) {
    return false;
  }
  const number = `${own.number}${own.rest}`.replace(/\.\d+$/, '');
  return `.${above.number}${above.rest}`.endsWith(`.${number}`);
}

/** The item and all that is under it, nested or by the `epic` field. */
export function withDescendants(item: WorkItem, plan: Plan): WorkItem[] {
  return [item, ...plan.childrenOf(item).flatMap((child) => withDescendants(child, plan))];
}

const numbersDone = new WeakMap<Plan, number>();

/** Of those with an ID of their own, which code and commits can name. */
export function numberOfDoneStories(plan: Plan): number {
  let number = numbersDone.get(plan);
  if (number === undefined) {
    const { categories, stated } = workTable(plan);
    number = 0;
    for (let place = 0; place < categories.length; place += 1) {
      const isDone = categories[place] === DONE && stated.kinds[place] === STORY;
      number += isDone && stated.ownIds[place] === 1 ? 1 : 0;
    }
    numbersDone.set(plan, number);
  }
  return number;
}
