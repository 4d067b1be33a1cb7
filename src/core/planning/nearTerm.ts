import type { Day } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { releaseFor } from './releases';

/** True for open work that is active, or due, itself or with its release, by `until`. */
export function isNearTerm(item: WorkItem, plan: Plan, until: Day): boolean {
  const category = categoryOf(item, plan);
  if (isFinished(category)) {
    return false;
  }
  const ends = [item.due?.first, releaseFor(item, plan)?.date?.first];
  return category === 'active' || ends.some((day) => day !== undefined && day <= until);
}
