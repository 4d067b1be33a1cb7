import { canonicalId } from '../ids/canonicalId';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** Which items name which others, by the canonical ID that they name, declared or not. */
export interface Namers {
  /** In `depends` fields, in the plan's order. */
  readonly dependants: ReadonlyMap<string, readonly WorkItem[]>;
  /** Items that say which epic they are part of, rather than standing in it. */
  readonly withEpic: readonly WorkItem[];
}

const known = new WeakMap<Plan, Namers>();

/** Found once for each plan, in time proportional to its items. */
export function namersOf(plan: Plan): Namers {
  let namers = known.get(plan);
  if (!namers) {
    namers = findNamers(plan.workItems);
    known.set(plan, namers);
  }
  return namers;
}

function findNamers(items: readonly WorkItem[]): Namers {
  const dependants = new Map<string, WorkItem[]>();
  const withEpic: WorkItem[] = [];
  for (const item of items) {
    for (const { name } of item.depends) {
      const id = canonicalId(name);
      const list = dependants.get(id);
      if (list) {
        list.push(item);
      } else {
        dependants.set(id, [item]);
      }
    }
    if (item.epic) {
      withEpic.push(item);
    }
  }
  return { dependants, withEpic };
}
