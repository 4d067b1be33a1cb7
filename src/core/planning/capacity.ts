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
  /** What is to be done, the most first. */
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
  const groups = [...groupedBy(worker.pieces, ({ release }) => release).values()]
    .flatMap((pieces) => (pieces[0] ? [{ ...pieces[0], pieces, sum: sumOf(pieces, worker) }] : []))
    .sort((a, b) => a.deadline.day - b.deadline.day);
  const loads: Load[] = [];
  let total: Sum = { points: 0, days: 0 };
  let excess = 0;
  groups.forEach(({ release, deadline, pieces, sum }, index) => {
    total = { points: add(total.points, sum.points), days: total.days + sum.days };
    const all = demand(total, days(Number.NEGATIVE_INFINITY, deadline.day), worker);
    const alone = demand(sum, days(release.start?.first ?? Number.NEGATIVE_INFINITY, deadline.day), worker);
    const addsTo = isMore(all, tolerance) && sum.days > 0 && all.missingDays > excess;
    if (addsTo || isMore(alone, tolerance)) {
      const which = addsTo ? groups.slice(0, index + 1) : [{ pieces }];
      loads.push(
        loadOf(
          worker,
          which.flatMap((group) => group.pieces),
          release,
          deadline,
          addsTo ? all : alone,
        ),
      );
    }
    excess = Math.max(excess, all.missingDays);
  });
  return loads;
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
}

function sumOf(pieces: readonly Piece[], worker: Worker): Sum {
  let points: number | undefined = 0;
  let days = 0;
  for (const piece of pieces) {
    if (piece.work.days > 0) {
      points = add(points, worker.pointsOf(piece));
      days += piece.work.days;
    }
  }
  return { points, days };
}

function add(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

type Demand = Pick<Load, 'unit' | 'planned' | 'available' | 'workingDays'> & { readonly missingDays: number };

function demand({ points, days }: Sum, workingDaysLeft: number, { pace }: Worker): Demand {
  return points === undefined
    ? {
        unit: 'days',
        planned: days,
        available: workingDaysLeft,
        workingDays: workingDaysLeft,
        missingDays: days - workingDaysLeft,
      }
    : {
        unit: 'points',
        planned: points,
        available: workingDaysLeft * pace,
        workingDays: workingDaysLeft,
        missingDays: points / pace - workingDaysLeft,
      };
}

function loadOf(
  { person, pace }: Worker,
  pieces: readonly Piece[],
  release: Release,
  deadline: Deadline,
  { unit, planned, available, workingDays: left }: Demand,
): Load {
  const counted = pieces.filter(({ work }) => work.days > 0);
  return {
    release,
    deadline,
    person,
    unit,
    planned,
    available,
    releases: [...new Set(counted.map((piece) => piece.release))],
    items: counted.toSorted((a, b) => b.work.days - a.work.days).map(({ item }) => item),
    unknown: pieces.filter(({ work }) => work.basis === 'unknown').length,
    workingDays: left,
    capacity: pace * SPRINT_DAYS,
  };
}

/** By more than what is lost when numbers are rounded for people. */
function isMore({ planned, available }: Demand, tolerance: number): boolean {
  return planned > available * tolerance + 0.1;
}
