import type { Day } from '../model/calendar';
import type { Person, Release, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import { itemsAt, type Plan } from '../trace/plan';
import { type Deadline, deadlineOf } from './deadline';
import { madeWithin } from './derived';
import { pointsADay, SPRINT_DAYS } from './rates';
import { type RemainingWorks, remainingWorks } from './remainingWork';
import { workingDays } from './workingDays';
import { NONE, UNDECLARED } from './statedColumns';
import { type WorkTable, workTable } from './workTable';

/** What somebody has to do by the deadline of a release, and what they can do until then. */
export interface Load {
  /** The last one of {@link releases}. */
  readonly release: Release;
  readonly deadline: Deadline;
  /** undefined: the whole team. */
  readonly person: Person | undefined;
  /** The releases of which the work is, the earliest first. */
  readonly releases: readonly Release[];
  /** What is to be done of {@link release} itself, the most first; the first of many only. */
  readonly items: readonly WorkItem[];
  /** Open items without an estimate: they count as nothing. */
  readonly unknown: number;
  readonly unit: 'points' | 'days';
  /** In the unit. */
  readonly planned: number;
  readonly available: number;
  readonly workingDays: number;
  /** Points a sprint. */
  readonly capacity: number;
}

/** Open work of one release. */
interface Part {
  readonly release: Release;
  readonly deadline: Deadline;
  /** Places in `plan.workItems`. */
  readonly places: readonly number[];
  readonly sum: Sum;
}

interface Worker {
  readonly person: Person | undefined;
  /** Points a working day. */
  readonly pace: number;
  /** The earliest deadline first. */
  readonly parts: readonly Part[];
}

/**
 * Where there is more to do than can be done in time, of each person whose capacity is known, and of the whole team where
 * everybody's is.
 *
 * Time is spent once: by the deadline of a release, its own work and that of all releases that are due before it must fit
 * into the working days from today on (the demand test for work with deadlines). The work of a release that begins later must
 * fit into its own time too. A release is told only where it makes the excess larger than the releases before it do. Left
 * out are releases whose time is over, and work without an estimate: what is told is the least.
 *
 * @param tolerance how much of what can be done may be planned; 1: all
 * @param mostItems so many items are listed of each
 */
export function overloads(
  plan: Plan,
  today: Day,
  holidays: ReadonlySet<Day>,
  { tolerance, mostItems }: { readonly tolerance: number; readonly mostItems: number },
): readonly Load[] {
  const { frame, releases, team } = plan;
  const works = remainingWorks(plan, today, holidays);
  const loads = findOverloads(frame, works, workTable(plan), releases, team, today, holidays, tolerance, mostItems);
  return loads.map(({ places, ...load }) => ({ ...load, items: itemsAt(places, plan) }));
}

/** With the places in `plan.workItems` of its items. */
type LoadOfPlaces = Omit<Load, 'items'> & { readonly places: readonly number[] };

const findOverloads = madeWithin(
  (
    works: RemainingWorks,
    table: WorkTable,
    allReleases: readonly Release[],
    members: readonly Person[],
    today: Day,
    holidays: ReadonlySet<Day>,
    tolerance: number,
    mostItems: number,
  ): readonly LoadOfPlaces[] => {
    const { people } = works.rates;
    if (!people.some((person) => pointsADay(person) !== undefined)) {
      return [];
    }
    const releases = releasesToCome(allReleases, today);
    const { ofOwner, ofAll } = openPlaces(table, releases, works);
    const partsOf = (groups: PlacesByRelease, pointsOf: (place: number) => number | undefined) =>
      releases.flatMap(({ release, deadline, at }): Part[] => {
        const places = groups[at];
        return places ? [{ release, deadline, places, sum: sumOf(places, works, pointsOf) }] : [];
      });
    const single = people.flatMap((person): Worker[] => {
      const pace = pointsADay(person);
      const own = ofOwner(members.indexOf(person));
      return pace === undefined ? [] : [{ person, pace, parts: partsOf(own, (place) => works.pointsAt(place)) }];
    });
    const days = (from: Day, to: Day) => workingDays(holidays).between(Math.max(from, today), to);
    const context = { days, tolerance, works, mostItems };
    const loads = single.flatMap((worker) => overloadsOf(worker, context));
    if (people.length < 2 || people.some((person) => pointsADay(person) === undefined)) {
      return loads;
    }
    const team: Worker = {
      person: undefined,
      pace: people.reduce((sum, person) => sum + (pointsADay(person) ?? 0), 0),
      parts: partsOf(ofAll, (place) => {
        const rate = works.rates.rateAt(place)?.pointsADay ?? 0;
        return works.pointsAt(place) ?? works.days.at(place) * rate;
      }),
    };
    return [...loads, ...overloadsOf(team, context)];
  },
);

interface ReleaseToCome {
  readonly release: Release;
  readonly deadline: Deadline;
  /** Its place in `plan.releases`. */
  readonly at: number;
}

/** The earliest deadline first. */
function releasesToCome(releases: readonly Release[], today: Day): ReleaseToCome[] {
  return releases
    .flatMap((release, at): ReleaseToCome[] => {
      const deadline = release.status && isFinished(release.status.category) ? undefined : deadlineOf(release);
      return deadline && deadline.day >= today ? [{ release, deadline, at }] : [];
    })
    .sort((a, b) => a.deadline.day - b.deadline.day);
}

/** In the plan's order, by the place of a release in `plan.releases`; undefined: there is none of it. */
type PlacesByRelease = readonly (readonly number[] | undefined)[];

interface OpenPlaces {
  /** @param owner a place in `plan.team` */
  ofOwner(owner: number): PlacesByRelease;
  /** Of everybody in the team, and of nobody. */
  readonly ofAll: PlacesByRelease;
}

/** Open work of these releases. */
function openPlaces(
  { isOpen, releases, owners }: WorkTable,
  releasesAhead: readonly ReleaseToCome[],
  works: RemainingWorks,
): OpenPlaces {
  const isAhead = new Set(releasesAhead.map(({ at }) => at));
  // By the code of an owner, of which the lowest is that of one whom nobody declares.
  const byOwner: (number[] | undefined)[][] = [];
  const ofAll: (number[] | undefined)[] = [];
  for (let place = 0; place < isOpen.length; place += 1) {
    const release = releases[place] ?? NONE;
    const basis = isOpen[place] === 1 && isAhead.has(release) ? works.basisAt(place) : 'parts';
    // A time from start to due date is no amount of work.
    if (basis !== 'parts' && basis !== 'dates') {
      const owner = owners[place] ?? NONE;
      ((byOwner[owner - UNDECLARED] ??= [])[release] ??= []).push(place);
      if (owner !== UNDECLARED) {
        (ofAll[release] ??= []).push(place);
      }
    }
  }
  return { ofOwner: (owner) => byOwner[owner - UNDECLARED] ?? [], ofAll };
}

interface LoadContext {
  /** How many working days there are from a day, or from today, to another one. */
  readonly days: (from: Day, to: Day) => number;
  readonly tolerance: number;
  readonly works: RemainingWorks;
  readonly mostItems: number;
}

function overloadsOf(worker: Worker, { days, tolerance, works, mostItems }: LoadContext): LoadOfPlaces[] {
  const loads: LoadOfPlaces[] = [];
  const releases: Release[] = [];
  let total: Sum = { points: 0, days: 0, unknown: 0 };
  let excess = 0;
  for (const { release, deadline, places, sum } of worker.parts) {
    total = plus(total, sum);
    if (sum.days > 0) {
      releases.push(release);
    }
    const all = demand(total, days(Number.NEGATIVE_INFINITY, deadline.day), worker, tolerance);
    const alone = demand(sum, days(release.start?.first ?? Number.NEGATIVE_INFINITY, deadline.day), worker, tolerance);
    const addsTo = sum.days > 0 && all.isTooMuch && all.missingDays > excess;
    if (addsTo || alone.isTooMuch) {
      const { unit, planned, available, workingDays: left, unknown } = addsTo ? all : alone;
      loads.push({
        release,
        deadline,
        person: worker.person,
        releases: addsTo ? [...releases] : [release],
        places: largestFirst(places, works, mostItems),
        unknown,
        unit,
        planned,
        available,
        workingDays: left,
        capacity: worker.pace * SPRINT_DAYS,
      });
    }
    excess = Math.max(excess, all.missingDays);
  }
  return loads;
}

/** Only what counts at all; of what is as large the first in the plan. */
function largestFirst(places: readonly number[], { days }: RemainingWorks, most: number): number[] {
  const largest: number[] = [];
  const daysAt = (rank: number) => days.at(largest[rank] ?? NONE);
  for (const place of places) {
    const own = days.at(place);
    if (own > (largest.length < most ? 0 : daysAt(most - 1))) {
      let rank = Math.min(largest.length, most - 1);
      for (; rank > 0 && daysAt(rank - 1) < own; rank -= 1) {
        largest[rank] = largest[rank - 1] ?? NONE;
      }
      largest[rank] = place;
    }
  }
  return largest;
}

interface Sum {
  /** undefined: something has no points. */
  readonly points: number | undefined;
  readonly days: number;
  /** How many pieces have no estimate. */
  readonly unknown: number;
}

/** @param pointsOf the points that a piece of work costs; undefined: it is estimated in days, and they are the worker's */
function sumOf(places: readonly number[], works: RemainingWorks, pointsOf: (place: number) => number | undefined): Sum {
  let points: number | undefined = 0;
  let days = 0;
  let unknown = 0;
  for (const place of places) {
    const own = works.days.at(place);
    unknown += works.basisAt(place) === 'unknown' ? 1 : 0;
    days += own;
    points = own > 0 ? add(points, pointsOf(place)) : points;
  }
  return { points, days, unknown };
}

function plus(a: Sum, b: Sum): Sum {
  return { points: add(a.points, b.points), days: a.days + b.days, unknown: a.unknown + b.unknown };
}

function add(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

interface Demand extends Pick<Load, 'unit' | 'planned' | 'available' | 'workingDays' | 'unknown'> {
  readonly isTooMuch: boolean;
  /** Working days by which it is too much: one load may be in points and the next in days. */
  readonly missingDays: number;
}

/** Rounding numbers for people loses that much. */
const ROUNDING = 0.1;

function demand({ points, days, unknown }: Sum, workingDaysLeft: number, { pace }: Worker, tolerance: number): Demand {
  const unit = points === undefined ? 'days' : 'points';
  const planned = points ?? days;
  const unitsADay = points === undefined ? 1 : pace;
  const available = workingDaysLeft * unitsADay;
  const missing = planned - available * tolerance;
  return {
    unit,
    planned,
    available,
    workingDays: workingDaysLeft,
    unknown,
    isTooMuch: missing > ROUNDING,
    missingDays: missing / unitsADay,
  };
}
