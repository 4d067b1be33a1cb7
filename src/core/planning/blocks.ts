import type { Plan } from '../trace/plan';
import { madeWithin, placesUnlike, sameNumbers } from './derived';
import { dependantPlaces } from './dependencies';
import { formerPlaces } from './formerPlaces';
import { NONE } from './statedColumns';
import { BLOCKED, type WorkTable, workTable } from './workTable';

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
    blocks = blocksWithin(plan);
    known.set(plan, blocks);
  }
  return blocks;
}

interface Latest {
  readonly roles: Uint8Array;
  readonly dependants: ReadonlyMap<number, readonly number[]>;
  readonly blocks: Blocks;
}

/** The latest of the plans with a frame. */
const latest = new WeakMap<Plan['frame'], Latest>();

/** Found anew only where an item takes a role in them that it did not have. */
function blocksWithin(plan: Plan): Blocks {
  const table = workTable(plan);
  const roles = rolesOf(plan.frame, table);
  const dependants = dependantPlaces(plan);
  const former = latest.get(plan.frame);
  const isSame = former?.dependants === dependants && areKept(former, roles, table);
  const blocks = isSame ? former.blocks : findBlocks(roles, dependants);
  latest.set(plan.frame, { roles, dependants, blocks });
  return blocks;
}

/** Whether what may wait now, or waits no more, did not wait and would wait for nothing that is blocked. */
function areKept({ roles: former, blocks }: Latest, roles: Uint8Array, { needs }: WorkTable): boolean {
  const isInBlock = (place: number) => roles[place] === IS_BLOCKED || blocks.next[place] !== NONE;
  for (const place of placesUnlike([[former, roles]])) {
    const isOrWasBlocked = roles[place] === IS_BLOCKED || former[place] === IS_BLOCKED;
    if (isOrWasBlocked || isInBlock(place) || needs[place]?.some(isInBlock)) {
      return false;
    }
  }
  return true;
}

/** Codes of what an item can be to a block. */
const NOTHING = 0;
const MAY_WAIT = 1;
const IS_BLOCKED = 2;

/** By place: most changes of a plan make none of them another, and so no other blocks. */
const rolesOf = madeWithin(({ isOpen, needs, stated }: WorkTable): Uint8Array => {
  const roles = new Uint8Array(isOpen.length);
  for (let place = 0; place < roles.length; place += 1) {
    const mayWait = isOpen[place] === 1 && (needs[place] ?? []).length > 0;
    roles[place] = stated.categories[place] === BLOCKED ? IS_BLOCKED : mayWait ? MAY_WAIT : NOTHING;
  }
  return roles;
}, sameNumbers);

function findBlocks(roles: Uint8Array, dependants: ReadonlyMap<number, readonly number[]>): Blocks {
  const behind = new Map<number, number[]>();
  for (let place = 0; place < roles.length; place += 1) {
    if (roles[place] === IS_BLOCKED) {
      behind.set(place, []);
    }
  }
  const next = new Int32Array(roles.length).fill(NONE);
  const block = new Int32Array(roles.length).fill(NONE);
  const queue = [...behind.keys()];
  for (const place of queue) {
    for (const waiter of dependants.get(place) ?? []) {
      if (next[waiter] === NONE && roles[waiter] === MAY_WAIT) {
        const end = behind.has(place) ? place : (block[place] ?? NONE);
        next[waiter] = place;
        block[waiter] = end;
        behind.get(end)?.push(waiter);
        queue.push(waiter);
      }
    }
  }
  return { behind, next, block, waiting: queue.slice(behind.size) };
}

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
