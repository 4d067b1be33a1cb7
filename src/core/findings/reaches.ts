import type { Day } from '../model/calendar';
import { placesBlockedOtherwise } from '../planning/blocks';
import { placesRescheduled } from '../planning/rescheduled';
import type { Plan } from '../trace/plan';

/** How a change of one item can reach others, however far away: by the schedule, or by what waits for what is blocked. */
export const REACHES = ['schedule', 'blocks'] as const;

export type Reach = (typeof REACHES)[number];

interface Calendar {
  readonly today: Day;
  readonly holidays: ReadonlySet<Day>;
}

/** Places in `plan.workItems` of what changes reach, from an earlier plan to this one. */
export function placesReached(by: Reach, then: Plan, now: Plan, { today, holidays }: Calendar): ReadonlySet<number> {
  switch (by) {
    case 'schedule':
      return placesRescheduled(then, now, today, holidays);
    case 'blocks':
      return placesBlockedOtherwise(then, now);
  }
}
