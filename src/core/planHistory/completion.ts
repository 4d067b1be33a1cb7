import { canonicalId } from '../ids/canonicalId';
import type { Day } from '../model/calendar';
import type { ItemState, PlanEvent, PlanHistory, PlanMoment } from './planHistory';
import { isDelivery, isFirstKnown } from './states';

/**
 * When an item became *done* and has stayed so since; undefined: it is not done, or was so before its history begins, so
 * nobody can tell.
 */
export function doneSince(history: PlanHistory, id: string): PlanMoment | undefined {
  const past = history.pastOf(id);
  if (past && past.notes.doneSince === undefined) {
    past.notes.doneSince = lastDone(history, past.events) ?? null;
  }
  return past?.notes.doneSince ?? undefined;
}

function lastDone(history: PlanHistory, events: readonly PlanEvent[]): PlanMoment | undefined {
  let since: PlanMoment | undefined;
  for (const event of events) {
    if (event.after?.category !== 'done') {
      since = undefined;
    } else if (event.before?.category !== 'done') {
      // What is done in the very first version may have been done at any time before.
      since = isFirstKnown(history, event) ? undefined : event.moment;
    }
  }
  return since;
}

/** Whether the item was *done* when the plan first named it, and was not opened since: its ID is younger than its work. */
export function cameAsDone(history: PlanHistory, id: string): boolean {
  const events = history.eventsOf(id);
  const added = events.findLast(({ before }) => before === undefined);
  return added?.after?.category === 'done' && events.at(-1)?.after?.category === 'done' && !wasOpened(events, added);
}

function wasOpened(events: readonly PlanEvent[], since: PlanEvent): boolean {
  return events.slice(events.indexOf(since)).some(({ after }) => after !== undefined && after.category !== 'done');
}

/** A piece of work that was finished. */
export interface Completion {
  readonly id: string;
  readonly kind: ItemState['kind'];
  /** On which it became done for the last time. */
  readonly day: Day;
  /** Its estimate then, or the sum of those right under it; undefined: neither is stated in points. */
  readonly points: number | undefined;
}

/**
 * What was finished since the history begins, the earliest first: stories, epics with nothing under them, and tasks of no
 * story. Left out is what was done in the first version already, or came as done with much else, since its day is not known; and
 * what was opened again. What was cleared away after it was done counts.
 */
export function completions(history: PlanHistory): readonly Completion[] {
  const known = completionsBefore.get(history);
  if (known) {
    return known;
  }
  const finished = [...lastCompletions(history).values()].sort((a, b) => a.day - b.day);
  completionsBefore.set(history, finished);
  return finished;
}

/** Several rules and views ask the same history. */
const completionsBefore = new WeakMap<PlanHistory, readonly Completion[]>();

function lastCompletions(history: PlanHistory): Map<string, Completion> {
  const done = new Map<string, Completion>();
  const states = new Map<string, ItemState>();
  const imported = importsOf(history);
  for (const event of history.events) {
    const { id, before, after, moment } = event;
    const key = canonicalId(id);
    if (after) {
      states.set(key, after);
    } else {
      states.delete(key);
    }
    if (after && after.category !== 'done') {
      done.delete(key);
    } else if (after && before?.category !== 'done' && isDelivery(after, !after.isLeaf, states)) {
      if (before !== undefined || !(isFirstKnown(history, event) || imported.has(moment.sha))) {
        done.set(key, { id, kind: after.kind, day: moment.day, points: pointsOf(key, after, states) });
      }
    }
  }
  return done;
}

/** More than so many that are written down as done at once were done before, elsewhere. */
const MOST_NOTED_AT_ONCE = 5;

/** The commits that brought finished work of an unknown time: another tool's export, say. */
function importsOf(history: PlanHistory): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { before, after, moment } of history.events) {
    if (before === undefined && after?.category === 'done') {
      counts.set(moment.sha, (counts.get(moment.sha) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > MOST_NOTED_AT_ONCE).map(([sha]) => sha));
}

function pointsOf(id: string, state: ItemState, states: ReadonlyMap<string, ItemState>): number | undefined {
  if (state.estimate) {
    return state.estimate.unit === 'points' ? state.estimate.value : undefined;
  }
  let sum: number | undefined;
  for (const { parent, estimate } of state.isLeaf ? [] : states.values()) {
    if (parent !== undefined && canonicalId(parent) === id && estimate?.unit === 'points') {
      sum = (sum ?? 0) + estimate.value;
    }
  }
  return sum;
}

/** What was finished in one week. */
export interface WeekOfWork {
  /** Its Monday. */
  readonly monday: Day;
  readonly stories: number;
  /** Of those that have an estimate in points. */
  readonly points: number;
}

/** The Monday of the ISO 8601 week in which a day lies. */
export function mondayOf(day: Day): Day {
  // 1970-01-01 was a Thursday.
  return day - ((((day + 3) % 7) + 7) % 7);
}

/**
 * Throughput by ISO week, weeks without any included, the earliest first.
 *
 * @param from @param to days of the first and last week; no week when `to` lies before `from`
 */
export function weeklyThroughput(finished: readonly Completion[], from: Day, to: Day): WeekOfWork[] {
  const weeks: { monday: Day; stories: number; points: number }[] = [];
  const first = mondayOf(from);
  for (let monday = first; monday <= to; monday += 7) {
    weeks.push({ monday, stories: 0, points: 0 });
  }
  for (const { day, points } of finished) {
    const week = weeks[(mondayOf(day) - first) / 7];
    if (week) {
      week.stories += 1;
      week.points += points ?? 0;
    }
  }
  return weeks;
}
