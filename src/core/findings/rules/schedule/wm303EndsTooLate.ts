import { type Day, formatDayShort } from '../../../model/calendar';
import type { Release, WorkItem } from '../../../model/roadmap';
import { releaseFor } from '../../../planning/releases';
import type { Plan } from '../../../trace/plan';
import { type Schedule, scheduleOf } from '../../../planning/schedule';
import { basisSentence, chainWords, sureWorks, valuesOf } from '../../../report/scheduleWords';
import { headlinePlace, MOST_RELATED, relatedItem } from '../../places';
import { NO_DAY, NONE } from '../../../planning/statedColumns';
import { isOpenCode, workTable } from '../../../planning/workTable';
import type { Draft, PlanContext, Rule } from '../../rule';
import { nameOf } from '../../wording';

export const endsTooLate: Rule = {
  code: 'WM303',
  name: 'ends-too-late',
  title: 'Ends after its release, freeze or epic',
  severity: 'warning',
  scope: 'plan',
  documentation: {
    what: "An open item is due after the date of its release, after the release's `freeze`, or after what it is part of is due. Of a month or quarter that is compared with a day, only a surely later one counts. So is an item that cannot end in time by the schedule: it, and what it waits for, take longer than the working days that are left. Only estimates in days, dates, and points of owners with a `capacity` count there, the message says which; the first item of a chain that is too late is told, and not what WM311 tells of its release.",
    why: 'Both dates cannot be kept.',
    example: 'PAY-14 is due on 20 October and planned for v2.0, which is due on the 15th.',
    answer: 'Move one of the dates, or move the item to a later release.',
  },
  *check(plan, context) {
    const { today, holidays } = context;
    const schedule = scheduleOf(plan, today, holidays);
    for (const { item, finish } of endingTooLate(plan, schedule)) {
      const { due } = item;
      const limit = due && firstLimit(item, plan, due.first);
      if (limit) {
        yield {
          message: `${nameOf(item)} is due on ${formatDayShort(due.last, today)}, after ${limit.what} on ${formatDayShort(limit.day, today)}.`,
          place: { path: item.path, span: due.span },
          item: item.id,
          related: [relatedItem(limit.owner)],
        };
      } else {
        yield* cannotEndInTime(item, finish, schedule, context);
      }
    }
  },
};

interface LateEnd {
  readonly item: WorkItem;
  /** By the schedule; undefined: it has no work of its own. */
  readonly finish: Day | undefined;
}

/** Open items that are due, or end by the schedule, after a limit: few, of all that are asked. */
function endingTooLate(plan: Plan, schedule: Schedule): LateEnd[] {
  const { categories, releases, stated } = workTable(plan);
  const limits = plan.releases.map(({ date, freeze }) => Math.min(date?.last ?? NEVER, freeze?.last ?? NEVER));
  const ends: LateEnd[] = [];
  for (const [place, item] of plan.workItems.entries()) {
    if (isOpenCode(categories[place])) {
      const due = stated.dueLast[plan.parents[place] ?? NONE] ?? NO_DAY;
      const limit = Math.min(limits[releases[place] ?? NONE] ?? NEVER, due === NO_DAY ? NEVER : due);
      const finish = limit === NEVER ? undefined : schedule.finishOfWorkAt(place);
      if (Math.max(finish ?? NO_DAY, stated.dueFirst[place] ?? NO_DAY) > limit) {
        ends.push({ item, finish });
      }
    }
  }
  return ends;
}

const NEVER = Number.POSITIVE_INFINITY;

function* cannotEndInTime(
  item: WorkItem,
  finish: Day | undefined,
  schedule: Schedule,
  { plan, today, sameAsBefore }: PlanContext,
): Iterable<Draft> {
  const limit = finish === undefined ? undefined : firstLimit(item, plan, finish);
  const dates = limit && limit.day >= today ? schedule.of(item) : undefined;
  if (!dates || !limit) {
    return;
  }
  if (dates.waitsFor && (schedule.finishOf(dates.waitsFor) ?? 0) > limit.day) {
    return;
  }
  const chain = schedule.chainTo(item);
  const works = sureWorks(chain, schedule);
  if (works && !(limit.owner.kind === 'release' && isCritical(item, limit.owner, schedule))) {
    const values = [item, dates.earliestFinish, limit.owner, limit.day, ...chain, ...valuesOf(works)];
    yield sameAsBefore(item, values, () => ({
      message: `${nameOf(item)} cannot be finished before ${formatDayShort(dates.earliestFinish, today)}, after ${limit.what} on ${formatDayShort(limit.day, today)}${chain.length > 1 ? `: ${chainWords(chain)}` : ''}. ${basisSentence(works)}`,
      place: headlinePlace(item),
      item: item.id,
      related: [relatedItem(limit.owner), ...chain.slice(0, -1).map((each) => relatedItem(each))].slice(
        0,
        MOST_RELATED,
      ),
    }));
  }
}

/** The critical path of a release is told at the release. */
function isCritical(item: WorkItem, release: Release, schedule: Schedule): boolean {
  return schedule.criticalPathOf(release)?.items.includes(item) ?? false;
}

interface Limit {
  readonly owner: WorkItem | Release;
  /** `the freeze of v2.0`. */
  readonly what: string;
  readonly day: Day;
}

/** The earliest day that the item's end comes too late for. */
function firstLimit(item: WorkItem, plan: Plan, end: Day): Limit | undefined {
  const release = releaseFor(item, plan);
  const parent = plan.parentOf(item);
  return [
    ...(release?.date ? [{ owner: release, what: `its release ${nameOf(release)}`, day: release.date.last }] : []),
    ...(release?.freeze
      ? [{ owner: release, what: `the freeze of ${nameOf(release)}`, day: release.freeze.last }]
      : []),
    ...(parent?.due
      ? [{ owner: parent, what: `the end of ${nameOf(parent)}, which it is part of,`, day: parent.due.last }]
      : []),
  ]
    .sort((a, b) => a.day - b.day)
    .find(({ day }) => day < end);
}
