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

/** IDs of the items of this plan that changes reach, from an earlier plan to it. */
export function idsReached(by: Reach, then: Plan, now: Plan, calendar: Calendar): readonly string[] {
  const places = placesReached(by, then, now, calendar);
  return Array.from(places, (place) => now.workItems[place]?.id).filter((id) => id !== undefined);
}

function placesReached(by: Reach, then: Plan, now: Plan, { today, holidays }: Calendar): ReadonlySet<number> {
  switch (by) {
    case 'schedule':
      return placesRescheduled(then, now, today, holidays);
    case 'blocks':
      return placesBlockedOtherwise(then, now);
  }
}
