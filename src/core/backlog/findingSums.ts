import type { WorkItem } from '../model/roadmap';
import type { FindingCounts } from '../report/itemWords';
import type { Plan } from '../trace/plan';

/** How many findings items have themselves, and how many what is under them: each item is asked once. */
export function findingSums(plan: Plan, numberOf: (item: WorkItem) => number): (item: WorkItem) => FindingCounts {
  const { workItems, parents } = plan;
  const own = Int32Array.from(workItems, numberOf);
  const below = new Int32Array(own.length);
  own.forEach((count, place) => {
    for (let at = count > 0 ? (parents[place] ?? -1) : -1; at >= 0; at = parents[at] ?? -1) {
      below[at] = (below[at] ?? 0) + count;
    }
  });
  return (item) => {
    const place = plan.placeOf(item) ?? -1;
    return { own: own[place] ?? 0, below: below[place] ?? 0 };
  };
}
