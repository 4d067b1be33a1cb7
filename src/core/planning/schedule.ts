import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { deliveredRelease } from './releases';
import { type RemainingWork, remainingWorks } from './remainingWork';
import { type WorkNetwork, workNetwork } from './workNetwork';
import { type WorkingDays, workingDays } from './workingDays';

/** A day by which something must be finished. */
export interface Deadline {
  /** The last day that is early enough. */
  readonly day: Day;
  readonly kind: 'due' | 'freeze' | 'release';
  /** Whose date it is. */
  readonly owner: WorkItem | Release;
}

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
  /** undefined: it is done or dropped. */
  of(item: WorkItem): ScheduledItem | undefined;
  /** The same as its {@link ScheduledItem.earliestFinish}, for whoever asks every item. undefined also for what has no work of its own. */
  finishOfWork(item: WorkItem): Day | undefined;
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

/** 1 January of the year 1 and 31 December 9999: what a roadmap can state. Sums may lead further, where no calendar follows. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/**
 * Moments are working days as {@link WorkingDays.numberOf} counts them: `n` is the beginning of day n. Work ends a little
 * before the next may begin, so that the end of a day and the beginning of the next are two moments, and the whole part
 * of each is its day. Work is measured in quarters of a day, which are far longer than that little.
 */
const LITTLE = 1 / 1024;

/** When work can begin at or after this moment. */
function nextBeginning(moment: number): number {
  return Math.ceil(moment * 4) / 4;
}

/** The last moment before `beginning`, or `beginning` itself where it is such a moment already. */
function afterWork(beginning: number): number {
  return nextBeginning(beginning) - LITTLE;
}

function isEndOfWork(moment: number): boolean {
  return nextBeginning(moment) !== moment;
}

/** When work that could begin at `moment` is done; what takes no time is done at once. */
function endOfWork(moment: number, days: number): number {
  return days === 0 ? moment : afterWork(nextBeginning(moment) + days);
}

/** When work must begin that has to be done at `moment`. */
function latestBeginning(moment: number, days: number): number {
  return days === 0 ? moment : nextBeginning(moment) - days;
}

class CriticalPathSchedule implements Schedule {
  readonly unknownDurations: number;
  private readonly network: WorkNetwork;
  private readonly calendar: WorkingDays;
  private readonly works: readonly RemainingWork[];
  /** By event, as moments. */
  private readonly earliest: Float64Array;
  private readonly latest: Float64Array;
  /** The event that an event waits for longest; -1: none. */
  private readonly before: Int32Array;
  private readonly deadlines: (Deadline | undefined)[] = [];
  private readonly entangled: ReadonlySet<WorkItem>;
  private readonly criticalPaths = new Map<Release, CriticalPath>();
  private readonly lastOfRelease = new Map<Release, number>();

  constructor(
    private readonly plan: Plan,
    today: Day,
    holidays: ReadonlySet<Day>,
  ) {
    this.calendar = workingDays(holidays);
    this.network = workNetwork(plan);
    const { items, knots } = this.network;
    const works = remainingWorks(plan, today, holidays);
    this.works = items.map((item) => works.of(item));
    this.unknownDurations = this.works.filter(({ basis }) => basis === 'unknown').length;
    this.entangled = new Set(knots.flat());
    this.earliest = new Float64Array(items.length * 2).fill(Number.NEGATIVE_INFINITY);
    this.before = new Int32Array(items.length * 2).fill(-1);
    this.latest = new Float64Array(items.length * 2).fill(Number.POSITIVE_INFINITY);
    this.passForward(today);
    this.noteDeadlines();
    this.passBackward();
  }

  get knots(): Schedule['knots'] {
    return this.network.knots;
  }

  of(item: WorkItem): ScheduledItem | undefined {
    const index = this.network.indexOf(item);
    const work = index === undefined ? undefined : this.works[index];
    if (index === undefined || work === undefined) {
      return undefined;
    }
    const start = index * 2;
    const begins = this.earliest[start] ?? 0;
    const ends = this.earliest[start + 1] ?? 0;
    const mustBegin = this.latest[start] ?? Number.POSITIVE_INFINITY;
    const mustEnd = this.latest[start + 1] ?? Number.POSITIVE_INFINITY;
    const hasLimit = mustEnd < Number.POSITIVE_INFINITY;
    const lastDay = Math.floor(isEndOfWork(ends) ? afterWork(mustEnd) : mustEnd);
    return {
      work,
      earliestStart: this.dayOf(Math.floor(Math.min(nextBeginning(begins), ends))),
      earliestFinish: this.dayOf(Math.floor(ends)),
      latestStart: hasLimit ? this.dayOf(Math.min(Math.floor(mustBegin), lastDay)) : undefined,
      latestFinish: hasLimit ? this.dayOf(lastDay) : undefined,
      // What holds its parts holds it too: their deadlines are in the moment at which it must begin.
      slack: hasLimit ? Math.floor(Math.min(mustEnd - ends, mustBegin - begins)) : undefined,
      deadline: hasLimit ? this.deadlines[mustEnd - ends <= mustBegin - begins ? start + 1 : start] : undefined,
      waitsFor: this.dependencyBefore(start),
      isInKnot: this.entangled.has(item),
    };
  }

  finishOfWork(item: WorkItem): Day | undefined {
    const index = this.network.indexOf(item);
    const days = index === undefined ? undefined : this.works[index]?.days;
    return index !== undefined && days !== undefined && days > 0
      ? this.dayOf(Math.floor(this.earliest[index * 2 + 1] ?? 0))
      : undefined;
  }

  chainTo(item: WorkItem): readonly WorkItem[] {
    const index = this.network.indexOf(item);
    return index === undefined ? [] : this.pathTo(index * 2 + 1);
  }

  criticalPathOf(release: Release): CriticalPath | undefined {
    const path = this.criticalPaths.get(release) ?? this.findCriticalPath(release);
    if (path) {
      this.criticalPaths.set(release, path);
    }
    return path;
  }

  private findCriticalPath(release: Release): CriticalPath | undefined {
    const last = this.lastOfRelease.get(release);
    if (last === undefined) {
      return undefined;
    }
    const finish = this.earliest[last * 2 + 1] ?? 0;
    const deadline = deadlineOf(release);
    return {
      items: this.pathTo(last * 2 + 1),
      earliestFinish: this.dayOf(Math.floor(finish)),
      deadline,
      slack: deadline && Math.floor(this.endOf(deadline.day) - finish),
    };
  }

  private passForward(today: Day): void {
    const { items, order, firstTarget, targets } = this.network;
    const { earliest, before, works } = this;
    const now = this.calendar.numberOf(today);
    items.forEach((item, index) => {
      const begun = categoryOf(item, this.plan) === 'active';
      earliest[index * 2] = item.start && !begun ? Math.max(now, this.calendar.numberOf(item.start.first)) : now;
    });
    for (const event of order) {
      for (let edge = firstTarget[event] ?? 0; edge < (firstTarget[event + 1] ?? 0); edge += 1) {
        const target = targets[edge] ?? 0;
        const isOwn = isStart(event) && target === event + 1;
        const moment = earliest[event] ?? 0;
        const time = isOwn ? endOfWork(moment, works[event >> 1]?.days ?? 0) : moment;
        const former = earliest[target] ?? 0;
        // An end that has several reasons is said to come from what is under it, for that is where the work is.
        if (time > former || (time === former && !isStart(target))) {
          earliest[target] = time;
          before[target] = event;
        }
      }
    }
  }

  private noteDeadlines(): void {
    this.network.items.forEach((item, index) => {
      const end = index * 2 + 1;
      if (item.due) {
        this.limit(end, { day: item.due.last, kind: 'due', owner: item });
      }
      const release = deliveredRelease(item, this.plan);
      if (release) {
        const deadline = release.status?.category === 'dropped' ? undefined : deadlineOf(release);
        if (deadline) {
          this.limit(end, deadline);
        }
        const last = this.lastOfRelease.get(release);
        if (last === undefined || (this.earliest[end] ?? 0) > (this.earliest[last * 2 + 1] ?? 0)) {
          this.lastOfRelease.set(release, index);
        }
      }
    });
  }

  private limit(end: number, deadline: Deadline): void {
    const time = this.endOf(deadline.day);
    if (time < (this.latest[end] ?? 0)) {
      this.latest[end] = time;
      this.deadlines[end] = deadline;
    }
  }

  private passBackward(): void {
    const { order, firstTarget, targets } = this.network;
    const { latest, deadlines, works } = this;
    for (let position = order.length - 1; position >= 0; position -= 1) {
      const event = order[position] ?? 0;
      for (let edge = firstTarget[event] ?? 0; edge < (firstTarget[event + 1] ?? 0); edge += 1) {
        const target = targets[edge] ?? 0;
        const isOwn = isStart(event) && target === event + 1;
        const moment = latest[target] ?? 0;
        const time = isOwn ? latestBeginning(moment, works[event >> 1]?.days ?? 0) : moment;
        if (time < (latest[event] ?? 0)) {
          latest[event] = time;
          deadlines[event] = deadlines[target];
        }
      }
    }
  }

  private pathTo(end: number): WorkItem[] {
    const path: WorkItem[] = [];
    for (let event = end; event >= 0; event = this.before[event] ?? -1) {
      const item = this.network.items[event >> 1];
      // What is passed from its start to its end is worked on; of the rest, only something under it is.
      if (item && !isStart(event) && this.before[event] === event - 1) {
        path.push(item);
      }
    }
    return path.reverse();
  }

  /** The item whose end a start waits for, be it that what it is part of waits. */
  private dependencyBefore(start: number): WorkItem | undefined {
    let event = this.before[start] ?? -1;
    while (event >= 0 && isStart(event)) {
      event = this.before[event] ?? -1;
    }
    return event < 0 ? undefined : this.network.items[event >> 1];
  }

  /** The last moment of a day; of a day off, that of the working day before it. */
  private endOf(day: Day): number {
    return afterWork(this.calendar.numberOf(day + 1));
  }

  private dayOf(number: number): Day {
    return Math.max(FIRST_DAY, Math.min(LAST_DAY, this.calendar.dayOf(number)));
  }
}

/** By when a release's work must be done; a freeze lets only fixes in after it. */
export function deadlineOf(release: Release): Deadline | undefined {
  const { date, freeze } = release;
  if (freeze && !(date && date.last < freeze.last)) {
    return { day: freeze.last, kind: 'freeze', owner: release };
  }
  return date && { day: date.last, kind: 'release', owner: release };
}

function isStart(event: number): boolean {
  return (event & 1) === 0;
}
