import type { Plan } from '../trace/plan';
import { findKnots } from './cycles';
import { madeWithin } from './derived';
import { NONE } from './statedColumns';
import { workTable } from './workTable';

/**
 * Open work as a graph of events: each item has a start (`2 * place`, by its place in `plan.workItems`) and an end (`2 * place + 1`),
 * and an edge says that one event is not before another. Whatever belongs to an item starts after it has started and ends before it
 * has ended, so a dependency on an epic is one edge, however many stories it has. Free of circles.
 */
export interface WorkNetwork {
  /** Of open items only: nothing waits for what is done or dropped. */
  readonly places: Int32Array;
  /** All events of these, each behind those that it waits for. */
  readonly order: Int32Array;
  /** The events that wait for `event` are `targets` from `firstTarget[event]` to before `firstTarget[event + 1]`. */
  readonly firstTarget: Int32Array;
  readonly targets: Int32Array;
  /** Places of items that wait for one another in a circle. The dependencies among those of one list are not in the graph. */
  readonly knots: readonly (readonly number[])[];
}

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edges before this one are those of items with themselves and their parents; no circle is made of them alone. */
  readonly firstDependency: number;
}

export function workNetwork(plan: Plan): WorkNetwork {
  const { isOpen, needs } = workTable(plan);
  return networkOf(plan.frame, isOpen, needs, plan.parents);
}

const networkOf = madeWithin(
  (isOpen: Uint8Array, needs: readonly (readonly number[])[], parents: Int32Array): WorkNetwork => {
    const places = placesOfOpen(isOpen);
    const edges = edgesOf(places, isOpen, needs, parents);
    const graph = sorted(places, isOpen, edges);
    if (graph.order.length === places.length * 2) {
      return { places, ...graph, knots: [] };
    }
    const { rest, knots } = withoutKnots(isOpen.length * 2, edges);
    return {
      places,
      ...sorted(places, isOpen, rest),
      knots: knots.map((events) => [...new Set(Array.from(events, (event) => event >> 1))]),
    };
  },
);

function placesOfOpen(isOpen: Uint8Array): Int32Array {
  const places = new Int32Array(isOpen.length);
  let length = 0;
  for (let place = 0; place < isOpen.length; place += 1) {
    if (isOpen[place] === 1) {
      places[length] = place;
      length += 1;
    }
  }
  return places.subarray(0, length);
}

function edgesOf(
  places: Int32Array,
  isOpen: Uint8Array,
  needs: readonly (readonly number[])[],
  parents: Int32Array,
): Edges {
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
  for (const place of places) {
    add(place * 2, place * 2 + 1);
    const above = parents[place] ?? NONE;
    if (above >= 0 && isOpen[above] === 1) {
      add(above * 2, place * 2);
      add(place * 2 + 1, above * 2 + 1);
    }
  }
  const firstDependency = edges;
  for (const place of places) {
    for (const needed of needs[place] ?? []) {
      if (isOpen[needed] === 1 && !isWithin(place, needed, parents) && !isWithin(needed, place, parents)) {
        add(needed * 2 + 1, place * 2);
      }
    }
  }
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
function sorted(
  places: Int32Array,
  isOpen: Uint8Array,
  { from, to }: Edges,
): Pick<WorkNetwork, 'order' | 'firstTarget' | 'targets'> {
  const events = isOpen.length * 2;
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
  const order = new Int32Array(places.length * 2);
  let known = 0;
  for (const place of places) {
    // An end waits for its start.
    if (waiting[place * 2] === 0) {
      order[known++] = place * 2;
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
