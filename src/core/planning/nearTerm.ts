import { t } from '../words/t';
import type { Day } from '../model/calendar';
import type { DateValue, Release, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { releaseFor } from './releases';
import { NO_DAY, NONE } from './statedColumns';
import { ACTIVE, type WorkTable, workTable } from './workTable';

/** True for open work that is active, or due, itself or with its release, by `until`. */
export function isNearTerm(item: WorkItem, plan: Plan, until: Day): boolean {
  const category = categoryOf(item, plan);
  return !isFinished(category) && (category === 'active' || hasEnd(item, plan, ({ first }) => first <= until));
}

/** Of each item by its place in `plan.workItems` whether it {@link isNearTerm}: 1 or 0. */
export function nearTermColumn(plan: Plan, until: Day): Uint8Array {
  const table = workTable(plan);
  let byUntil = known.get(table);
  if (!byUntil) {
    byUntil = new Map();
    known.set(table, byUntil);
  }
  let column = byUntil.get(until);
  if (!column) {
    column = findNearTerm(table, plan.releases, until);
    byUntil.set(until, column);
  }
  return column;
}

/** A table is that of plans with the same releases. */
const known = new WeakMap<WorkTable, Map<Day, Uint8Array>>();

function findNearTerm(table: WorkTable, allReleases: readonly Release[], until: Day): Uint8Array {
  const { isOpen, categories, releases, stated } = table;
  const isReleaseNear = allReleases.map(({ date }) => date !== undefined && date.first <= until);
  const isNear = new Uint8Array(isOpen.length);
  for (let place = 0; place < isNear.length; place += 1) {
    if (isOpen[place] === 1) {
      const due = stated.dueFirst[place] ?? NO_DAY;
      const isDue = (due !== NO_DAY && due <= until) || isReleaseNear[releases[place] ?? NONE] === true;
      isNear[place] = categories[place] === ACTIVE || isDue ? 1 : 0;
    }
  }
  return isNear;
}

/** What makes it near: `PAY-12 is active`, `PAY-12 is overdue`, `PAY-12 is due soon`. */
export function nearTermSentence(name: string, item: WorkItem, plan: Plan, today: Day): string {
  if (categoryOf(item, plan) === 'active') {
    return t('{0} is active', name);
  }
  return hasEnd(item, plan, ({ last }) => last < today) ? t('{0} is overdue', name) : t('{0} is due soon', name);
}

function hasEnd(item: WorkItem, plan: Plan, isSo: (end: DateValue) => boolean): boolean {
  const date = releaseFor(item, plan)?.date;
  return (item.due !== undefined && isSo(item.due)) || (date !== undefined && isSo(date));
}
