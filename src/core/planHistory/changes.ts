import type { DayRange } from '../model/calendar';
import type { ItemState, PlanEventKind } from './planHistory';

/** What is another one in the later state, in a fixed order; empty: an event can be made of nothing. */
export function changedFields(before: ItemState | undefined, after: ItemState | undefined): PlanEventKind[] {
  if (!before || !after) {
    return before ? ['removed'] : after ? ['added'] : [];
  }
  return FIELDS.filter(([, isSame]) => !isSame(before, after)).map(([kind]) => kind);
}

type Comparison = (a: ItemState, b: ItemState) => boolean;

const FIELDS: readonly (readonly [PlanEventKind, Comparison])[] = [
  ['status', (a, b) => a.category === b.category],
  ['start', (a, b) => isSameRange(a.start, b.start)],
  ['due', (a, b) => isSameRange(a.due, b.due)],
  ['freeze', (a, b) => isSameRange(a.freeze, b.freeze)],
  ['estimate', (a, b) => a.estimate?.value === b.estimate?.value && a.estimate?.unit === b.estimate?.unit],
  ['release', (a, b) => a.release === b.release],
  ['owner', (a, b) => a.owner === b.owner],
  ['parent', (a, b) => a.parent === b.parent],
  ['title', (a, b) => a.title === b.title],
];

/** Whether two dates name the same days, or neither is stated. */
export function isSameRange(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a?.first === b?.first && a?.last === b?.last;
}
