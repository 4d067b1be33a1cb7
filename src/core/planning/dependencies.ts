import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

const NONE: readonly WorkItem[] = [];

/** Who waits for whom by the `depends` fields, as far as they name work that a roadmap declares. */
export interface Dependencies {
  /** Items that depend on something, or that something depends on, in the plan's order. */
  readonly linked: readonly WorkItem[];
  /** What the item itself names, each once, in its own order. */
  of(item: WorkItem): readonly WorkItem[];
  /** Those that name the item, in the plan's order. */
  on(item: WorkItem): readonly WorkItem[];
}

const known = new WeakMap<Plan, Dependencies>();

/** Found once for each plan, in time proportional to its items. */
export function dependenciesOf(plan: Plan): Dependencies {
  let dependencies = known.get(plan);
  if (!dependencies) {
    dependencies = findDependencies(plan);
    known.set(plan, dependencies);
  }
  return dependencies;
}

function findDependencies(plan: Plan): Dependencies {
  const needs = new Map<WorkItem, readonly WorkItem[]>();
  const waiters = new Map<WorkItem, WorkItem[]>();
  for (const item of plan.workItems) {
    if (item.depends.length > 0) {
      const needed = new Set(item.depends.flatMap(({ name }) => plan.findWork(name) ?? []));
      if (needed.size > 0) {
        needs.set(item, [...needed]);
      }
      for (const each of needed) {
        const list = waiters.get(each);
        if (list) {
          list.push(item);
        } else {
          waiters.set(each, [item]);
        }
      }
    }
  }
  return {
    linked: needs.size === 0 ? NONE : plan.workItems.filter((item) => needs.has(item) || waiters.has(item)),
    of: (item) => needs.get(item) ?? NONE,
    on: (item) => waiters.get(item) ?? NONE,
  };
}
