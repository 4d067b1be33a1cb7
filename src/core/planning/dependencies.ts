import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { workTable } from './workTable';

/** What the item depends on by its own field, each once, as far as a roadmap declares it. */
export function dependenciesOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const place = plan.placeOf(item);
  return itemsAt(place === undefined ? undefined : workTable(plan).needs[place], plan);
}

function itemsAt(places: readonly number[] | undefined, { workItems }: Plan): readonly WorkItem[] {
  return places === undefined || places.length === 0 ? NONE : places.flatMap((place) => workItems[place] ?? []);
}

const NONE: readonly WorkItem[] = [];

const known = new WeakMap<Plan, ReadonlyMap<number, readonly number[]>>();

/** Places in `plan.workItems` of what depends on the item at the place that is the key, in the plan's order. */
export function dependantPlaces(plan: Plan): ReadonlyMap<number, readonly number[]> {
  let dependants = known.get(plan);
  if (!dependants) {
    dependants = findDependants(workTable(plan).needs);
    known.set(plan, dependants);
  }
  return dependants;
}

function findDependants(needs: readonly (readonly number[])[]): Map<number, number[]> {
  const dependants = new Map<number, number[]>();
  needs.forEach((needed, place) => {
    for (const each of needed) {
      const list = dependants.get(each);
      if (list) {
        list.push(place);
      } else {
        dependants.set(each, [place]);
      }
    }
  });
  return dependants;
}
