import type { WorkItem } from '../../core/model/roadmap';
import type { Plan } from '../../core/trace/plan';
import type { Folder } from '../folder';
import { encodeKey } from './nodeKey';

/** Names that stay the same while the plan is edited: the ID, and a number where an ID is declared more than once. */
export interface ItemNames {
  readonly nameOf: ReadonlyMap<WorkItem, string>;
  readonly byName: ReadonlyMap<string, WorkItem>;
}

const namesByPlan = new WeakMap<Plan, ItemNames>();

/** `id` of an item's row in the *Roadmap* view. */
export function itemRowId({ uri, engine }: Folder, item: WorkItem): string {
  return encodeKey(uri, 'item', namesOf(engine.trace.plan).nameOf.get(item) ?? item.id);
}

export function namesOf(plan: Plan): ItemNames {
  let names = namesByPlan.get(plan);
  if (!names) {
    const nameOf = new Map<WorkItem, string>();
    const byName = new Map<string, WorkItem>();
    for (const item of plan.workItems) {
      let name = item.id;
      for (let copy = 2; byName.has(name); copy++) {
        name = `${item.id} (${copy})`;
      }
      nameOf.set(item, name);
      byName.set(name, item);
    }
    names = { nameOf, byName };
    namesByPlan.set(plan, names);
  }
  return names;
}
