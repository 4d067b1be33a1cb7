import type { PlanHistory, PlanMoment } from './planHistory';

/**
 * When an item became *done* and has stayed so since; undefined: it is not done, or was so before its history begins, so
 * nobody can tell.
 */
export function doneSince(history: PlanHistory, id: string): PlanMoment | undefined {
  let since: PlanMoment | undefined;
  for (const { before, after, moment } of history.eventsOf(id)) {
    const isDone = after?.category === 'done';
    const wasDone = before?.category === 'done';
    if (!isDone) {
      since = undefined;
    } else if (!wasDone) {
      // What is done in the very first version may have been done at any time before.
      since = before === undefined && moment.day === history.range.from ? undefined : moment;
    }
  }
  return since;
}
