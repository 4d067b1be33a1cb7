import type { Day } from '../model/calendar';
import type { Release } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { deadlineOf } from './deadline';
import { madeWithin } from './derived';
import { afterWork, endOfWork, latestBeginning } from './moments';
import { type RemainingWorks, remainingWorks } from './remainingWork';
import { NO_DAY, NONE } from './statedColumns';
import { type WorkingDays, workingDays } from './workingDays';
import { type WorkNetwork, workNetwork } from './workNetwork';
import { ACTIVE, type WorkTable, workTable } from './workTable';

/** When the events of a {@link WorkNetwork} can and must happen, by event. What is not in the network has no times. */
export interface EventTimes {
  readonly network: WorkNetwork;
  readonly works: RemainingWorks;
  /** As moments. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** The event that an event waits for longest, or {@link NONE}. */
  readonly before: Int32Array;
  /**
   * The deadline that the latest moment comes from: the place of the item that is due, or of the release behind all items, or
   * {@link NONE}.
   */
  readonly deadlines: Int32Array;
  /** Of each release the place of the open item that ends last, or {@link NONE}: nothing of it is open. */
  readonly lastOf: Int32Array;
}

export function eventTimes(plan: Plan, today: Day, holidays: ReadonlySet<Day>): EventTimes {
  const works = remainingWorks(plan, today, holidays);
  return timesOf(plan.frame, workNetwork(plan), works, workTable(plan), plan.releases, today, holidays);
}

const timesOf = madeWithin(
  (
    network: WorkNetwork,
    works: RemainingWorks,
    table: WorkTable,
    releases: readonly Release[],
    today: Day,
    holidays: ReadonlySet<Day>,
  ): EventTimes => {
    const events = table.categories.length * 2;
    const calendar = workingDays(holidays);
    const times = {
      network,
      works,
      earliest: new Float64Array(events).fill(Number.NEGATIVE_INFINITY),
      latest: new Float64Array(events).fill(Number.POSITIVE_INFINITY),
      before: new Int32Array(events).fill(NONE),
      deadlines: new Int32Array(events).fill(NONE),
      lastOf: new Int32Array(releases.length).fill(NONE),
    };
    passForward(times, table, calendar, calendar.numberOf(today));
    noteDeadlines(times, table, calendar, releases);
    passBackward(times);
    return times;
  },
);

export function isStart(event: number): boolean {
  return (event & 1) === 0;
}

/** The last moment of a day; of a day off, that of the working day before it. */
export function endOfDay(day: Day, calendar: WorkingDays): number {
  return afterWork(calendar.numberOf(day + 1));
}

function passForward(
  { network, works, earliest, before }: EventTimes,
  table: WorkTable,
  calendar: WorkingDays,
  now: number,
) {
  const { places, order, firstTarget, targets } = network;
  const { categories, stated } = table;
  for (const place of places) {
    const start = categories[place] === ACTIVE ? NO_DAY : (stated.startFirst[place] ?? NO_DAY);
    earliest[place * 2] = start === NO_DAY ? now : Math.max(now, calendar.numberOf(start));
  }
  for (const event of order) {
    const moment = earliest[event] ?? 0;
    for (let edge = firstTarget[event] ?? 0; edge < (firstTarget[event + 1] ?? 0); edge += 1) {
      const target = targets[edge] ?? 0;
      const isOwn = isStart(event) && target === event + 1;
      const time = isOwn ? endOfWork(moment, works.days[event >> 1] ?? 0) : moment;
      const former = earliest[target] ?? 0;
      // An end that has several reasons is said to come from what is under it, for that is where the work is.
      if (time > former || (time === former && !isStart(target))) {
        earliest[target] = time;
        before[target] = event;
      }
    }
  }
}

function noteDeadlines(
  { network, earliest, latest, deadlines, lastOf }: EventTimes,
  table: WorkTable,
  calendar: WorkingDays,
  allReleases: readonly Release[],
) {
  const { releases, deliveries, stated } = table;
  const ends = allReleases.map((release) => {
    const deadline = release.status?.category === 'dropped' ? undefined : deadlineOf(release);
    return deadline && endOfDay(deadline.day, calendar);
  });
  const limit = (end: number, time: number, deadline: number) => {
    if (time < (latest[end] ?? 0)) {
      latest[end] = time;
      deadlines[end] = deadline;
    }
  };
  const endOf = (place: number) => earliest[place * 2 + 1] ?? 0;
  for (const place of network.places) {
    const due = stated.dueLast[place] ?? NO_DAY;
    if (due !== NO_DAY) {
      limit(place * 2 + 1, endOfDay(due, calendar), place);
    }
    const release = deliveries[place] === 1 ? (releases[place] ?? NONE) : NONE;
    if (release >= 0) {
      const end = ends[release];
      if (end !== undefined) {
        limit(place * 2 + 1, end, releases.length + release);
      }
      const last = lastOf[release] ?? NONE;
      if (last < 0 || endOf(place) > endOf(last)) {
        lastOf[release] = place;
      }
    }
  }
}

function passBackward({ network, works, latest, deadlines }: EventTimes) {
  const { order, firstTarget, targets } = network;
  for (let position = order.length - 1; position >= 0; position -= 1) {
    const event = order[position] ?? 0;
    for (let edge = firstTarget[event] ?? 0; edge < (firstTarget[event + 1] ?? 0); edge += 1) {
      const target = targets[edge] ?? 0;
      const isOwn = isStart(event) && target === event + 1;
      const moment = latest[target] ?? 0;
      const time = isOwn ? latestBeginning(moment, works.days[event >> 1] ?? 0) : moment;
      if (time < (latest[event] ?? 0)) {
        latest[event] = time;
        deadlines[event] = deadlines[target] ?? NONE;
      }
    }
  }
}
