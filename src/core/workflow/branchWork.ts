import { branchItem } from '../commits/branchItem';
import type { IdFinder } from '../ids/idFinder';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** The item that a branch's name names; undefined: it names none that the plan knows. */
export function branchWork(branch: string, plan: Plan, finder: IdFinder): WorkItem | undefined {
  const id = branchItem(branch, finder);
  return id === undefined ? undefined : (plan.findWork(id) ?? plan.findPadded(id));
}

/** The branches of each item that has one, in the order given. */
export function branchesByItem(
  branches: readonly string[],
  plan: Plan,
  finder: IdFinder,
): ReadonlyMap<WorkItem, readonly string[]> {
  const byItem = new Map<WorkItem, string[]>();
  for (const branch of branches) {
    const item = branchWork(branch, plan, finder);
    if (item) {
      byItem.set(item, [...(byItem.get(item) ?? []), branch]);
    }
  }
  return byItem;
}
