import assert from 'node:assert/strict';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { story, world } from '../../support/planBuilder';
import { pageOf, rowLine } from './pageFixture';

/** The columns of the graph from left to right, each from top to bottom. */
function columnsOf(id: string, ...stories: readonly WorkItem[]): readonly string[] {
  const { graph } = pageOf(id, { trace: world(...stories) }).dependencies;
  const columns = new Map<number, string[]>();
  for (const { x, key } of graph?.nodes ?? []) {
    columns.set(x, [...(columns.get(x) ?? []), key]);
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, names]) => names.join(' '));
}

describe('The dependencies of a story', () => {
  it('stand in columns: what it needs on its left, what needs it on its right', () => {
    const chain = [
      story('PAY-1'),
      story('PAY-2', { depends: ['PAY-1'] }),
      story('PAY-3', { depends: ['PAY-2', 'PAY-1'] }),
      story('PAY-4', { depends: ['PAY-3'] }),
      story('PAY-5', { depends: ['PAY-3'] }),
      story('PAY-6', { depends: ['PAY-5'] }),
      story('PAY-7', { depends: ['PAY-6'] }),
    ];
    assert.deepEqual(columnsOf('PAY-3', ...chain), ['PAY-2 PAY-1', 'PAY-3', 'PAY-4 PAY-5', 'PAY-6']);
  });

  it('have edges from the right side of what is needed to the left side of what needs it', () => {
    const trace = world(story('PAY-1'), story('PAY-2', { depends: ['PAY-1'] }));
    const { graph } = pageOf('PAY-2', { trace }).dependencies;
    const [from, to] = graph?.nodes ?? [];
    assert.ok(graph && from && to);
    assert.deepEqual(graph.edges, [
      {
        key: 'PAY-1 PAY-2',
        from: { x: from.x + graph.nodeWidth, y: from.y + graph.nodeHeight / 2 },
        to: { x: to.x, y: to.y + graph.nodeHeight / 2 },
      },
    ]);
    assert.deepEqual([graph.width, graph.height], [to.x + graph.nodeWidth, graph.nodeHeight]);
    assert.deepEqual([from.target, from.isSelf, to.isSelf], ['story PAY-1', false, true]);
  });

  it('show each item once where they go in a circle', () => {
    const circle = [story('PAY-1', { depends: ['PAY-3'] }), story('PAY-2', { depends: ['PAY-1'] })];
    assert.deepEqual(columnsOf('PAY-2', ...circle, story('PAY-3', { depends: ['PAY-2'] })), [
      'PAY-3',
      'PAY-1',
      'PAY-2',
    ]);
  });

  it('leave out what has no room, centre the rest, and say how many they left out', () => {
    const many = Array.from({ length: 8 }, (_, index) => story(`PAY-${index + 10}`, { depends: ['PAY-1'] }));
    const { graph } = pageOf('PAY-1', { trace: world(story('PAY-1'), ...many) }).dependencies;
    assert.deepEqual([graph?.nodes.length, graph?.hidden], [6, 3]);
    const self = graph?.nodes.find(({ isSelf }) => isSelf);
    assert.equal(self && self.y + 23, (graph?.height ?? 0) / 2);
  });

  it('are listed in words too, with what no roadmap declares; without any there is no graph', () => {
    const trace = world(story('PAY-1', { status: 'done' }), story('PAY-2', { depends: ['PAY-1', 'PAY-99'] }));
    const { needs, neededBy } = pageOf('PAY-2', { trace }).dependencies;
    assert.deepEqual(needs.map(rowLine), [
      'done PAY-1 Title of PAY-1 | done',
      'warning PAY-99 | declared in no roadmap',
    ]);
    assert.deepEqual(neededBy, []);
    assert.deepEqual(pageOf('PAY-1', { trace }).dependencies.neededBy.map(rowLine), [
      'planned PAY-2 Title of PAY-2 | planned',
    ]);
    assert.equal(pageOf('PAY-9', { trace: world(story('PAY-9')) }).dependencies.graph, undefined);
  });
});
