import type { Day } from '../model/calendar';
import type { Plan } from '../trace/plan';
import { dependantPlaces } from './dependencies';
import type { EventTimes } from './eventTimes';
import { formerPlaces } from './formerPlaces';
import { scheduleOf } from './schedule';
import { NONE } from './statedColumns';
import { workTable } from './workTable';

/**
 * Places in `plan.workItems` of open items of which the schedule says something else than it did of an earlier plan: they begin or
 * end on another day, their chain is another one, or has an item in it that is another object, or they came to the critical path
 * of their release or left it. With them all that depends on one of these.
 */
export function placesRescheduled(then: Plan, now: Plan, today: Day, holidays: ReadonlySet<Day>): ReadonlySet<number> {
  const former = scheduleOf(then, today, holidays).times;
  const { times } = scheduleOf(now, today, holidays);
  const { of: formerOf, isKept } = formerPlaces(then, now);
  const isOther = new Uint8Array(times.earliest.length);
  const wasCritical = criticalPlaces(former, then);
  const isCritical = times === former ? wasCritical : criticalPlaces(times, now);
  const rescheduled: number[] = [];
  const dependants = dependantPlaces(now);
  const formerEvent = (event: number) => formerOf(event >> 1) * 2 + (event & 1);
  for (const event of times.network.order) {
    const place = event >> 1;
    const before = times.before[event] ?? NONE;
    if ((before >= 0 && isOther[before] === 1) || !isKept(place) || (times !== former && saysOther(event))) {
      isOther[event] = 1;
      rescheduled.push(place);
    }
  }
  function saysOther(event: number): boolean {
    const [place, before, at] = [event >> 1, times.before[event] ?? NONE, formerEvent(event)];
    const formerPlace = formerOf(place);
    return (
      times.earliest[event] !== former.earliest[at] ||
      former.before[at] !== (before < 0 ? NONE : formerEvent(before)) ||
      times.works.days[place] !== former.works.days[formerPlace] ||
      times.works.bases[place] !== former.works.bases[formerPlace] ||
      isCritical[place] !== wasCritical[formerPlace]
    );
  }
  return new Set(rescheduled.flatMap((place) => [place, ...(dependants.get(place) ?? [])]));
}

/** 1 by the place of what is on the critical path of its own release. */
function criticalPlaces({ lastOf, before }: EventTimes, plan: Plan): Uint8Array {
  const { releases } = workTable(plan);
  const critical = new Uint8Array(releases.length);
  lastOf.forEach((last, release) => {
    for (let event = last < 0 ? NONE : last * 2 + 1; event >= 0; event = before[event] ?? NONE) {
      const place = event >> 1;
      if (releases[place] === release && before[event] === event - 1 && (event & 1) === 1) {
        critical[place] = 1;
      }
    }
  });
  return critical;
}
