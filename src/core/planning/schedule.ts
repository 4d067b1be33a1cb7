import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { CriticalPathSchedule } from './criticalPathSchedule';
import type { Deadline } from './deadline';
import type { EventTimes } from './eventTimes';
import type { RemainingWork } from './remainingWork';

/** When an open item can and must be worked on. */
export interface ScheduledItem {
  readonly work: RemainingWork;
  readonly earliestStart: Day;
  /** The last day of work, if all that is unknown took no time: it may be later, and cannot be earlier. */
  readonly earliestFinish: Day;
  /**
   * undefined, as {@link latestFinish}: neither it nor anything that waits for it has a deadline. What is under it may have
   * some of its own.
   */
  readonly latestStart: Day | undefined;
  readonly latestFinish: Day | undefined;
  /** Working days by which it can be late without a deadline being missed; negative: one is missed by so many. */
  readonly slack: number | undefined;
  /** The deadline that {@link latestFinish} comes from. */
  readonly deadline: Deadline | undefined;
  /** What it waits for longest; undefined: it could begin today, or on the day that it states. */
  readonly waitsFor: WorkItem | undefined;
  /** It waits for itself, see {@link Schedule.knots}: that is left out, so its dates are too early. */
  readonly isInKnot: boolean;
}

/** Open items in the order of work, of which each ends before the next can start: they decide when a release is finished. */
export interface CriticalPath {
  readonly items: readonly WorkItem[];
  readonly earliestFinish: Day;
  /** The freeze or the date of the release, whichever is earlier; undefined: it has none. */
  readonly deadline: Deadline | undefined;
  /** In working days, see {@link ScheduledItem.slack}, to the release's own deadline. */
  readonly slack: number | undefined;
}

/** When the open work of a plan can and must be done. */
export interface Schedule {
  /** What all of it is told from. */
  readonly times: EventTimes;
  /** undefined: it is done or dropped. */
  of(item: WorkItem): ScheduledItem | undefined;
  /** See {@link ScheduledItem.waitsFor}. */
  waitsFor(item: WorkItem): WorkItem | undefined;
  /** Its {@link ScheduledItem.earliestFinish}; undefined: it is done or dropped. */
  finishOf(item: WorkItem): Day | undefined;
  /** The same; undefined also for what has no work of its own. */
  finishOfOwnWork(item: WorkItem): Day | undefined;
  /** What is left of it; undefined: it is done or dropped. */
  workOf(item: WorkItem): RemainingWork | undefined;
  /** See {@link ScheduledItem.isInKnot}. */
  isInKnot(item: WorkItem): boolean;
  /** The items that decide when this one ends, in the order of work, itself last where it has work of its own; empty: it is finished. */
  chainTo(item: WorkItem): readonly WorkItem[];
  /** undefined: nothing of it is open. */
  criticalPathOf(release: Release): CriticalPath | undefined;
  /** Open items, with nothing under them, of which nobody can tell how long they take; they count as no time. */
  readonly unknownDurations: number;
  /** Items that wait for one another in a circle. The dependencies within a circle are left out. */
  readonly knots: readonly (readonly WorkItem[])[];
}

interface Known {
  readonly today: Day;
  readonly holidays: ReadonlySet<Day>;
  readonly schedule: Schedule;
}

const known = new WeakMap<Plan, Known>();

/**
 * The critical path method (Kelley and Walker, "Critical-path planning and scheduling", 1959): one pass forward for the
 * earliest dates, one backward for the latest, the difference is the slack.
 *
 * Nothing begins before today, before its own start where it states one, or before what it depends on ends. Work that
 * has begun counts with what is left of it, and waits for its dependencies like all other ("retained logic"). It says nothing
 * of people who have too much to do at once: see `capacity`. Takes time in proportion to items and dependencies; made once for
 * each plan and day.
 */
export function scheduleOf(plan: Plan, today: Day, holidays: ReadonlySet<Day>): Schedule {
  const last = known.get(plan);
  if (last?.today === today && last.holidays === holidays) {
    return last.schedule;
  }
  const schedule = new CriticalPathSchedule(plan, today, holidays);
  known.set(plan, { today, holidays, schedule });
  return schedule;
}
