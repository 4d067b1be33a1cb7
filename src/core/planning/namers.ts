import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { workTable } from './workTable';

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
    namers = findNamers(plan);
    known.set(plan, namers);
  }
  return namers;
}

function findNamers(plan: Plan): Namers {
  const { depends, namesEpic } = workTable(plan).stated;
  const dependants = new Map<string, WorkItem[]>();
  const withEpic: WorkItem[] = [];
  for (let place = 0; place < depends.length; place += 1) {
    const names = depends[place] ?? NO_NAMES;
    const item = names.length > 0 || namesEpic[place] === 1 ? plan.workItems[place] : undefined;
    if (item) {
      names.forEach((name) => addTo(dependants, name, item));
    }
    if (item && namesEpic[place] === 1) {
      withEpic.push(item);
    }
  }
  return { dependants, withEpic };
}

const NO_NAMES: readonly string[] = [];

function addTo(dependants: Map<string, WorkItem[]>, name: string, item: WorkItem): void {
  const list = dependants.get(name);
  if (list) {
    list.push(item);
  } else {
    dependants.set(name, [item]);
  }
}
