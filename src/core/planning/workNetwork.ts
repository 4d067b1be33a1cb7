import type { Plan } from '../trace/plan';
import { findKnots } from './cycles';
import { madeWithin } from './derived';
import { NONE } from './statedColumns';
import { workTable } from './workTable';

/**
 * Work as a graph of events: each item has a start (`2 * place`, by its place in `plan.workItems`) and an end (`2 * place + 1`),
 * and an edge says that one event is not before another. Whatever belongs to an item starts after it has started and ends before it
 * has ended, so a dependency on an epic is one edge, however many stories it has. Free of circles.
 *
 * What is done or dropped has its events too, so that the graph stays the same when the status of an item is another; nothing waits
 * for it, and whoever goes through the graph leaves it out.
 */
export interface WorkNetwork {
  /** All events, each behind those that it waits for. */
  readonly order: Int32Array;
  /** Where an event stands in {@link order}. */
  readonly positions: Int32Array;
  readonly targets: Neighbours;
  /** In the order of {@link order}. */
  readonly sources: Neighbours;
  /** Places of open items that wait for one another in a circle. The dependencies among those of one list are not in the graph. */
  readonly knots: readonly (readonly number[])[];
}

/** Those of `event` are `events` from `first[event]` to before `first[event + 1]`. */
export interface Neighbours {
  readonly first: Int32Array;
  readonly events: Int32Array;
}

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edges before this one are those of items with themselves and their parents; no circle is made of them alone. */
  readonly firstDependency: number;
}

export function workNetwork(plan: Plan): WorkNetwork {
  const { isOpen, needs } = workTable(plan);
  return wholeNetwork(plan.frame, needs, plan.parents) ?? networkOfOpen(plan.frame, isOpen, needs, plan.parents);
}

/** undefined: some items wait for one another in a circle, of which it then matters whether they are all open. */
const wholeNetwork = madeWithin(
  (needs: readonly (readonly number[])[], parents: Int32Array): WorkNetwork | undefined => {
    const network = sorted(edgesOf(new Uint8Array(parents.length).fill(1), needs, parents), parents.length);
    return network.order.length === parents.length * 2 ? withKnots(network, []) : undefined;
  },
);

const networkOfOpen = madeWithin(
  (isOpen: Uint8Array, needs: readonly (readonly number[])[], parents: Int32Array): WorkNetwork => {
    const edges = edgesOf(isOpen, needs, parents);
    const network = sorted(edges, parents.length);
    if (network.order.length === parents.length * 2) {
      return withKnots(network, []);
    }
    const { rest, knots } = withoutKnots(parents.length * 2, edges);
    return withKnots(
      sorted(rest, parents.length),
      knots.map((events) => [...new Set(Array.from(events, (event) => event >> 1))]),
    );
  },
);

type Sorted = Omit<WorkNetwork, 'knots'>;

/** Not spread, see test/unit/hiddenClasses.test.ts: the fields are read at each of thousands of events. */
function withKnots({ order, positions, targets, sources }: Sorted, knots: WorkNetwork['knots']): WorkNetwork {
  return { order, positions, targets, sources, knots };
}

/** @param isIn 1 by the place of items whose edges are wanted: all between two of them */
function edgesOf(isIn: Uint8Array, needs: readonly (readonly number[])[], parents: Int32Array): Edges {
  let most = 3 * parents.length;
  for (const needed of needs) {
    most += needed.length;
  }
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  let edges = 0;
  const add = (before: number, after: number) => {
    from[edges] = before;
    to[edges] = after;
    edges += 1;
  };
  for (let place = 0; place < parents.length; place += 1) {
    add(place * 2, place * 2 + 1);
    const above = parents[place] ?? NONE;
    if (isIn[place] === 1 && above >= 0 && isIn[above] === 1) {
      add(above * 2, place * 2);
      add(place * 2 + 1, above * 2 + 1);
    }
  }
  const firstDependency = edges;
  for (let place = 0; place < parents.length; place += 1) {
    for (const needed of isIn[place] === 1 ? (needs[place] ?? []) : []) {
      if (isIn[needed] === 1 && !isWithin(place, needed, parents) && !isWithin(needed, place, parents)) {
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
function sorted({ from, to }: Edges, items: number): Sorted {
  const events = items * 2;
  const targets = neighbours(from, to, events);
  const first = firstOf(to, events);
  const waiting = new Int32Array(events);
  for (let event = 0; event < events; event += 1) {
    waiting[event] = at(first, event + 1) - at(first, event);
  }
  const order = new Int32Array(events);
  const positions = new Int32Array(events);
  let known = 0;
  const append = (event: number) => {
    positions[event] = known;
    order[known] = event;
    known += 1;
  };
  for (let start = 0; start < events; start += 2) {
    // An end waits for its start.
    if (waiting[start] === 0) {
      append(start);
    }
  }
  const sources = new Int32Array(to.length);
  for (let next = 0; next < known; next += 1) {
    const event = at(order, next);
    for (let index = at(targets.first, event); index < at(targets.first, event + 1); index += 1) {
      const target = at(targets.events, index);
      const left = at(waiting, target) - 1;
      // From the first of its places to the last, so that each event has its sources in their order.
      sources[at(first, target + 1) - 1 - left] = event;
      waiting[target] = left;
      if (left === 0) {
        append(target);
      }
    }
  }
  return { order: order.subarray(0, known), positions, targets, sources: { first, events: sources } };
}

/** Each event's own in the order of the edges. */
function neighbours(from: Int32Array, to: Int32Array, events: number): Neighbours {
  const first = firstOf(from, events);
  const all = new Int32Array(from.length);
  // From the last edge to the first, so that where the next one of an event is put ends where its first one is.
  const filled = first.slice(1);
  for (let edge = from.length - 1; edge >= 0; edge -= 1) {
    const event = at(from, edge);
    const place = at(filled, event) - 1;
    all[place] = at(to, edge);
    filled[event] = place;
  }
  return { first, events: all };
}

/** Where those of each event begin when they stand one event after the other. */
function firstOf(ends: Int32Array, events: number): Int32Array {
  const first = new Int32Array(events + 1);
  for (const event of ends) {
    first[event + 1] = at(first, event + 1) + 1;
  }
  for (let event = 0; event < events; event += 1) {
    first[event + 1] = at(first, event + 1) + at(first, event);
  }
  return first;
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
