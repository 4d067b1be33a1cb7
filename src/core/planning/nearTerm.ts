import { t } from '@vscode/l10n';
import type { Day } from '../model/calendar';
import type { DateValue, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { releaseFor } from './releases';

/** True for open work that is active, or due, itself or with its release, by `until`. */
export function isNearTerm(item: WorkItem, plan: Plan, until: Day): boolean {
  const category = categoryOf(item, plan);
  return !isFinished(category) && (category === 'active' || hasEnd(item, plan, ({ first }) => first <= until));
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
