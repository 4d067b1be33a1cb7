import type { Goal, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** The goal of this ID or title, in any letter case. */
export function findGoal(name: string, plan: Plan): Goal | undefined {
  const wanted = name.trim().toLowerCase();
  return (
    plan.goals.find(({ id }) => id.toLowerCase() === wanted) ??
    plan.goals.find(({ title }) => title.toLowerCase() === wanted)
  );
}

/** The declared goal that the item, or the nearest item that it is part of, names. */
export function goalOf(item: WorkItem, plan: Plan): Goal | undefined {
  for (let at: WorkItem | undefined = item; at; at = plan.parentOf(at)) {
    if (at.goal) {
      return findGoal(at.goal.name, plan);
    }
  }
  return undefined;
}
