import type { Day } from '../model/calendar';
import { doneSince } from './completion';
import type { PlanEvent, PlanHistory, StatusSpan } from './planHistory';
import { isFirstKnown } from './states';

/** The statuses that an item went through, the oldest first; empty: nothing is known of it. */
export function statusSpans(history: PlanHistory, id: string): readonly StatusSpan[] {
  const past = history.pastOf(id);
  if (!past) {
    return [];
  }
  past.notes.spans ??= allSpans(history, past.events);
  return past.notes.spans;
}

function allSpans(history: PlanHistory, events: readonly PlanEvent[]): readonly StatusSpan[] {
  const spans: StatusSpan[] = [];
  for (const event of events) {
    const { kind, after, moment } = event;
    if (kind === 'added' || kind === 'status' || kind === 'removed') {
      const last = spans.pop();
      if (last) {
        spans.push({ ...last, to: last.to ?? moment });
      }
      if (after) {
        const isBeginningKnown = !isFirstKnown(history, event);
        spans.push({ category: after.category, from: moment, isBeginningKnown, to: undefined });
      }
    }
  }
  return spans;
}

/** The status that an item has at the end of the history, and since when; undefined: it is planned no more, or never was. */
export function statusSince(history: PlanHistory, id: string): StatusSpan | undefined {
  const last = statusSpans(history, id).at(-1);
  return last?.to === undefined ? last : undefined;
}

/** From the day on which an item became active for the first time to the one on which it was done. */
export interface CycleTime {
  readonly from: Day;
  readonly to: Day;
  /** Calendar days; 0: on the same day. */
  readonly days: number;
}

/** undefined: it is not done, or one of the two days is not known. */
export function cycleTime(history: PlanHistory, id: string): CycleTime | undefined {
  const done = doneSince(history, id);
  const begun = statusSpans(history, id).find(({ category }) => category === 'active');
  return done && begun?.isBeginningKnown
    ? { from: begun.from.day, to: done.day, days: done.day - begun.from.day }
    : undefined;
}
