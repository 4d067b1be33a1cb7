import type { Day } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { categoryOf, progressOf } from './progress';
import { type Rates, ratesOf } from './rates';
import { type WorkingDays, workingDays } from './workingDays';

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
  /** @param item one that is neither done nor dropped */
  of(item: WorkItem): RemainingWork;
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
  const works = new Map<WorkItem, RemainingWork>();
  const calendar = workingDays(holidays);
  const rates = ratesOf(plan);
  const find = (item: WorkItem): RemainingWork => {
    const children = plan.childrenOf(item);
    if (children.length > 0 && (item.kind === 'epic' || children.some((child) => statesWork(child, plan)))) {
      return PARTS;
    }
    const whole = wholeWork(item, children.length === 0, rates, calendar, today);
    if (whole.basis === 'unknown') {
      return children.length > 0 ? PARTS : UNKNOWN;
    }
    return whole.basis === 'dates' ? whole : whatIsLeft(whole, item, plan, calendar, today);
  };
  const of = (item: WorkItem): RemainingWork => {
    const work = works.get(item) ?? find(item);
    works.set(item, work);
    return work;
  };
  return { of, rates };
}

/** True when it, or something under it, says how much work it is. */
function statesWork(item: WorkItem, plan: Plan): boolean {
  return (
    item.estimate !== undefined ||
    (item.start !== undefined && item.due !== undefined) ||
    plan.childrenOf(item).some((child) => statesWork(child, plan))
  );
}

function wholeWork(item: WorkItem, isLeaf: boolean, rates: Rates, calendar: WorkingDays, today: Day): RemainingWork {
  const { estimate, start, due } = item;
  const value = estimate && Number.isFinite(estimate.value) && estimate.value >= 0 ? estimate.value : undefined;
  if (value !== undefined && estimate?.unit === 'days') {
    return { days: inQuarters(value), points: undefined, basis: 'estimate' };
  }
  // Of months and quarters only the days between them are surely meant.
  if (isLeaf && start && due && start.last <= due.first) {
    const days = calendar.between(Math.max(start.last, today), due.first);
    return { days: Math.max(1, inQuarters(days)), points: undefined, basis: 'dates' };
  }
  const rate = value === undefined || item.kind === 'epic' ? undefined : rates.rateFor(item);
  return value === undefined || rate === undefined
    ? UNKNOWN
    : {
        days: inQuarters(value / rate.pointsADay),
        points: value,
        basis: rate.isAverage ? 'teamRate' : 'ownerRate',
      };
}

function whatIsLeft(
  whole: RemainingWork,
  item: WorkItem,
  plan: Plan,
  calendar: WorkingDays,
  today: Day,
): RemainingWork {
  const open = openShare(item, plan);
  const begun = categoryOf(item, plan) === 'active' ? item.start?.first : undefined;
  const elapsed = begun === undefined || open < 1 ? 0 : calendar.between(begun, today - 1);
  if (open === 1 && elapsed === 0) {
    return whole;
  }
  const days = inQuarters(Math.max(Math.min(1, whole.days), whole.days * open - elapsed));
  const points = whole.points === undefined ? undefined : (whole.points * days) / Math.max(whole.days, 0.25);
  return { ...whole, days, points };
}

/** The share of its tasks that is open; 1 where it has none, or says itself that it is not finished though they are. */
function openShare(item: WorkItem, plan: Plan): number {
  if (plan.childrenOf(item).length === 0) {
    return 1;
  }
  const { done, total } = progressOf(item, plan);
  return total === 0 || done === total ? 1 : (total - done) / total;
}

/** Sums of quarters are exact, so no day is added by rounding. */
function inQuarters(days: number): number {
  return Math.min(LONGEST, days > 0 ? Math.max(0.25, Math.round(days * 4) / 4) : 0);
}
