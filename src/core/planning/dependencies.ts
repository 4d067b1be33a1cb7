import type { WorkItem } from '../model/roadmap';
import { itemsAt, type Plan } from '../trace/plan';
import { madeWithin } from './derived';
import { workTable } from './workTable';

/** What the item depends on by its own field, each once, as far as a roadmap declares it. */
export function dependenciesOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const place = plan.placeOf(item);
  return place === undefined ? [] : itemsAt(workTable(plan).needs[place] ?? [], plan);
}

/** Places in `plan.workItems` of what depends on the item at the place that is the key, in the plan's order. */
export function dependantPlaces(plan: Plan): ReadonlyMap<number, readonly number[]> {
  return dependantsOf(plan.frame, workTable(plan).needs);
}

const dependantsOf = madeWithin((needs: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> => {
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
});
