import type { Plan } from '../trace/plan';
import { madeWithin } from './derived';
import { dependantPlaces } from './dependencies';
import { formerPlaces } from './formerPlaces';
import { NONE } from './statedColumns';
import { BLOCKED, workTable } from './workTable';

/** What is blocked and what waits for it, directly or through others, by place in `plan.workItems`. */
export interface Blocks {
  /** Of each open item that says that it is blocked what waits for it, the nearest first. */
  readonly behind: ReadonlyMap<number, readonly number[]>;
  /** Of an item that waits what it depends on itself, on a shortest way to the nearest block; else {@link NONE}. */
  readonly next: Int32Array;
  /** The block at the end of that way. */
  readonly block: Int32Array;
  /** All that waits, each behind its {@link next}. */
  readonly waiting: readonly number[];
}

const known = new WeakMap<Plan, Blocks>();

export function blocksOf(plan: Plan): Blocks {
  let blocks = known.get(plan);
  if (!blocks) {
    const { categories, isOpen, stated } = workTable(plan);
    blocks = findBlocks(plan.frame, categories, isOpen, stated.categories, dependantPlaces(plan));
    known.set(plan, blocks);
  }
  return blocks;
}

const findBlocks = madeWithin(
  (
    categories: Uint8Array,
    isOpen: Uint8Array,
    stated: Int8Array,
    dependants: ReadonlyMap<number, readonly number[]>,
  ): Blocks => {
    const behind = new Map<number, number[]>();
    for (let place = 0; place < categories.length; place += 1) {
      if (categories[place] === BLOCKED && stated[place] === BLOCKED) {
        behind.set(place, []);
      }
    }
    const next = new Int32Array(categories.length).fill(NONE);
    const block = new Int32Array(categories.length).fill(NONE);
    const queue = [...behind.keys()];
    for (const place of queue) {
      for (const waiter of dependants.get(place) ?? []) {
        if (next[waiter] === NONE && stated[waiter] !== BLOCKED && isOpen[waiter] === 1) {
          const end = behind.has(place) ? place : (block[place] ?? NONE);
          next[waiter] = place;
          block[waiter] = end;
          behind.get(end)?.push(waiter);
          queue.push(waiter);
        }
      }
    }
    return { behind, next, block, waiting: queue.slice(behind.size) };
  },
);

/**
 * Places in `plan.workItems` of what waits otherwise than in an earlier plan, for another block, on another way or behind an item that
 * is another object, and of blocks for which other items wait.
 */
export function placesBlockedOtherwise(then: Plan, now: Plan): ReadonlySet<number> {
  const former = blocksOf(then);
  const blocks = blocksOf(now);
  const { of: formerOf, isKept } = formerPlaces(then, now);
  const places = new Set<number>();
  const isOther = (place: number) => places.has(place) || !isKept(place);
  for (let place = 0; blocks !== former && place < blocks.next.length; place += 1) {
    if (blocks.next[place] === NONE && (former.next[formerOf(place)] ?? NONE) !== NONE) {
      places.add(place);
    }
  }
  for (const place of blocks.waiting) {
    const next = blocks.next[place] ?? NONE;
    if (isOther(place) || isOther(next) || former.next[formerOf(place)] !== formerOf(next)) {
      places.add(place);
    }
  }
  for (const [place, waiters] of blocks.behind) {
    const waitersThen = former.behind.get(formerOf(place)) ?? [];
    const isSame = (waiter: number, at: number) => isKept(waiter) && waitersThen[at] === formerOf(waiter);
    if (waiters.length !== waitersThen.length || !waiters.every(isSame)) {
      places.add(place);
    }
  }
  return places;
}
