import { type Day, formatDayShort } from '../../../model/calendar';
import type { DateValue, Release, WorkItem } from '../../../model/roadmap';
import type { Plan } from '../../../trace/plan';
import { type Schedule, scheduleOf } from '../../../planning/schedule';
import { basisSentence, chainWords, sureWorks } from '../../../report/scheduleWords';
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
    const { today, holidays, sameAsBefore } = context;
    const schedule = scheduleOf(plan, today, holidays);
    const { categories, stated } = workTable(plan);
    const limitAt = limitsOf(plan);
    for (let place = 0; place < categories.length; place += 1) {
      const limit = isOpenCode(categories[place]) ? limitAt(place) : undefined;
      const item = limit && plan.workItems[place];
      if (limit && item) {
        if (item.due && (stated.dueFirst[place] ?? NO_DAY) > limit.day) {
          const { due } = item;
          yield sameAsBefore(item, [item, limit.owner, limit.day], () => isDueTooLate(item, due, limit, today));
        } else if ((schedule.finishOfWorkAt(place) ?? NO_DAY) > limit.day) {
          yield* cannotEndInTime(item, limit, schedule, context);
        }
      }
    }
  },
};

/** The earliest day that the end of an item must not come after. */
interface Limit {
  readonly owner: WorkItem | Release;
  readonly kind: 'release' | 'freeze' | 'parent';
  readonly day: Day;
}

/** The owner's field that says it. */
const LIMIT_FIELDS = { release: 'date', freeze: 'freeze', parent: 'due' } as const;

/** For the item at a place in `plan.workItems`; undefined: nothing limits it. */
function limitsOf(plan: Plan): (place: number) => Limit | undefined {
  const { releases, stated } = workTable(plan);
  const ofReleases = plan.releases.map((release): Limit | undefined => {
    const { date, freeze } = release;
    return freeze && !(date && date.last <= freeze.last)
      ? { owner: release, kind: 'freeze', day: freeze.last }
      : date && { owner: release, kind: 'release', day: date.last };
  });
  const ofParts = new Map<number, Limit>();
  return (place) => {
    const ofRelease = ofReleases[releases[place] ?? NONE];
    const parent = plan.parents[place] ?? NONE;
    const due = stated.dueLast[parent] ?? NO_DAY;
    if (due === NO_DAY || (ofRelease && ofRelease.day <= due)) {
      return ofRelease;
    }
    const owner = plan.workItems[parent];
    const ofParent = ofParts.get(parent) ?? (owner && { owner, kind: 'parent', day: due });
    if (ofParent) {
      ofParts.set(parent, ofParent);
    }
    return ofParent;
  };
}

function limitWords({ owner, kind, day }: Limit, today: Day): string {
  const date = formatDayShort(day, today);
  switch (kind) {
    case 'release':
      return `its release ${nameOf(owner)} on ${date}`;
    case 'freeze':
      return `the freeze of ${nameOf(owner)} on ${date}`;
    case 'parent':
      return `the end of ${nameOf(owner)}, which it is part of, on ${date}`;
  }
}

function isDueTooLate(item: WorkItem, due: DateValue, limit: Limit, today: Day): Draft {
  return {
    message: `${nameOf(item)} is due on ${formatDayShort(due.last, today)}, after ${limitWords(limit, today)}.`,
    place: { path: item.path, span: due.span },
    item: item.id,
    related: [relatedItem(limit.owner)],
  };
}

function* cannotEndInTime(
  item: WorkItem,
  limit: Limit,
  schedule: Schedule,
  { today, sameAsBefore }: PlanContext,
): Iterable<Draft> {
  const waitsFor = schedule.waitsFor(item);
  // The first of a chain that is too late is told, and none behind it.
  if (limit.day < today || (waitsFor && (schedule.finishOf(waitsFor) ?? NO_DAY) > limit.day)) {
    return;
  }
  const chain = schedule.chainTo(item);
  const works = sureWorks(chain, schedule);
  if (works && !(limit.owner.kind === 'release' && isCritical(item, limit.owner, schedule))) {
    const finish = schedule.finishOf(item) ?? today;
    const values: unknown[] = [item, finish, limit.owner, limit.day, ...chain];
    works.forEach(({ days, basis }) => values.push(days, basis));
    yield sameAsBefore(item, values, () => ({
      message: `${nameOf(item)} cannot be finished before ${formatDayShort(finish, today)}, after ${limitWords(limit, today)}${chain.length > 1 ? `: ${chainWords(chain)}` : ''}. ${basisSentence(works)}`,
      place: headlinePlace(item),
      item: item.id,
      related: [relatedItem(limit.owner), ...chain.slice(0, -1).map((each) => relatedItem(each))].slice(
        0,
        MOST_RELATED,
      ),
      proposal: { item: limit.owner.id, field: LIMIT_FIELDS[limit.kind], day: finish, by: 'schedule' },
    }));
  }
}

/** The critical path of a release is told at the release. */
function isCritical(item: WorkItem, release: Release, schedule: Schedule): boolean {
  return schedule.criticalPathOf(release)?.items.includes(item) ?? false;
}
