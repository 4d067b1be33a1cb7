import type { Day } from '../model/calendar';
import type { DateValue, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { releaseFor } from './releases';

/** True for open work that is active, or due, itself or with its release, by `until`. */
export function isNearTerm(item: WorkItem, plan: Plan, until: Day): boolean {
  const category = categoryOf(item, plan);
  return !isFinished(category) && (category === 'active' || endsOf(item, plan).some(({ first }) => first <= until));
}

/** What makes it near: `is active`, `is overdue`, `is due soon`. */
export function nearTermSentence(item: WorkItem, plan: Plan, today: Day): string {
  if (categoryOf(item, plan) === 'active') {
    return 'is active';
  }
  return endsOf(item, plan).some(({ last }) => last < today) ? 'is overdue' : 'is due soon';
}

function endsOf(item: WorkItem, plan: Plan): readonly DateValue[] {
  return [item.due, releaseFor(item, plan)?.date].filter((date) => date !== undefined);
}
