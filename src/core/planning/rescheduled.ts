import type { Day } from '../model/calendar';
import type { Plan } from '../trace/plan';
import { dependantPlaces } from './dependencies';
import { placesUnlike } from './derived';
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
  const { isOpen } = workTable(now);
  const unlike = now.placesUnlike(then);
  const others = unlike
    ? [...eventsUnlike(times, former, unlike, [now, then])].filter((event) => isOpen[event >> 1] === 1)
    : openEvents(isOpen, differenceOf(times, former, [now, then]));
  const rescheduled = withChains(others, times);
  const dependants = dependantPlaces(now);
  return new Set(
    Array.from(rescheduled, (event) => event >> 1).flatMap((place) => [place, ...(dependants.get(place) ?? [])]),
  );
}

/** The events of open items that fit, all of which are looked at. */
function openEvents(isOpen: Uint8Array, fits: (event: number) => boolean): number[] {
  const events: number[] = [];
  for (let place = 0; place < isOpen.length; place += 1) {
    if (isOpen[place] === 1) {
      for (let event = place * 2; event <= place * 2 + 1; event += 1) {
        if (fits(event)) {
          events.push(event);
        }
      }
    }
  }
  return events;
}

/** With all that waits longest for one of them: what an event waits for is part of its chain. */
function withChains(events: readonly number[], { network: { targets }, before }: EventTimes): ReadonlySet<number> {
  const found = new Set(events);
  const open = [...events];
  for (let event = open.pop(); event !== undefined; event = open.pop()) {
    for (let edge = targets.first[event] ?? 0; edge < (targets.first[event + 1] ?? 0); edge += 1) {
      const next = targets.events[edge] ?? 0;
      if (before.at(next) === event && !found.has(next)) {
        found.add(next);
        open.push(next);
      }
    }
  }
  return found;
}

/**
 * Of two plans with one frame the events of items that are other objects, and those of which {@link differenceOf} tells: only what
 * differs is looked at.
 */
function eventsUnlike(
  times: EventTimes,
  former: EventTimes,
  unlike: readonly number[],
  [now, then]: readonly [Plan, Plan],
): ReadonlySet<number> {
  const events = new Set<number>();
  const places = new Set(unlike);
  if (times !== former) {
    times.earliest.addPlacesUnlike(former.earliest, events);
    times.before.addPlacesUnlike(former.before, events);
    times.works.days.addPlacesUnlike(former.works.days, places);
    const columns = [
      [former.works.bases, times.works.bases],
      [criticalPlaces(former, then), criticalPlaces(times, now)],
    ] as const;
    placesUnlike(columns).forEach((place) => places.add(place));
  }
  for (const place of places) {
    events.add(place * 2).add(place * 2 + 1);
  }
  return events;
}

/** Tells of an event whether its item is another object, or its own times are others than they were. */
function differenceOf(
  times: EventTimes,
  former: EventTimes,
  [now, then]: readonly [Plan, Plan],
): (event: number) => boolean {
  const { of: formerOf, isKept } = formerPlaces(then, now);
  const { earliest, before } = times;
  const { earliest: earliestThen, before: beforeThen } = former;
  const { days, bases } = times.works;
  const { days: daysThen, bases: basesThen } = former.works;
  const isCritical = criticalPlaces(times, now);
  const wasCritical = criticalPlaces(former, then);
  const formerEvent = (event: number) => formerOf(event >> 1) * 2 + (event & 1);
  return (event) => {
    const place = event >> 1;
    const formerPlace = formerOf(place);
    const cause = before.at(event);
    const at = formerPlace * 2 + (event & 1);
    return (
      !isKept(place) ||
      earliest.at(event) !== earliestThen.at(at) ||
      beforeThen.at(at) !== (cause < 0 ? NONE : formerEvent(cause)) ||
      days.at(place) !== daysThen.at(formerPlace) ||
      bases[place] !== basesThen[formerPlace] ||
      isCritical[place] !== wasCritical[formerPlace]
    );
  };
}

/** 1 by the place of what is on the critical path of its own release. */
function criticalPlaces({ lastOf, before }: EventTimes, plan: Plan): Uint8Array {
  const { releases } = workTable(plan);
  const critical = new Uint8Array(releases.length);
  lastOf.forEach((last, release) => {
    for (let event = last < 0 ? NONE : last * 2 + 1; event >= 0; event = before.at(event)) {
      const place = event >> 1;
      if (releases[place] === release && before.at(event) === event - 1 && (event & 1) === 1) {
        critical[place] = 1;
      }
    }
  });
  return critical;
}
