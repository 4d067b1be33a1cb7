import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findCycles } from '../../../src/core/planning/cycles';

interface Node {
  readonly name: number;
  readonly next: Node[];
}

/** A graph of `size` nodes with the edges given as pairs of their numbers. */
function graph(size: number, edges: readonly (readonly [number, number])[]): Node[] {
  const nodes = Array.from({ length: size }, (_, name): Node => ({ name, next: [] }));
  for (const [from, to] of edges) {
    const target = nodes[to];
    if (target) {
      nodes[from]?.next.push(target);
    }
  }
  return nodes;
}

function cyclesOf(nodes: readonly Node[]): number[][] {
  return findCycles(nodes, (node) => node.next).map((cycle) => cycle.map(({ name }) => name));
}

describe('The circles of a graph', () => {
  it('are none where all edges lead forward', () => {
    assert.deepEqual(
      cyclesOf(
        graph(4, [
          [0, 1],
          [0, 2],
          [1, 3],
          [2, 3],
        ]),
      ),
      [],
    );
  });

  it('begin with the first node on them, and are the shortest through it', () => {
    assert.deepEqual(
      cyclesOf(
        graph(4, [
          [1, 2],
          [2, 3],
          [3, 1],
          [2, 1],
        ]),
      ),
      [[1, 2]],
    );
  });

  it('are one for each knot, in the order of the nodes', () => {
    assert.deepEqual(
      cyclesOf(
        graph(5, [
          [3, 4],
          [4, 3],
          [0, 1],
          [1, 0],
          [2, 2],
          [1, 3],
        ]),
      ),
      [[0, 1], [2], [3, 4]],
    );
  });

  it('are found at the end of a chain that is longer than a call stack', () => {
    const size = 100_000;
    const chain = Array.from({ length: size - 1 }, (_, at) => [at, at + 1] as const);
    assert.deepEqual(cyclesOf(graph(size, [...chain, [size - 1, size - 2]])), [[size - 2, size - 1]]);
  });

  it('consist of edges, and are found exactly where a node leads back to itself', () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const cycles = cyclesOf(graph(8, pairs));
        for (const cycle of cycles) {
          cycle.forEach((from, at) => {
            const to = cycle[(at + 1) % cycle.length];
            assert.ok(pairs.some((pair) => pair[0] === from && pair[1] === to));
          });
        }
        const inKnots = Array.from({ length: 8 }, (_, name) => name).filter((name) => leadsTo(name, name, pairs));
        assert.equal(cycles.length > 0, inKnots.length > 0);
        for (const name of inKnots) {
          const reached = cycles.some(
            ([first]) => first !== undefined && leadsTo(name, first, pairs) && leadsTo(first, name, pairs),
          );
          assert.ok(reached, `no circle stands for ${name}`);
        }
      }),
    );
  });
});

function leadsTo(from: number, to: number, edges: readonly (readonly [number, number])[]): boolean {
  const reached = new Set<number>();
  const queue = [from];
  for (const at of queue) {
    for (const [, next] of edges.filter((edge) => edge[0] === at)) {
      if (!reached.has(next)) {
        reached.add(next);
        queue.push(next);
      }
    }
  }
  return reached.has(to);
}
