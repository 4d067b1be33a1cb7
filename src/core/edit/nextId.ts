import { splitId } from '../ids/itemId';
import { keyOfName } from '../ids/keyOfName';
import type { Item, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { isWork } from './items';

/** Where the item stands that needs an ID, or will stand. */
export interface IdPlace {
  readonly kind: WorkItem['kind'];
  /** The roadmap file. */
  readonly path: string;
  /** undefined: nothing holds it. */
  readonly parent: WorkItem | undefined;
}

/**
 * The next free ID for an item: one level below its parent's where the plan's tasks have such IDs, else of the key that its
 * file uses most for items of its kind. No number below one that is taken is used again, and numbers have as many digits as
 * their neighbours. The very first ID of a plan has a key made of the product's name.
 *
 * @returns undefined: the plan's IDs have no key to go on with. Issue numbers are given by their tracker only.
 */
export function nextIdFor(plan: Plan, { kind, path, parent }: IdPlace): string | undefined {
  const taken = takenIds(plan);
  const countsTasks = plan.workItems.some((each) => each.kind === 'task' && splitId(each.id)?.rest);
  if (kind === 'task' && countsTasks && parent && !parent.derivedId && splitId(parent.id)) {
    return nextBelow(taken, parent.id);
  }
  const key = usualKey(plan, kind, path) ?? (taken.length === 0 ? firstKey(plan, path) : undefined);
  return key === undefined ? undefined : nextId(taken, key);
}

/** So many IDs from a free one on, each with the next number. @param first the highest of its key, as {@link nextIdFor} gives it */
export function nextIdsFor(first: string, count: number): readonly string[] {
  const [, lead = first, digits = ''] = /^(.*?)(\d+)$/s.exec(first) ?? [];
  return Array.from(
    { length: count },
    (_, index) => lead + String(Number(digits) + index).padStart(digits.length, '0'),
  );
}

/** The next free ID of a key: `PAY-014` after `PAY-013`. @param taken all IDs of the plan, aliases too */
function nextId(taken: Iterable<string>, key: string): string {
  let highest = 0;
  let digits = 0;
  for (const id of taken) {
    const parts = splitId(id);
    const number = Number(parts?.number);
    if (parts?.key === key && Number.isSafeInteger(number)) {
      highest = Math.max(highest, number);
      // Only zeros in front show that numbers have a width.
      digits = Math.max(digits, parts.number.startsWith('0') ? parts.number.length : 0);
    }
  }
  return `${key}-${String(highest + 1).padStart(digits, '0')}`;
}

/** `PAY-12.3` after `PAY-12.2`. */
function nextBelow(taken: readonly string[], parent: string): string {
  const prefix = `${parent}.`;
  const numbers = taken.flatMap((id) => (id.startsWith(prefix) ? Number.parseInt(id.slice(prefix.length), 10) : []));
  return `${prefix}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}

function takenIds({ items }: Plan): readonly string[] {
  return items.flatMap((item: Item) => [
    ...(item.derivedId ? [] : [item.id]),
    ...(isWork(item) ? item.aliases.map((alias) => alias.name) : []),
  ]);
}

/** Of the file before that of the plan, of the item's kind before that of others; else the first that the file or the plan lists. */
function usualKey({ workItems, roadmaps }: Plan, kind: WorkItem['kind'], path: string): string | undefined {
  const inFile = workItems.filter((each) => each.path === path);
  const listed = (of: typeof roadmaps) => of.flatMap(({ keys }) => keys ?? [])[0]?.name;
  return (
    mostUsedKey(inFile.filter((each) => each.kind === kind)) ??
    mostUsedKey(inFile) ??
    listed(roadmaps.filter((each) => each.path === path)) ??
    mostUsedKey(workItems.filter((each) => each.kind === kind)) ??
    mostUsedKey(workItems) ??
    listed(roadmaps)
  );
}

function firstKey({ roadmaps }: Plan, path: string): string {
  return keyOfName(roadmaps.find((each) => each.path === path)?.product ?? '');
}

function mostUsedKey(items: readonly WorkItem[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { id, derivedId } of items) {
    const key = derivedId ? undefined : splitId(id)?.key;
    if (key !== undefined) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  let most: string | undefined;
  for (const [key, count] of counts) {
    most = most === undefined || count > (counts.get(most) ?? 0) ? key : most;
  }
  return most;
}
