import assert from 'node:assert/strict';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { placesBlockedOtherwise } from '../../../src/core/planning/blocks';
import { placesRescheduled } from '../../../src/core/planning/rescheduled';
import { workTable } from '../../../src/core/planning/workTable';
import { createPlan, type Plan } from '../../../src/core/trace/plan';
import { days, plan, story } from '../../support/planBuilder';

const TODAY = days('2026-09-01').first;
const NO_HOLIDAYS = new Set<number>();

/** A chain of three, and one beside it. */
function chain(): Plan {
  return plan(
    story('A-1', { status: 'planned', estimate: '3d' }),
    story('A-2', { status: 'planned', estimate: '2d', depends: ['A-1'] }),
    story('A-3', { status: 'planned', estimate: '2d', depends: ['A-2'] }),
    story('B-1', { status: 'planned', estimate: '1d' }),
  );
}

/** The plan after an edit of one item: all others are the same objects. */
function withItem(
  former: Plan,
  place: number,
  change: (item: WorkItem) => Partial<WorkItem>,
  ...added: WorkItem[]
): Plan {
  const [roadmap] = former.roadmaps;
  assert.ok(roadmap);
  const work = roadmap.work.map((item, at) => (at === place ? { ...item, ...change(item) } : item));
  return createPlan([{ ...roadmap, work: [...added, ...work] }], former);
}

function idsAt(places: ReadonlySet<number>, of: Plan): string[] {
  return [...places].sort((a, b) => a - b).map((place) => of.workItems[place]?.id ?? '');
}

function rescheduled(then: Plan, now: Plan): string[] {
  return idsAt(placesRescheduled(then, now, TODAY, NO_HOLIDAYS), now);
}

const otherEstimate = (item: WorkItem) => ({ estimate: item.estimate && { ...item.estimate, value: 9 } });
const otherTitle = () => ({ title: 'Another' });
const blocked = (item: WorkItem) => ({ status: item.status && { ...item.status, category: 'blocked' as const } });

describe('A change reaches', () => {
  it('by the schedule all that waits for what takes longer, and nothing beside it', () => {
    const then = chain();
    assert.deepEqual(rescheduled(then, withItem(then, 0, otherEstimate)), ['A-1', 'A-2', 'A-3']);
    assert.deepEqual(rescheduled(then, withItem(then, 2, otherEstimate)), ['A-3']);
    assert.deepEqual(rescheduled(then, withItem(then, 3, otherEstimate)), ['B-1']);
  });

  it('by the schedule all whose chain names it by another title', () => {
    const then = chain();
    assert.deepEqual(rescheduled(then, withItem(then, 1, otherTitle)), ['A-2', 'A-3']);
  });

  it('by the schedule only what it moves where another item comes before all', () => {
    const then = chain();
    const now = withItem(then, 1, otherTitle, story('C-1', { estimate: '1d' }));
    assert.notEqual(now.frame, then.frame);
    assert.deepEqual(rescheduled(then, now), ['C-1', 'A-2', 'A-3']);
  });

  it('what waits for a block, the block, and what waits no more', () => {
    const then = chain();
    const now = withItem(then, 0, blocked);
    assert.deepEqual(idsAt(placesBlockedOtherwise(then, now), now), ['A-1', 'A-2', 'A-3']);
    assert.deepEqual(idsAt(placesBlockedOtherwise(now, then), then), ['A-2', 'A-3']);
    const renamed = withItem(now, 2, otherTitle);
    assert.deepEqual(idsAt(placesBlockedOtherwise(now, renamed), renamed), ['A-1', 'A-3']);
    const beside = withItem(now, 3, otherTitle);
    assert.deepEqual(idsAt(placesBlockedOtherwise(now, beside), beside), []);
  });
});

describe('The columns of a plan', () => {
  it('are the same objects where the plan before says the same in them', () => {
    const then = chain();
    const table = workTable(then);
    assert.equal(workTable(withItem(then, 1, otherTitle)), table);
    const now = workTable(withItem(then, 1, blocked));
    assert.notEqual(now.categories, table.categories);
    assert.equal(now.isOpen, table.isOpen);
    assert.equal(now.needs, table.needs);
    assert.equal(now.stated.estimates, table.stated.estimates);
  });
});
