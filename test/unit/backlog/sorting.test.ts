import assert from 'node:assert/strict';
import { findingSums } from '../../../src/core/backlog/findingSums';
import { sorted } from '../../../src/core/backlog/sorting';
import { createPlan } from '../../../src/core/trace/plan';
import { epic, release, roadmap, story, task } from '../../support/planBuilder';

const PLAN = createPlan([
  roadmap(
    { scoring: 'impact' },
    release('v1', { date: '2026-08-15' }),
    story('NEVER-1', { scores: { impact: 1 } }),
    story('DONE-1', { status: 'done', due: '2026-01-01', scores: { impact: 9 } }),
    story('LATE-1', { due: '2026-09-01', scores: { impact: 2 } }),
    story('SHIP-1', { release: 'v1' }),
    epic(
      'BELOW-1',
      { due: '2026-12-01' },
      story('BELOW-2', { due: '2026-01-01', status: 'done' }),
      story('BELOW-3', { scores: { impact: 3 } }, task('BELOW-4', { due: '2026-08-01' })),
    ),
    story('NEVER-2'),
  ),
]);

describe('The order of the backlog', () => {
  for (const [sorting, order] of [
    ['plan', 'NEVER-1 DONE-1 LATE-1 SHIP-1 BELOW-1 NEVER-2'],
    ['score', 'BELOW-1 LATE-1 NEVER-1 DONE-1 SHIP-1 NEVER-2'],
    ['due', 'BELOW-1 SHIP-1 LATE-1 NEVER-1 DONE-1 NEVER-2'],
  ] as const) {
    it(`by ${sorting} is ${order}`, () => {
      assert.equal(
        sorted(PLAN.roots, sorting, PLAN)
          .map(({ id }) => id)
          .join(' '),
        order,
      );
    });
  }
});

describe('The findings of the backlog', () => {
  it('are counted on their item and on all that it is part of, and each item is asked once', () => {
    const asked: string[] = [];
    const countsOf = findingSums(PLAN, ({ id }) => {
      asked.push(id);
      return id === 'BELOW-4' ? 2 : id === 'BELOW-3' ? 1 : 0;
    });
    const counts = PLAN.workItems
      .filter(({ id }) => id.startsWith('BELOW'))
      .map((item) => `${item.id} ${countsOf(item).own} ${countsOf(item).below}`);
    assert.deepEqual(counts, ['BELOW-1 0 3', 'BELOW-2 0 0', 'BELOW-3 1 2', 'BELOW-4 2 0']);
    assert.deepEqual(
      asked,
      PLAN.workItems.map(({ id }) => id),
    );
  });
});
