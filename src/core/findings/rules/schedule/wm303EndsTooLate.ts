import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { DateValue, Release, WorkItem } from '../../../model/roadmap';
import type { Plan } from '../../../trace/plan';
import { type Schedule, scheduleOf } from '../../../planning/schedule';
import { basisSentence, chainWords, sureWorks } from '../../../report/scheduleWords';
import { lazily } from '../../lazily';
import { headlinePlace, MOST_RELATED, relatedItem, relatedOther } from '../../places';
import { releaseFor } from '../../../planning/releases';
import { NO_DAY } from '../../../planning/statedColumns';
import type { Draft, PlanContext, Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const endsTooLate: Rule = {
  code: 'WM303',
  name: 'ends-too-late',
  title: translatable('Ends after its release, freeze or epic'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'] },
  reachedBy: 'schedule',
  documentation: {
    what: "An open item is due after the date of its release, after the release's `freeze`, or after what it is part of is due. Of a month or quarter that is compared with a day, only a surely later one counts. So is an item that cannot end in time by the schedule: it, and what it waits for, take longer than the working days that are left. Only estimates in days, dates, and points of owners with a `capacity` count there, the message says which; the first item of a chain that is too late is told, and not what WM311 tells of its release.",
    why: translatable('Both dates cannot be kept.'),
    example: 'PAY-14 is due on 20 October and planned for v2.0, which is due on the 15th.',
    answer: 'Move one of the dates, or move the item to a later release.',
  },
  check(item, _evidence, context) {
    const { plan, today, holidays } = context;
    const limit = limitOf(item, plan);
    if (limit && item.due && item.due.first > limit.day) {
      return isDueTooLate(item, item.due, limit, today);
    }
    const finish = limit && scheduleOf(plan, today, holidays).finishOfOwnWork(item);
    return limit && finish !== undefined && finish > limit.day
      ? cannotEndInTime(item, finish, limit, context)
      : undefined;
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

/** undefined: nothing limits it. */
function limitOf(item: WorkItem, plan: Plan): Limit | undefined {
  const release = releaseFor(item, plan);
  const ofRelease = release && limitOfRelease(release);
  const parent = plan.parentOf(item);
  return parent?.due && !(ofRelease && ofRelease.day <= parent.due.last)
    ? { owner: parent, kind: 'parent', day: parent.due.last }
    : ofRelease;
}

function limitOfRelease(release: Release): Limit | undefined {
  const { date, freeze } = release;
  return freeze && !(date && date.last <= freeze.last)
    ? { owner: release, kind: 'freeze', day: freeze.last }
    : date && { owner: release, kind: 'release', day: date.last };
}

function limitWords({ owner, kind, day }: Limit, today: Day): string {
  const date = formatDayShort(day, today);
  switch (kind) {
    case 'release':
      return t('its release {0} on {1}', nameOf(owner), date);
    case 'freeze':
      return t('the freeze of {0} on {1}', nameOf(owner), date);
    case 'parent':
      return t('the end of {0}, which it is part of, on {1}', nameOf(owner), date);
  }
}

interface DueTooLate {
  readonly item: WorkItem;
  readonly due: DateValue;
  readonly limit: Limit;
  readonly today: Day;
}

function dueSentence({ item, due, limit, today }: DueTooLate): string {
  return t('{0} is due on {1}, after {2}.', nameOf(item), formatDayShort(due.last, today), limitWords(limit, today));
}

function isDueTooLate(item: WorkItem, due: DateValue, limit: Limit, today: Day): Draft {
  return {
    message: lazily(dueSentence, { item, due, limit, today }),
    place: { path: item.path, span: due.span },
    item: item.id,
    related: relatedOther(limit.owner, item),
  };
}

function cannotEndInTime(
  item: WorkItem,
  finish: Day,
  limit: Limit,
  { plan, today, holidays }: PlanContext,
): Draft | undefined {
  const schedule = scheduleOf(plan, today, holidays);
  const waitsFor = schedule.waitsFor(item);
  // The first of a chain that is too late is told, and none behind it.
  if (limit.day < today || (waitsFor && (schedule.finishOf(waitsFor) ?? NO_DAY) > limit.day)) {
    return undefined;
  }
  const chain = schedule.chainTo(item);
  const works = sureWorks(chain, schedule);
  if (!works || (limit.owner.kind === 'release' && isCritical(item, limit.owner, schedule))) {
    return undefined;
  }
  return {
    message: `${lateSentence(item, limit, finish, chain, today)} ${basisSentence(works)}`,
    place: headlinePlace(item),
    item: item.id,
    related: [relatedItem(limit.owner), ...chain.slice(0, -1).map((each) => relatedItem(each))].slice(0, MOST_RELATED),
    proposal: { item: limit.owner.id, field: LIMIT_FIELDS[limit.kind], day: finish, by: 'schedule' },
  };
}

function lateSentence(item: WorkItem, limit: Limit, finish: Day, chain: readonly WorkItem[], today: Day): string {
  const [day, late] = [formatDayShort(finish, today), limitWords(limit, today)];
  return chain.length > 1
    ? t('{0} cannot be finished before {1}, after {2}: {3}.', nameOf(item), day, late, chainWords(chain))
    : t('{0} cannot be finished before {1}, after {2}.', nameOf(item), day, late);
}

/** The critical path of a release is told at the release. */
function isCritical(item: WorkItem, release: Release, schedule: Schedule): boolean {
  return schedule.criticalPathOf(release)?.items.includes(item) ?? false;
}
