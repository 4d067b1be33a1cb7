import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { type Deadline, deadlineOf } from './deadline';
import { endOfDay, type EventTimes, eventTimes, isStart } from './eventTimes';
import { afterWork, isEndOfWork, nextBeginning } from './moments';
import type { RemainingWork } from './remainingWork';
import type { CriticalPath, Schedule, ScheduledItem } from './schedule';
import { NONE } from './statedColumns';
import { type WorkingDays, workingDays } from './workingDays';
import { workTable } from './workTable';

/** 1 January of the year 1 and 31 December 9999: what a roadmap can state. Sums may lead further, where no calendar follows. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** See `scheduleOf`: says of items what {@link EventTimes} say of their starts and ends. */
export class CriticalPathSchedule implements Schedule {
  readonly times: EventTimes;
  private readonly calendar: WorkingDays;
  private readonly isOpen: Uint8Array;
  private readonly entangled: ReadonlySet<number>;
  private readonly criticalPaths = new Map<Release, CriticalPath>();

  constructor(
    private readonly plan: Plan,
    today: Day,
    holidays: ReadonlySet<Day>,
  ) {
    this.times = eventTimes(plan, today, holidays);
    this.calendar = workingDays(holidays);
    this.isOpen = workTable(plan).isOpen;
    this.entangled = new Set(this.times.network.knots.flat());
  }

  get unknownDurations(): number {
    const { works } = this.times;
    return works.bases.filter((_, place) => works.basisAt(place) === 'unknown').length;
  }

  get knots(): Schedule['knots'] {
    return this.times.network.knots.map((places) => places.flatMap((place) => this.plan.workItems[place] ?? []));
  }

  of(item: WorkItem): ScheduledItem | undefined {
    const place = this.openPlaceOf(item);
    const work = place === undefined ? undefined : this.times.works.at(place);
    if (place === undefined || work === undefined) {
      return undefined;
    }
    const { earliest, latest } = this.times;
    const start = place * 2;
    const begins = earliest.at(start);
    const ends = earliest.at(start + 1);
    const mustBegin = latest.at(start);
    const mustEnd = latest.at(start + 1);
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
      isInKnot: this.entangled.has(place),
    };
  }

  waitsFor(item: WorkItem): WorkItem | undefined {
    const place = this.openPlaceOf(item);
    return place === undefined ? undefined : this.dependencyBefore(place * 2);
  }

  finishOf(item: WorkItem): Day | undefined {
    const place = this.openPlaceOf(item);
    return place === undefined ? undefined : this.dayOf(Math.floor(this.endMoment(place)));
  }

  finishOfOwnWork(item: WorkItem): Day | undefined {
    const place = this.openPlaceOf(item);
    return place !== undefined && this.times.works.days.at(place) > 0
      ? this.dayOf(Math.floor(this.endMoment(place)))
      : undefined;
  }

  workOf(item: WorkItem): RemainingWork | undefined {
    const place = this.openPlaceOf(item);
    return place === undefined ? undefined : this.times.works.at(place);
  }

  isInKnot(item: WorkItem): boolean {
    return this.entangled.has(this.plan.placeOf(item) ?? NONE);
  }

  chainTo(item: WorkItem): readonly WorkItem[] {
    const place = this.openPlaceOf(item);
    return place === undefined ? [] : this.pathTo(place * 2 + 1);
  }

  criticalPathOf(release: Release): CriticalPath | undefined {
    const path = this.criticalPaths.get(release) ?? this.findCriticalPath(release);
    if (path) {
      this.criticalPaths.set(release, path);
    }
    return path;
  }

  private openPlaceOf(item: WorkItem): number | undefined {
    const place = this.plan.placeOf(item);
    return place !== undefined && this.isOpen[place] === 1 ? place : undefined;
  }

  private findCriticalPath(release: Release): CriticalPath | undefined {
    const last = this.times.lastOf[this.plan.releases.indexOf(release)] ?? NONE;
    if (last < 0) {
      return undefined;
    }
    const finish = this.endMoment(last);
    const deadline = deadlineOf(release);
    return {
      items: this.pathTo(last * 2 + 1),
      earliestFinish: this.dayOf(Math.floor(finish)),
      deadline,
      slack: deadline && Math.floor(endOfDay(deadline.day, this.calendar) - finish),
    };
  }

  private endMoment(place: number): number {
    return this.times.earliest.at(place * 2 + 1);
  }

  /** Of an event, see {@link EventTimes.deadlines}. */
  private deadlineAt(event: number): Deadline | undefined {
    const { workItems, releases } = this.plan;
    const at = this.times.deadlines.at(event);
    const item = workItems[at];
    if (item?.due) {
      return { day: item.due.last, kind: 'due', owner: item };
    }
    const release = releases[at - workItems.length];
    return release && deadlineOf(release);
  }

  private pathTo(end: number): WorkItem[] {
    const { before } = this.times;
    const path: WorkItem[] = [];
    for (let event = end; event >= 0; event = before.at(event)) {
      const item = this.plan.workItems[event >> 1];
      // What is passed from its start to its end is worked on; of the rest, only something under it is.
      if (item && !isStart(event) && before.at(event) === event - 1) {
        path.push(item);
      }
    }
    return path.reverse();
  }

  /** The item whose end a start waits for, be it that what it is part of waits. */
  private dependencyBefore(start: number): WorkItem | undefined {
    const { before } = this.times;
    let event = before.at(start);
    while (event >= 0 && isStart(event)) {
      event = before.at(event);
    }
    return event < 0 ? undefined : this.plan.workItems[event >> 1];
  }

  private dayOf(number: number): Day {
    return Math.max(FIRST_DAY, Math.min(LAST_DAY, this.calendar.dayOf(number)));
  }
}
