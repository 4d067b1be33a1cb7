import type { Day } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { progressOf } from './progress';
import { type Rates, ratesOf } from './rates';
import { type WorkingDays, workingDays } from './workingDays';
import { ACTIVE, type WorkTable, workTable } from './workTable';

/** On what a number of days rests. */
export type WorkBasis =
  /** An estimate in days. */
  | 'estimate'
  /** An estimate in points and the capacity of its owner. */
  | 'ownerRate'
  /** An estimate in points and what a member of the team does on average. */
  | 'teamRate'
  /** The time from its start to its due date: that is how long it shall take, not how much work it is. */
  | 'dates'
  /** What is under it says how long it takes. */
  | 'parts'
  /** Nothing. */
  | 'unknown';

/** How long what is left of an item will take one person. */
export interface RemainingWork {
  /** Working days, in quarters of one; 0 where that is unknown or said by its parts. */
  readonly days: number;
  /** What is left of an estimate in points; undefined: there is none, or nobody's capacity is known. */
  readonly points: number | undefined;
  readonly basis: WorkBasis;
}

/** How much is left of open items. */
export interface RemainingWorks {
  /** @param place that of an item which is neither done nor dropped, in `plan.workItems` */
  at(place: number): RemainingWork;
  readonly rates: Rates;
}

const UNKNOWN: RemainingWork = { days: 0, points: undefined, basis: 'unknown' };
const PARTS: RemainingWork = { days: 0, points: undefined, basis: 'parts' };

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
  const last = known.get(plan);
  if (last?.today === today && last.holidays === holidays) {
    return last.works;
  }
  const works = findWorks(plan, today, holidays);
  known.set(plan, { today, holidays, works });
  return works;
}

/** The schedule and what is added up by person ask the same. */
const known = new WeakMap<
  Plan,
  { readonly today: Day; readonly holidays: ReadonlySet<Day>; readonly works: RemainingWorks }
>();

function findWorks(plan: Plan, today: Day, holidays: ReadonlySet<Day>): RemainingWorks {
  const rates = ratesOf(plan);
  const finder = new WorkFinder(plan, rates, workingDays(holidays), today);
  const works = new Array<RemainingWork | undefined>(plan.workItems.length);
  return { at: (place) => (works[place] ??= finder.find(place)), rates };
}

class WorkFinder {
  private readonly table: WorkTable;

  constructor(
    private readonly plan: Plan,
    private readonly rates: Rates,
    private readonly calendar: WorkingDays,
    private readonly today: Day,
  ) {
    this.table = workTable(plan);
  }

  find(place: number): RemainingWork {
    const item = this.plan.workItems[place];
    const children = this.childrenOf(place);
    if (!item || (children.length > 0 && (item.kind === 'epic' || children.some((child) => this.statesWork(child))))) {
      return PARTS;
    }
    const whole = this.wholeWork(item, place, children.length === 0);
    if (whole.basis === 'unknown') {
      return children.length > 0 ? PARTS : UNKNOWN;
    }
    return whole.basis === 'dates' ? whole : this.whatIsLeft(whole, item, place);
  }

  private childrenOf(place: number): Int32Array {
    const { firstChild, children } = this.table;
    const [first = 0, end = 0] = [firstChild[place], firstChild[place + 1]];
    return first === end ? NO_CHILDREN : children.subarray(first, end);
  }

  /** True when it, or something under it, says how much work it is. */
  private statesWork(place: number): boolean {
    const item = this.plan.workItems[place];
    return (
      item?.estimate !== undefined ||
      (item?.start !== undefined && item.due !== undefined) ||
      this.childrenOf(place).some((child) => this.statesWork(child))
    );
  }

  private wholeWork({ kind, estimate, start, due }: WorkItem, place: number, isLeaf: boolean): RemainingWork {
    const value = estimate && Number.isFinite(estimate.value) && estimate.value >= 0 ? estimate.value : undefined;
    if (value !== undefined && estimate?.unit === 'days') {
      return { days: inQuarters(value), points: undefined, basis: 'estimate' };
    }
    // Of months and quarters only the days between them are surely meant.
    if (isLeaf && start && due && start.last <= due.first) {
      const days = this.calendar.between(Math.max(start.last, this.today), due.first);
      return { days: Math.max(1, inQuarters(days)), points: undefined, basis: 'dates' };
    }
    const rate = value === undefined || kind === 'epic' ? undefined : this.rates.rateAt(place);
    return value === undefined || rate === undefined
      ? UNKNOWN
      : {
          days: inQuarters(value / rate.pointsADay),
          points: value,
          basis: rate.isAverage ? 'teamRate' : 'ownerRate',
        };
  }

  private whatIsLeft(whole: RemainingWork, item: WorkItem, place: number): RemainingWork {
    const open = this.openShare(item, place);
    const begun = this.table.categories[place] === ACTIVE ? item.start?.first : undefined;
    const elapsed = begun === undefined || open < 1 ? 0 : this.calendar.between(begun, this.today - 1);
    if (open === 1 && elapsed === 0) {
      return whole;
    }
    const days = inQuarters(Math.max(Math.min(1, whole.days), whole.days * open - elapsed));
    const points = whole.points === undefined ? undefined : (whole.points * days) / Math.max(whole.days, 0.25);
    return { ...whole, days, points };
  }

  /** The share of its tasks that is open; 1 where it has none, or says itself that it is not finished though they are. */
  private openShare(item: WorkItem, place: number): number {
    if (this.childrenOf(place).length === 0) {
      return 1;
    }
    const { done, total } = progressOf(item, this.plan);
    return total === 0 || done === total ? 1 : (total - done) / total;
  }
}

const NO_CHILDREN = new Int32Array(0);

/** Sums of quarters are exact, so no day is added by rounding. */
function inQuarters(days: number): number {
  return Math.min(LONGEST, days > 0 ? Math.max(0.25, Math.round(days * 4) / 4) : 0);
}
