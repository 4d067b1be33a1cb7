import type { Day } from '../model/calendar';
import type { Person } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { placesUnlike } from './derived';
import type { Progress } from './progress';
import { PagedColumn } from './pagedColumn';
import { peopleOf, type Rates, ratesOf } from './rates';
import { type WorkingDays, workingDays } from './workingDays';
import { EPIC, IN_DAYS, NO_DAY, NO_ESTIMATE, NONE } from './statedColumns';
import { ACTIVE, DONE, DROPPED, isOpenCode, type WorkTable, workTable } from './workTable';

/** On what a number of days rests. */
const BASES = [
  /** An estimate in days. */
  'estimate',
  /** An estimate in points and the capacity of its owner. */
  'ownerRate',
  /** An estimate in points and what a member of the team does on average. */
  'teamRate',
  /** The time from its start to its due date: that is how long it shall take, not how much work it is. */
  'dates',
  /** What is under it says how long it takes. */
  'parts',
  /** Nothing. */
  'unknown',
] as const;

export type WorkBasis = (typeof BASES)[number];

const [ESTIMATE, OWNER_RATE, TEAM_RATE, DATES, PARTS, UNKNOWN, OVER] = [0, 1, 2, 3, 4, 5, 6] as const;

/** How long what is left of an item will take one person. */
export interface RemainingWork {
  /** Working days, in quarters of one; 0 where that is unknown or said by its parts. */
  readonly days: number;
  /** What is left of an estimate in points; undefined: there is none, or nobody's capacity is known. */
  readonly points: number | undefined;
  readonly basis: WorkBasis;
}

/** How much is left of open items, by their place in `plan.workItems`. */
export interface RemainingWorks {
  /** See {@link RemainingWork.days}; 0 also for what is over. */
  readonly days: PagedColumn;
  /** Where the basis of each is the same number, it is the same basis. */
  readonly bases: Uint8Array;
  /** undefined: it is over. */
  basisAt(place: number): WorkBasis | undefined;
  /** See {@link RemainingWork.points}. */
  pointsAt(place: number): number | undefined;
  /** undefined: it is over. */
  at(place: number): RemainingWork | undefined;
  readonly rates: Rates;
}

/** A hundred years: sums of them remain days that a calendar has. */
const LONGEST = 26_000;

/**
 * How much work is left, by what the roadmap states: an estimate in days, else the time from start to due date, else
 * points at the pace of the owner, or of an average member of the team. Of active work that states its start, the days since
 * then are done, but never all of it. A story's estimate counts only where its tasks have none, for the share of them
 * that is open; an epic that has stories takes as long as they do, and points of an epic are not its owner's alone, so
 * they say nothing of days.
 */
export function remainingWorks(plan: Plan, today: Day, holidays: ReadonlySet<Day>): RemainingWorks {
  const { frame, team } = plan;
  const conditions = { table: workTable(plan), team, today, holidays };
  const former = latest.get(frame);
  const places = former && placesToldOtherwise(former.conditions, conditions);
  const works =
    places?.size === 0 && former
      ? former.works
      : new ColumnsOfWork(
          conditions.table,
          ratesOf(team, peopleOf(plan), conditions.table),
          today,
          workingDays(holidays),
          former && places && { works: former.works, places: withWholes(places, plan.parents) },
        );
  latest.set(frame, { conditions, works });
  return works;
}

/** All that the work which is left follows from, in plans with one frame. */
interface Conditions {
  readonly table: WorkTable;
  readonly team: readonly Person[];
  readonly today: Day;
  readonly holidays: ReadonlySet<Day>;
}

/** Those of the latest plan with a frame. */
const latest = new WeakMap<Plan['frame'], { readonly conditions: Conditions; readonly works: ColumnsOfWork }>();

/** Places of what is said otherwise of, as far as work follows from it; undefined: nothing can be left as it was. */
function placesToldOtherwise(former: Conditions, now: Conditions): ReadonlySet<number> | undefined {
  if (former.team !== now.team || former.today !== now.today || former.holidays !== now.holidays) {
    return undefined;
  }
  const [then, table] = [former.table, now.table];
  return placesUnlike([
    [then.categories, table.categories],
    [then.owners, table.owners],
    [then.stated.startFirst, table.stated.startFirst],
    [then.stated.startLast, table.stated.startLast],
    [then.stated.dueFirst, table.stated.dueFirst],
    [then.stated.estimateUnits, table.stated.estimateUnits],
    [then.stated.estimates, table.stated.estimates],
  ]);
}

/** With all that the items at these places are part of. */
function withWholes(places: ReadonlySet<number>, parents: Int32Array): ReadonlySet<number> {
  const all = new Set<number>();
  for (const place of places) {
    for (let at = place; at >= 0 && !all.has(at); at = parents[at] ?? NONE) {
      all.add(at);
    }
  }
  return all;
}

class ColumnsOfWork implements RemainingWorks {
  readonly days: PagedColumn;
  readonly bases: Uint8Array;
  private readonly points: PagedColumn;

  constructor(
    private readonly table: WorkTable,
    readonly rates: Rates,
    private readonly today: Day,
    private readonly calendar: WorkingDays,
    former?: { readonly works: ColumnsOfWork; readonly places: ReadonlySet<number> },
  ) {
    const { length } = this.table.categories;
    this.days = former?.works.days.copy() ?? PagedColumn.of(length, 0);
    this.bases = former?.works.bases.slice() ?? new Uint8Array(length).fill(OVER);
    this.points = former?.works.points.copy() ?? PagedColumn.of(length, Number.NaN);
    for (const place of former?.places ?? this.bases.keys()) {
      this.findAnew(place);
    }
  }

  private findAnew(place: number): void {
    this.days.set(place, 0);
    this.bases[place] = OVER;
    this.points.set(place, Number.NaN);
    if (isOpenCode(this.table.categories[place])) {
      this.find(place);
    }
  }

  basisAt(place: number): WorkBasis | undefined {
    return BASES[this.bases[place] ?? OVER];
  }

  pointsAt(place: number): number | undefined {
    const points = this.points.at(place);
    return Number.isNaN(points) ? undefined : points;
  }

  at(place: number): RemainingWork | undefined {
    const basis = this.basisAt(place);
    return basis && { days: this.days.at(place), points: this.pointsAt(place), basis };
  }

  private find(place: number): void {
    const { firstChild, stated } = this.table;
    const isLeaf = firstChild[place] === firstChild[place + 1];
    if (!isLeaf && (stated.kinds[place] === EPIC || this.hasPartThatStatesWork(place))) {
      this.bases[place] = PARTS;
      return;
    }
    this.findWhole(place, isLeaf);
    if (this.bases[place] === UNKNOWN) {
      this.bases[place] = isLeaf ? UNKNOWN : PARTS;
    } else if (this.bases[place] !== DATES) {
      this.leaveOutWhatIsDone(place, isLeaf);
    }
  }

  /** True when something under it says how much work it is. */
  private hasPartThatStatesWork(place: number): boolean {
    const { firstChild, children, stated } = this.table;
    for (let at = firstChild[place] ?? 0; at < (firstChild[place + 1] ?? 0); at += 1) {
      const child = children[at] ?? 0;
      const statesDates = stated.startFirst[child] !== NO_DAY && stated.dueFirst[child] !== NO_DAY;
      if (stated.estimateUnits[child] !== NO_ESTIMATE || statesDates || this.hasPartThatStatesWork(child)) {
        return true;
      }
    }
    return false;
  }

  private findWhole(place: number, isLeaf: boolean): void {
    const { stated } = this.table;
    const estimate = stated.estimates[place] ?? 0;
    const unit = Number.isFinite(estimate) && estimate >= 0 ? stated.estimateUnits[place] : NO_ESTIMATE;
    if (unit === IN_DAYS) {
      this.set(place, ESTIMATE, inQuarters(estimate));
      return;
    }
    const startLast = stated.startLast[place] ?? NO_DAY;
    const dueFirst = stated.dueFirst[place] ?? NO_DAY;
    // Of months and quarters only the days between them are surely meant.
    if (isLeaf && startLast !== NO_DAY && dueFirst !== NO_DAY && startLast <= dueFirst) {
      const days = this.calendar.between(Math.max(startLast, this.today), dueFirst);
      this.set(place, DATES, Math.max(1, inQuarters(days)));
      return;
    }
    const rate = unit === NO_ESTIMATE || stated.kinds[place] === EPIC ? undefined : this.rates.rateAt(place);
    if (rate) {
      this.set(place, rate.isAverage ? TEAM_RATE : OWNER_RATE, inQuarters(estimate / rate.pointsADay));
      this.points.set(place, estimate);
    } else {
      this.bases[place] = UNKNOWN;
    }
  }

  private leaveOutWhatIsDone(place: number, isLeaf: boolean): void {
    const { categories, stated } = this.table;
    const open = isLeaf ? 1 : this.openShare(place);
    const begun = categories[place] === ACTIVE ? (stated.startFirst[place] ?? NO_DAY) : NO_DAY;
    const elapsed = begun === NO_DAY || open < 1 ? 0 : this.calendar.between(begun, this.today - 1);
    if (open < 1 || elapsed > 0) {
      const whole = this.days.at(place);
      const days = inQuarters(Math.max(Math.min(1, whole), whole * open - elapsed));
      this.days.set(place, days);
      this.points.set(place, (this.points.at(place) * days) / Math.max(whole, 0.25));
    }
  }

  /** The share of its tasks that is open; 1 where it says itself that it is not finished though they are. */
  private openShare(place: number): number {
    const { done, total } = this.progressOf(place);
    return total === 0 || done === total ? 1 : (total - done) / total;
  }

  /** See `progressOf`. */
  private progressOf(place: number): Progress {
    const { firstChild, children, categories } = this.table;
    const [first = 0, end = 0] = [firstChild[place], firstChild[place + 1]];
    if (first === end) {
      return { done: categories[place] === DONE ? 1 : 0, total: categories[place] === DROPPED ? 0 : 1 };
    }
    let [done, total] = [0, 0];
    for (let at = first; at < end; at += 1) {
      const part = this.progressOf(children[at] ?? NONE);
      done += part.done;
      total += part.total;
    }
    return { done, total };
  }

  private set(place: number, basis: number, days: number): void {
    this.bases[place] = basis;
    this.days.set(place, days);
  }
}

/** Sums of quarters are exact, so no day is added by rounding. */
function inQuarters(days: number): number {
  return Math.min(LONGEST, days > 0 ? Math.max(0.25, Math.round(days * 4) / 4) : 0);
}
