import { canonicalId } from '../ids/canonicalId';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** Which items name which others. */
export interface Namers {
  /** By the canonical ID that a `depends` or `epic` field names, declared or not. */
  readonly byName: ReadonlyMap<string, readonly WorkItem[]>;
  /** Items that say which epic they are part of, rather than standing in it. */
  readonly withEpic: readonly WorkItem[];
}

const known = new WeakMap<Plan, Namers>();

export function namersOf(plan: Plan): Namers {
  let namers = known.get(plan);
  if (!namers) {
    namers = findNamers(plan.workItems);
    known.set(plan, namers);
  }
  return namers;
}

function findNamers(items: readonly WorkItem[]): Namers {
  const byName = new Map<string, WorkItem[]>();
  const add = (name: string, item: WorkItem) => {
    const id = canonicalId(name);
    const list = byName.get(id);
    if (list) {
      list.push(item);
    } else {
      byName.set(id, [item]);
    }
  };
  const withEpic: WorkItem[] = [];
  for (const item of items) {
    for (const { name } of item.depends) {
      add(name, item);
    }
    if (item.epic) {
      withEpic.push(item);
      add(item.epic.name, item);
    }
  }
  return { byName, withEpic };
}
