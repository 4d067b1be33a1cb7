import type { StatusCategory } from '../model/status';
import type { PlanHistory, PlanMoment } from './planHistory';

/**
 * When an item became *done* and has stayed so since; undefined: it is not done, or was so before its history begins, so
 * nobody can tell.
 */
export function doneSince(history: PlanHistory, id: string): PlanMoment | undefined {
  return categorySince(history, id, 'done');
}

/** {@link doneSince} for any category. */
export function categorySince(history: PlanHistory, id: string, category: StatusCategory): PlanMoment | undefined {
  let since: PlanMoment | undefined;
  for (const { before, after, moment } of history.eventsOf(id)) {
    if (after?.category !== category) {
      since = undefined;
    } else if (before?.category !== category) {
      // What is so in the very first version may have been so at any time before.
      since = before === undefined && moment.day === history.range.from ? undefined : moment;
    }
  }
  return since;
}
