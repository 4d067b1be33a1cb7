import { canonicalId } from '../ids/canonicalId';
import type { Day } from '../model/calendar';
import { deliveriesOf, type PlanStates, statesOn } from './states';
import type { ItemState, PlanEvent, PlanHistory } from './planHistory';

/** One piece of work that a release delivers. */
export interface ScopeItem {
  readonly id: string;
  /** In points; undefined: it has no estimate in points. */
  readonly points: number | undefined;
}

/**
 * What a release had to deliver at the end of a day, what was dropped left out; by canonical ID.
 *
 * @param isRelease whether a name, as an item has it, is the release's
 */
export function scopeOn(
  history: PlanHistory,
  day: Day,
  isRelease: (name: string) => boolean,
): ReadonlyMap<string, ScopeItem> {
  const planned = plannedOn(history, day);
  const names = [...planned.byName.keys()].filter(isRelease);
  const key = JSON.stringify(names);
  let scope = planned.scopes.get(key);
  if (!scope) {
    scope = new Map(names.flatMap((name) => planned.byName.get(name) ?? []).map((item) => [item.id, item]));
    planned.scopes.set(key, scope);
  }
  return scope;
}

/** What was to be delivered and not dropped. */
interface Planned {
  readonly byName: ReadonlyMap<string, readonly ScopeItem[]>;
  /** Those that were asked for, by the names of one release. */
  readonly scopes: Map<string, ReadonlyMap<string, ScopeItem>>;
}

/** A rule asks for the same days again at each change of the plan. */
const plannedBefore = new WeakMap<PlanHistory, Map<Day, Planned>>();

/** What the plan was to deliver at the end of a day. */
function plannedOn(history: PlanHistory, day: Day): Planned {
  const byDay = plannedBefore.get(history) ?? new Map<Day, Planned>();
  plannedBefore.set(history, byDay);
  let planned = byDay.get(day);
  if (!planned) {
    planned = { byName: byRelease(statesOn(history, day)), scopes: new Map() };
    byDay.set(day, planned);
  }
  return planned;
}

function byRelease(states: PlanStates): Planned['byName'] {
  const planned = new Map<string, ScopeItem[]>();
  for (const id of deliveriesOf(states)) {
    const { release, category, estimate } = states.get(id) ?? {};
    if (release !== undefined && category !== 'dropped') {
      const items = planned.get(release) ?? [];
      planned.set(release, items);
      items.push({ id, points: estimate?.unit === 'points' ? estimate.value : undefined });
    }
  }
  return planned;
}

/**
 * The day on which a release began: the one that it states, else that on which it became active, else that on which it first had a
 * date. Where that lies before the history, the day of the history's beginning, since nothing before it is known.
 *
 * @param stated what the plan of today states
 * @returns undefined: nobody can tell
 */
export function releaseStart(history: PlanHistory, id: string, stated: Day | undefined): Day | undefined {
  const events = history.eventsOf(id);
  const dayOfFirst = (is: (state: ItemState) => boolean): Day | undefined =>
    events.find(({ after }) => after !== undefined && is(after))?.moment.day;
  const began =
    stated ?? dayOfFirst(({ category }) => category === 'active') ?? dayOfFirst(({ due }) => due !== undefined);
  return began === undefined ? undefined : Math.max(began, history.range.from);
}

/** The event by which an item came to the release it is in; undefined: it is not known, or not committed. */
export function joinedRelease(
  history: PlanHistory,
  id: string,
  isRelease: (name: string) => boolean,
): PlanEvent | undefined {
  const isIn = (state: ItemState | undefined) => state?.release !== undefined && isRelease(state.release);
  return history.eventsOf(canonicalId(id)).findLast(({ before, after }) => isIn(after) && !isIn(before));
}
