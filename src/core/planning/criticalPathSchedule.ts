import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { type Deadline, deadlineOf } from './deadline';
import { afterWork, endOfWork, isEndOfWork, latestBeginning, nextBeginning } from './moments';
import { type RemainingWork, type RemainingWorks, remainingWorks } from './remainingWork';
import type { CriticalPath, Schedule, ScheduledItem } from './schedule';
import { type WorkingDays, workingDays } from './workingDays';
import { type WorkNetwork, workNetwork } from './workNetwork';
import { NO_DAY, NONE } from './statedColumns';
import { ACTIVE, workTable } from './workTable';

/** 1 January of the year 1 and 31 December 9999: what a roadmap can state. Sums may lead further, where no calendar follows. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** See `scheduleOf`. */
export class CriticalPathSchedule implements Schedule {
  readonly unknownDurations: number;
  private readonly network: WorkNetwork;
  private readonly calendar: WorkingDays;
  private readonly works: RemainingWorks;
  /** By event, as moments. */
  private readonly earliest: Float64Array;
  private readonly latest: Float64Array;
  /** The event that an event waits for longest; -1: none. */
  private readonly before: Int32Array;
  /** By event the deadline that its latest moment comes from: the place of the item that is due, see {@link deadlineAt}; -1: none. */
  private readonly deadlines: Int32Array;
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
    const { items, places, knots } = this.network;
    this.works = remainingWorks(plan, today, holidays);
    this.unknownDurations = places.filter((place) => this.works.basisAt(place) === 'unknown').length;
    this.entangled = new Set(knots.flat());
    this.earliest = new Float64Array(items.length * 2).fill(Number.NEGATIVE_INFINITY);
    this.before = new Int32Array(items.length * 2).fill(-1);
    this.latest = new Float64Array(items.length * 2).fill(Number.POSITIVE_INFINITY);
    this.deadlines = new Int32Array(items.length * 2).fill(NONE);
    this.passForward(today);
    this.noteDeadlines();
    this.passBackward();
  }

  get knots(): Schedule['knots'] {
    return this.network.knots;
  }

  of(item: WorkItem): ScheduledItem | undefined {
    const index = this.indexOf(item);
    const work = index === undefined ? undefined : this.workAt(index);
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
      deadline: hasLimit ? this.deadlineAt(mustEnd - ends <= mustBegin - begins ? start + 1 : start) : undefined,
      waitsFor: this.dependencyBefore(start),
      isInKnot: this.entangled.has(item),
    };
  }

  waitsFor(item: WorkItem): WorkItem | undefined {
    const index = this.indexOf(item);
    return index === undefined ? undefined : this.dependencyBefore(index * 2);
  }

  finishOf(item: WorkItem): Day | undefined {
    const place = this.plan.placeOf(item);
    return place === undefined ? undefined : this.finishAt(place);
  }

  finishAt(place: number): Day | undefined {
    const index = this.network.indexAt(place);
    return index === undefined ? undefined : this.dayOf(Math.floor(this.endMoment(index)));
  }

  finishOfWorkAt(place: number): Day | undefined {
    return (this.works.days[place] ?? 0) > 0 ? this.finishAt(place) : undefined;
  }

  workOf(item: WorkItem): RemainingWork | undefined {
    const index = this.indexOf(item);
    return index === undefined ? undefined : this.workAt(index);
  }

  isInKnot(item: WorkItem): boolean {
    return this.entangled.has(item);
  }

  chainTo(item: WorkItem): readonly WorkItem[] {
    const index = this.indexOf(item);
    return index === undefined ? [] : this.pathTo(index * 2 + 1);
  }

  criticalPathOf(release: Release): CriticalPath | undefined {
    const path = this.criticalPaths.get(release) ?? this.findCriticalPath(release);
    if (path) {
      this.criticalPaths.set(release, path);
    }
    return path;
  }

  private workAt(index: number): RemainingWork | undefined {
    return this.works.at(this.network.places[index] ?? NONE);
  }

  private indexOf(item: WorkItem): number | undefined {
    const place = this.plan.placeOf(item);
    return place === undefined ? undefined : this.network.indexAt(place);
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
    const { places, order, firstTarget, targets } = this.network;
    const { earliest, before } = this;
    const { days } = this.works;
    const { categories, stated } = workTable(this.plan);
    const now = this.calendar.numberOf(today);
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] ?? 0;
      const start = categories[place] === ACTIVE ? NO_DAY : (stated.startFirst[place] ?? NO_DAY);
      earliest[index * 2] = start === NO_DAY ? now : Math.max(now, this.calendar.numberOf(start));
    }
    for (const event of order) {
      for (let edge = firstTarget[event] ?? 0; edge < (firstTarget[event + 1] ?? 0); edge += 1) {
        const target = targets[edge] ?? 0;
        const isOwn = isStart(event) && target === event + 1;
        const moment = earliest[event] ?? 0;
        const time = isOwn ? endOfWork(moment, days[places[event >> 1] ?? 0] ?? 0) : moment;
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
    const { items, places } = this.network;
    const { releases, deliveries, stated } = workTable(this.plan);
    const lastOf = new Map<number, number>();
    const ends = this.plan.releases.map((release) => {
      const deadline = release.status?.category === 'dropped' ? undefined : deadlineOf(release);
      return deadline && this.endOf(deadline.day);
    });
    for (let index = 0; index < items.length; index += 1) {
      const place = places[index] ?? 0;
      const due = stated.dueLast[place] ?? NO_DAY;
      if (due !== NO_DAY) {
        this.limit(index, this.endOf(due), place);
      }
      const release = deliveries[place] === 1 ? (releases[place] ?? NONE) : NONE;
      if (release >= 0) {
        const end = ends[release];
        if (end !== undefined) {
          this.limit(index, end, stated.items.length + release);
        }
        const last = lastOf.get(release);
        if (last === undefined || this.endMoment(index) > this.endMoment(last)) {
          lastOf.set(release, index);
        }
      }
    }
    for (const [at, index] of lastOf) {
      const release = this.plan.releases[at];
      if (release) {
        this.lastOfRelease.set(release, index);
      }
    }
  }

  private endMoment(index: number): number {
    return this.earliest[index * 2 + 1] ?? 0;
  }

  /** @param deadline see {@link deadlineAt} */
  private limit(index: number, time: number, deadline: number): void {
    const end = index * 2 + 1;
    if (time < (this.latest[end] ?? 0)) {
      this.latest[end] = time;
      this.deadlines[end] = deadline;
    }
  }

  /** Of an event. Those of releases are counted on behind the places of items. */
  private deadlineAt(event: number): Deadline | undefined {
    const { workItems, releases } = this.plan;
    const at = this.deadlines[event] ?? NONE;
    const item = workItems[at];
    if (item?.due) {
      return { day: item.due.last, kind: 'due', owner: item };
    }
    const release = releases[at - workItems.length];
    return release && deadlineOf(release);
  }

  private passBackward(): void {
    const { order, places, firstTarget, targets } = this.network;
    const { latest, deadlines } = this;
    const { days } = this.works;
    for (let position = order.length - 1; position >= 0; position -= 1) {
      const event = order[position] ?? 0;
      for (let edge = firstTarget[event] ?? 0; edge < (firstTarget[event + 1] ?? 0); edge += 1) {
        const target = targets[edge] ?? 0;
        const isOwn = isStart(event) && target === event + 1;
        const moment = latest[target] ?? 0;
        const time = isOwn ? latestBeginning(moment, days[places[event >> 1] ?? 0] ?? 0) : moment;
        if (time < (latest[event] ?? 0)) {
          latest[event] = time;
          deadlines[event] = deadlines[target] ?? NONE;
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

function isStart(event: number): boolean {
  return (event & 1) === 0;
}
