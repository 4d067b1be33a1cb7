import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { findKnots } from './cycles';
import { NONE } from './statedColumns';
import { isOpenCode, workTable } from './workTable';

/**
 * Open work as a graph of events: each item has a start (`2 * index`) and an end (`2 * index + 1`), and an edge says that one
 * event is not before another. Whatever belongs to an item starts after it has started and ends before it has ended, so a
 * dependency on an epic is one edge, however many stories it has. Free of circles.
 */
export interface WorkNetwork {
  /** Open items only: nothing waits for what is done or dropped. */
  readonly items: readonly WorkItem[];
  /** Of each of them the place in `plan.workItems`. */
  readonly places: Int32Array;
  /** undefined: what stands at this place in `plan.workItems` is over. */
  indexAt(place: number): number | undefined;
  /** All events, each behind those that it waits for. */
  readonly order: Int32Array;
  /** The events that wait for `event` are `targets` from `firstTarget[event]` to before `firstTarget[event + 1]`. */
  readonly firstTarget: Int32Array;
  readonly targets: Int32Array;
  /** Items that wait for one another in a circle. The dependencies among those of one list are not in the graph. */
  readonly knots: readonly (readonly WorkItem[])[];
}

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edges before this one are those of items with themselves and their parents; no circle is made of them alone. */
  readonly firstDependency: number;
}

export function workNetwork(plan: Plan): WorkNetwork {
  const { workItems } = plan;
  const { categories } = workTable(plan);
  const indexes = new Int32Array(workItems.length).fill(NONE);
  const items: WorkItem[] = [];
  const places = new Int32Array(workItems.length);
  workItems.forEach((item, place) => {
    if (isOpenCode(categories[place])) {
      places[items.length] = place;
      indexes[place] = items.length;
      items.push(item);
    }
  });
  const nodes = {
    items,
    places: places.subarray(0, items.length),
    indexAt: (place: number) => {
      const index = indexes[place] ?? NONE;
      return index < 0 ? undefined : index;
    },
  };
  const edges = edgesOf(nodes.places, indexes, plan);
  const graph = sorted(items.length * 2, edges);
  if (graph.order.length === items.length * 2) {
    return { ...nodes, ...graph, knots: [] };
  }
  const { rest, knots } = withoutKnots(items.length * 2, edges);
  return {
    ...nodes,
    ...sorted(items.length * 2, rest),
    knots: knots.map((events) =>
      [...new Set(Array.from(events, (event) => items[event >> 1]))].filter((item) => item !== undefined),
    ),
  };
}

function edgesOf(places: Int32Array, indexes: Int32Array, plan: Plan): Edges {
  const { parents } = plan;
  const { needs } = workTable(plan);
  let most = 3 * places.length;
  for (const place of places) {
    most += needs[place]?.length ?? 0;
  }
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  let edges = 0;
  const add = (before: number, after: number) => {
    from[edges] = before;
    to[edges] = after;
    edges += 1;
  };
  places.forEach((place, index) => {
    add(index * 2, index * 2 + 1);
    const above = indexes[parents[place] ?? NONE] ?? NONE;
    if (above >= 0) {
      add(above * 2, index * 2);
      add(index * 2 + 1, above * 2 + 1);
    }
  });
  const firstDependency = edges;
  places.forEach((place, index) => {
    for (const needed of needs[place] ?? []) {
      const before = indexes[needed] ?? NONE;
      if (before >= 0 && !isWithin(place, needed, parents) && !isWithin(needed, place, parents)) {
        add(before * 2 + 1, index * 2);
      }
    }
  });
  return { from: from.subarray(0, edges), to: to.subarray(0, edges), firstDependency };
}

/** An item and what it is part of cannot wait for one another: such a "dependency" says only that they belong together. */
function isWithin(place: number, whole: number, parents: Int32Array): boolean {
  for (let part = place; part >= 0; part = parents[part] ?? NONE) {
    if (part === whole) {
      return true;
    }
  }
  return false;
}

/** In the order of Kahn's algorithm; what lies in a circle, or behind one, is missing from it. */
function sorted(events: number, { from, to }: Edges): Pick<WorkNetwork, 'order' | 'firstTarget' | 'targets'> {
  const firstTarget = new Int32Array(events + 1);
  const waiting = new Int32Array(events);
  for (const event of from) {
    firstTarget[event + 1] = at(firstTarget, event + 1) + 1;
  }
  for (let event = 0; event < events; event += 1) {
    firstTarget[event + 1] = at(firstTarget, event + 1) + at(firstTarget, event);
  }
  const targets = new Int32Array(from.length);
  const filled = firstTarget.slice();
  for (let edge = 0; edge < from.length; edge += 1) {
    const event = at(from, edge);
    const target = at(to, edge);
    targets[at(filled, event)] = target;
    filled[event] = at(filled, event) + 1;
    waiting[target] = at(waiting, target) + 1;
  }
  const order = new Int32Array(events);
  let known = 0;
  for (let event = 0; event < events; event += 1) {
    if (waiting[event] === 0) {
      order[known++] = event;
    }
  }
  for (let next = 0; next < known; next += 1) {
    const event = at(order, next);
    for (let edge = at(firstTarget, event); edge < at(firstTarget, event + 1); edge += 1) {
      const target = at(targets, edge);
      const left = at(waiting, target) - 1;
      waiting[target] = left;
      if (left === 0) {
        order[known++] = target;
      }
    }
  }
  return { order: order.subarray(0, known), firstTarget, targets };
}

/** Every circle has a dependency in it, so without those within a knot none is left. */
function withoutKnots(events: number, edges: Edges): { readonly rest: Edges; readonly knots: ReadonlySet<number>[] } {
  const { from, to, firstDependency } = edges;
  const nodes = Array.from({ length: events }, (_, event) => ({
    event,
    next: new Array<{ readonly event: number }>(),
  }));
  from.forEach((event, edge) => {
    const target = nodes[to[edge] ?? 0];
    if (target) {
      nodes[event]?.next.push(target);
    }
  });
  const found = findKnots<{ readonly event: number }>(nodes, ({ event }) => nodes[event]?.next ?? []);
  const knots = found.map((knot) => new Set(knot.map(({ event }) => event)));
  const knotOf = new Map(knots.flatMap((knot) => Array.from(knot, (event) => [event, knot] as const)));
  const stays = (edge: number) => {
    const knot = edge < firstDependency ? undefined : knotOf.get(from[edge] ?? 0);
    return !knot?.has(to[edge] ?? 0);
  };
  const rest = {
    from: from.filter((_, edge) => stays(edge)),
    to: to.filter((_, edge) => stays(edge)),
    firstDependency,
  };
  return { rest, knots };
}

/** Within bounds by construction. */
function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}
