import type { Day } from '../model/calendar';
import type { Until } from '../model/marks';
import { isFinished } from '../model/status';
import { type Deadline, deadlineOf } from '../trace/deadline';
import { asWork, type Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { isShipped } from './releases';

/**
 * What an `until` points at, if its time is over: the last day has passed, the release has shipped, see {@link isShipped}, or
 * was dropped, the work is finished, or the risk is closed.
 *
 * @returns undefined: it still lasts, or nobody knows what it points at
 */
export function passedDeadline(until: Until, plan: Plan, today: Day): Deadline | undefined {
  const deadline = deadlineOf(until, plan);
  return isOver(deadline, plan, today) ? deadline : undefined;
}

function isOver(deadline: Deadline, plan: Plan, today: Day): boolean {
  switch (deadline.kind) {
    case 'days':
      return deadline.days.last < today;
    case 'release':
      return deadline.release.status?.category === 'dropped' || isShipped(deadline.release, plan, today);
    case 'item': {
      const { item } = deadline;
      const work = asWork(item);
      return work ? isFinished(categoryOf(work, plan)) : item.kind === 'risk' && item.status === 'closed';
    }
    case 'unknown':
      return false;
  }
}
