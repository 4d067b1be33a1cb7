import type { WorkItem } from '../model/roadmap';
import { type Score, scoresOf } from '../planning/score';
import { NO_DAY, NONE } from '../planning/statedColumns';
import { ACTIVE, BLOCKED, isOpenCode, PLANNED, workTable, type WorkTable } from '../planning/workTable';
import type { Plan } from '../trace/plan';

/** A piece of work that can be begun now. */
export interface ReadyItem {
  readonly item: WorkItem;
  /** Its ID, and a number behind that where several have the same: tells it from the others. */
  readonly name: string;
  /** undefined: no scoring holds for it. */
  readonly score: Score | undefined;
}

/** What keeps planned work from being begun. */
export type Holder =
  /** It, or what it is part of, depends on this item, which is not finished. */
  | { readonly kind: 'dependency'; readonly item: WorkItem }
  /** The same of a name that no roadmap declares: whether that is finished is not known. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** It is part of this, which is blocked. */
  | { readonly kind: 'blocked'; readonly item: WorkItem };

/** What can be begun, and what cannot yet. */
export interface NextUp {
  /** Planned deliveries that nothing holds up: by score, those without one behind, then by due date, then as the plan has them. */
  readonly ready: readonly ReadyItem[];
  /** Planned deliveries that something holds up, in the plan's order. */
  readonly held: readonly { readonly item: WorkItem; readonly by: Holder }[];
  /** Deliveries that are begun, that are blocked themselves, and that are over. */
  readonly active: number;
  readonly blocked: number;
  readonly finished: number;
}

const known = new WeakMap<Plan, NextUp>();

/**
 * What can be begun now, best first, or what it waits for. Made once for each plan.
 *
 * @implements WAY-43
 */
export function nextUp(plan: Plan): NextUp {
  let found = known.get(plan);
  if (!found) {
    found = findNextUp(plan);
    known.set(plan, found);
  }
  return found;
}

/** The same as whether anything is in {@link NextUp.ready}, at the cost of looking for the first. */
export function hasReady(plan: Plan): boolean {
  const table = workTable(plan);
  return plan.workItems.some((_, place) => isPlanned(place, table) && holderOf(place, plan, table) === undefined);
}

function isPlanned(place: number, { deliveries, categories }: WorkTable): boolean {
  return deliveries[place] === 1 && categories[place] === PLANNED;
}

function findNextUp(plan: Plan): NextUp {
  const table = workTable(plan);
  const ready: number[] = [];
  const held: { item: WorkItem; by: Holder }[] = [];
  const counts = { active: 0, blocked: 0, finished: 0 };
  plan.workItems.forEach((item, place) => {
    const category = table.categories[place];
    if (table.deliveries[place] !== 1) {
      return;
    }
    if (category === PLANNED) {
      const by = holderOf(place, plan, table);
      if (by) {
        held.push({ item, by });
      } else {
        ready.push(place);
      }
    } else if (category === ACTIVE) {
      counts.active += 1;
    } else if (category === BLOCKED) {
      counts.blocked += 1;
    } else {
      counts.finished += 1;
    }
  });
  return { ready: ranked(ready, plan, table), held, ...counts };
}

function holderOf(place: number, plan: Plan, { stated, categories, needs }: WorkTable): Holder | undefined {
  for (let at = place; at >= 0; at = plan.parents[at] ?? NONE) {
    const whole = plan.workItems[at];
    if (whole && stated.categories[at] === BLOCKED) {
      return { kind: 'blocked', item: whole };
    }
    const needed = needs[at]?.find(
      (each) =>
        isOpenCode(categories[each]) && !isWithin(place, each, plan.parents) && !isWithin(each, at, plan.parents),
    );
    const dependency = needed === undefined ? undefined : plan.workItems[needed];
    if (dependency) {
      return { kind: 'dependency', item: dependency };
    }
    // Where as many are known as are named, none is unknown.
    const unknown =
      stated.depends[at]?.length === needs[at]?.length
        ? undefined
        : whole?.depends.find(({ name }) => plan.find(name) === undefined);
    if (unknown) {
      return { kind: 'unknown', name: unknown.name };
    }
  }
  return undefined;
}

/** A "dependency" on what something is part of says only that they belong together. */
function isWithin(place: number, whole: number, parents: Int32Array): boolean {
  for (let part = place; part >= 0; part = parents[part] ?? NONE) {
    if (part === whole) {
      return true;
    }
  }
  return false;
}

function ranked(places: readonly number[], plan: Plan, { stated }: WorkTable): ReadyItem[] {
  const scores = scoresOf(plan);
  const names = namesOf(places, plan);
  // Looked up once for each, not at each comparison.
  const values = Float64Array.from(places, (place) => scores[place]?.value ?? Number.NEGATIVE_INFINITY);
  const dues = Float64Array.from(places, (place) => {
    const day = stated.dueLast[place] ?? NO_DAY;
    return day === NO_DAY ? Number.POSITIVE_INFINITY : day;
  });
  const at = (column: Float64Array, index: number) => column[index] ?? 0;
  return Uint32Array.from(places, (_, index) => index)
    .sort((a, b) => order(at(values, b), at(values, a)) || order(at(dues, a), at(dues, b)) || a - b)
    .reduce<ReadyItem[]>((ready, index) => {
      const place = places[index] ?? NONE;
      const item = plan.workItems[place];
      if (item) {
        ready.push({ item, name: names[index] ?? item.id, score: scores[place] });
      }
      return ready;
    }, []);
}

function namesOf(places: readonly number[], plan: Plan): readonly string[] {
  const copies = new Map<string, number>();
  return places.map((place) => {
    const id = plan.workItems[place]?.id ?? '';
    const copy = (copies.get(id) ?? 0) + 1;
    copies.set(id, copy);
    return copy === 1 ? id : `${id} (${copy})`;
  });
}

/** Of two infinite numbers the difference is none. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
