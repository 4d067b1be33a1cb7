import type { Day } from '../model/calendar';
import type { Person, Release, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { pointsADay, SPRINT_DAYS } from './rates';
import { releaseFor } from './releases';
import { type RemainingWork, remainingWorks } from './remainingWork';
import { type Deadline, deadlineOf } from './schedule';
import { workingDays } from './workingDays';

/** What somebody has to do by the deadline of a release, and what they can do until then. */
export interface Load {
  /** The last one of {@link releases}. */
  readonly release: Release;
  readonly deadline: Deadline;
  /** undefined: the whole team. */
  readonly person: Person | undefined;
  /** The releases of which the work is, the earliest first. */
  readonly releases: readonly Release[];
  /** What is to be done of {@link release} itself, the most first. */
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

interface Piece {
  readonly item: WorkItem;
  readonly work: RemainingWork;
  readonly release: Release;
  readonly deadline: Deadline;
}

interface Worker {
  readonly person: Person | undefined;
  /** Points a working day. */
  readonly pace: number;
  readonly pieces: readonly Piece[];
  /** The points that a piece costs; undefined: it is estimated in days, and they are this person's. */
  pointsOf(piece: Piece): number | undefined;
}

/**
 * Where there is more to do than can be done in time, of each person whose capacity is known, and of the whole team where
 * everybody's is.
 *
 * Time is spent once: by the deadline of a release, its own work and that of all releases that are due before it must fit
 * into the working days from today on (the demand test for work with deadlines). The work of a release that begins later must
 * fit into its own time too. A release is told only where it makes the excess larger than the releases before it do. Left
 * out are releases whose time is over, and work without an estimate: what is told is the least.
 */
export function overloads(plan: Plan, today: Day, holidays: ReadonlySet<Day>, tolerance = 1): readonly Load[] {
  const works = remainingWorks(plan, today, holidays);
  const { people } = works.rates;
  if (!people.some((person) => pointsADay(person) !== undefined)) {
    return [];
  }
  const pieces = piecesOf(plan, today, (item) => works.of(item));
  const byOwner = groupedBy(pieces, ({ item }) => {
    const name = plan.ownerOf(item)?.name;
    return name === undefined ? undefined : (plan.findPerson(name) ?? 'outside the team');
  });
  const team: Worker = {
    person: undefined,
    pace: people.reduce((sum, person) => sum + (pointsADay(person) ?? 0), 0),
    pieces: [...byOwner].flatMap(([owner, own]) => (owner === 'outside the team' ? [] : own)),
    pointsOf: ({ item, work }) => work.points ?? work.days * (works.rates.rateFor(item)?.pointsADay ?? 0),
  };
  const single = people.flatMap((person): Worker[] => {
    const pace = pointsADay(person);
    const own = byOwner.get(person);
    return pace === undefined || !own ? [] : [{ person, pace, pieces: own, pointsOf: ({ work }) => work.points }];
  });
  const isWholeTeamKnown = people.length > 1 && people.every((person) => pointsADay(person) !== undefined);
  const days = (from: Day, to: Day) => workingDays(holidays).between(Math.max(from, today), to);
  return [...single, ...(isWholeTeamKnown ? [team] : [])].flatMap((worker) => overloadsOf(worker, days, tolerance));
}

/** Open work of releases to come. */
function piecesOf(plan: Plan, today: Day, workOf: (item: WorkItem) => RemainingWork): Piece[] {
  return plan.workItems.flatMap((item): Piece[] => {
    const release = isFinished(categoryOf(item, plan)) ? undefined : releaseFor(item, plan);
    const deadline = release && deadlineOf(release);
    if (!release || !deadline || deadline.day < today || (release.status && isFinished(release.status.category))) {
      return [];
    }
    const work = workOf(item);
    // A time from start to due date is no amount of work.
    return work.basis === 'parts' || work.basis === 'dates' ? [] : [{ item, work, release, deadline }];
  });
}

function overloadsOf(worker: Worker, days: (from: Day, to: Day) => number, tolerance: number): Load[] {
  const groups = groupedBy(worker.pieces, ({ release }) => release);
  const ordered = [...groups.values()]
    .flatMap((pieces) => (pieces[0] ? [{ ...pieces[0], pieces, sum: sumOf(pieces, worker) }] : []))
    .sort((a, b) => a.deadline.day - b.deadline.day);
  const loads: Load[] = [];
  const releases: Release[] = [];
  let total: Sum = { points: 0, days: 0, unknown: 0 };
  let excess = 0;
  for (const { release, deadline, pieces, sum } of ordered) {
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
        items: largestFirst(pieces),
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

function largestFirst(pieces: readonly Piece[]): WorkItem[] {
  const counted = pieces.filter(({ work }) => work.days > 0);
  return counted.sort((a, b) => b.work.days - a.work.days).map(({ item }) => item);
}

function groupedBy<T, Key>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) {
      group.push(value);
    } else {
      groups.set(keyOf(value), [value]);
    }
  }
  return groups;
}

interface Sum {
  /** undefined: something has no points. */
  readonly points: number | undefined;
  readonly days: number;
  /** How many pieces have no estimate. */
  readonly unknown: number;
}

function sumOf(pieces: readonly Piece[], worker: Worker): Sum {
  let points: number | undefined = 0;
  let days = 0;
  let unknown = 0;
  for (const piece of pieces) {
    const { work } = piece;
    unknown += work.basis === 'unknown' ? 1 : 0;
    days += work.days;
    points = work.days > 0 ? add(points, worker.pointsOf(piece)) : points;
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
