import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { type Deadline, deadlineOf } from './deadline';
import { afterWork, endOfWork, isEndOfWork, latestBeginning, nextBeginning } from './moments';
import { type RemainingWork, remainingWorks } from './remainingWork';
import type { CriticalPath, Schedule, ScheduledItem } from './schedule';
import { type WorkingDays, workingDays } from './workingDays';
import { type WorkNetwork, workNetwork } from './workNetwork';
import { ACTIVE, NONE, workTable } from './workTable';

/** 1 January of the year 1 and 31 December 9999: what a roadmap can state. Sums may lead further, where no calendar follows. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** See `scheduleOf`. */
export class CriticalPathSchedule implements Schedule {
  readonly unknownDurations: number;
  private readonly network: WorkNetwork;
  private readonly calendar: WorkingDays;
  /** Of each item of the network. */
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
    const { items, places, knots } = this.network;
    const works = remainingWorks(plan, today, holidays);
    this.works = Array.from(places, (place) => works.at(place));
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
    const index = this.indexOf(item);
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

  finishOf(item: WorkItem): Day | undefined {
    const index = this.indexOf(item);
    return index === undefined ? undefined : this.dayOf(Math.floor(this.earliest[index * 2 + 1] ?? 0));
  }

  finishOfWorkAt(place: number): Day | undefined {
    const index = this.network.indexAt(place);
    const days = index === undefined ? undefined : this.works[index]?.days;
    return index !== undefined && days !== undefined && days > 0
      ? this.dayOf(Math.floor(this.earliest[index * 2 + 1] ?? 0))
      : undefined;
  }

  workOf(item: WorkItem): RemainingWork | undefined {
    return this.works[this.indexOf(item) ?? NONE];
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
    const { items, places, order, firstTarget, targets } = this.network;
    const { earliest, before, works } = this;
    const { categories } = workTable(this.plan);
    const now = this.calendar.numberOf(today);
    items.forEach(({ start }, index) => {
      const begun = categories[places[index] ?? 0] === ACTIVE;
      earliest[index * 2] = start && !begun ? Math.max(now, this.calendar.numberOf(start.first)) : now;
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
    const { places } = this.network;
    const { releases, deliveries } = workTable(this.plan);
    const deadlines = this.plan.releases.map((release) =>
      release.status?.category === 'dropped' ? undefined : deadlineOf(release),
    );
    this.network.items.forEach((item, index) => {
      const place = places[index] ?? 0;
      const end = index * 2 + 1;
      if (item.due) {
        this.limit(end, { day: item.due.last, kind: 'due', owner: item });
      }
      const named = deliveries[place] === 1 ? (releases[place] ?? NONE) : NONE;
      const release = this.plan.releases[named];
      if (release) {
        const deadline = deadlines[named];
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

function isStart(event: number): boolean {
  return (event & 1) === 0;
}
