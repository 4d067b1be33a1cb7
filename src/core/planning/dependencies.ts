import { canonicalId } from '../ids/canonicalId';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { namersOf } from './namers';

/** What the item depends on by its own field, each once, as far as a roadmap declares it. */
export function dependenciesOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const [first, ...others] = item.depends;
  const needed = first && plan.findWork(first.name);
  return others.length === 0
    ? needed
      ? [needed]
      : NONE
    : [...new Set(item.depends.flatMap(({ name }) => plan.findWork(name) ?? []))];
}

/** Those that name the item, or a former ID of it, in their `depends` field, each once. */
export function dependantsOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const { dependants } = namersOf(plan);
  if (dependants.size === 0) {
    return NONE;
  }
  const names = [item.id, ...item.aliases.map(({ name }) => name)].map(canonicalId);
  const lists = names.flatMap((name) => (plan.find(name) === item ? [dependants.get(name) ?? NONE] : []));
  return lists.length < 2 ? (lists[0] ?? NONE) : [...new Set(lists.flat())];
}

const NONE: readonly WorkItem[] = [];
