import { type Day, dayOf } from '../core/model/calendar';

/** The calendar day that the machine's own clock and time zone show. */
export function systemToday(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
