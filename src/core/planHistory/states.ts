import { canonicalId } from '../ids/canonicalId';
import type { Day } from '../model/calendar';
import type { ItemState, PlanEvent, PlanHistory } from './planHistory';

/** All items as a version of the plan had them, by canonical ID. */
export type PlanStates = ReadonlyMap<string, ItemState>;

/** What the plan said at the end of a day; empty before its history begins. */
export function statesOn(history: PlanHistory, day: Day): PlanStates {
  const states = new Map<string, ItemState>();
  for (const { id, after, moment } of history.events) {
    if (moment.day > day) {
      continue;
    }
    if (after) {
      states.set(canonicalId(id), after);
    } else {
      states.delete(canonicalId(id));
    }
  }
  return states;
}

/** Whether an event belongs to the first version that is known, so that nobody can tell since when it is as it says. */
export function isFirstKnown({ events }: PlanHistory, { before, moment }: PlanEvent): boolean {
  return before === undefined && moment.sha === events[0]?.moment.sha;
}

/**
 * The IDs of what the plan delivers, each piece of work once: stories, epics with nothing under them, and tasks that stand by
 * themselves or are planned for another release than their story. As `storiesByRelease` has it for the plan of today.
 */
export function deliveriesOf(states: PlanStates): Set<string> {
  const parents = new Set<string>();
  for (const { parent, kind } of states.values()) {
    if (parent !== undefined && kind !== 'goal') {
      parents.add(canonicalId(parent));
    }
  }
  const deliveries = new Set<string>();
  for (const [id, state] of states) {
    if (isDelivery(state, parents.has(id), states)) {
      deliveries.add(id);
    }
  }
  return deliveries;
}

/** @param hasChildren whether something stands under it */
export function isDelivery(state: ItemState, hasChildren: boolean, states: PlanStates): boolean {
  switch (state.kind) {
    case 'story':
      return true;
    case 'epic':
      return !hasChildren;
    case 'task': {
      const parent = state.parent === undefined ? undefined : states.get(canonicalId(state.parent));
      return !parent || state.release !== parent.release;
    }
    case 'goal':
    case 'release':
    case 'risk':
      return false;
  }
}
