import assert from 'node:assert/strict';
import { keptBy } from '../../../src/core/backlog/filter';
import { groupsOf } from '../../../src/core/backlog/grouping';
import { type BacklogFilter, type Grouping, NO_FILTER } from '../../../src/core/backlog/view';
import { epic, goal, person, plan, release, story, task } from '../../support/planBuilder';

const PLAN = plan(
  person('ana', 'Ana Lima'),
  person('ben', 'Ben'),
  goal('G1', 'Quick refunds'),
  goal('G2', 'Nobody works for this'),
  release('v1'),
  release('v2'),
  epic(
    'PAY-1',
    { release: 'v1', goal: 'quick refunds', owner: 'Ana Lima' },
    story('PAY-12', { status: 'active' }, task('PAY-12.1', { status: 'blocked', owner: 'ben' })),
    story('PAY-13', { status: 'blocked', release: 'Later', owner: 'Bo' }),
    task('PAY-14', { status: 'done' }),
  ),
  epic('PAY-2', { goal: 'Peace' }),
  story('PAY-3', { status: 'dropped' }),
);

const CASES: readonly {
  readonly grouping: Exclude<Grouping, 'epic'>;
  readonly filter?: Partial<BacklogFilter>;
  readonly groups: readonly string[];
}[] = [
  {
    grouping: 'release',
    groups: ['v1 (v1): PAY-12 PAY-14', 'v2 (v2): ', 'Later (later): PAY-13', 'No release (): PAY-2 PAY-3'],
  },
  {
    grouping: 'status',
    groups: [
      'Blocked (blocked): PAY-13',
      'In progress (active): PAY-12',
      'Planned (planned): PAY-2',
      'Done (done): PAY-14',
      'Dropped (dropped): PAY-3',
    ],
  },
  {
    grouping: 'owner',
    groups: ['Ana Lima (ana): PAY-12 PAY-14', 'Ben (ben): ', 'Bo (bo): PAY-13', 'No owner (): PAY-2 PAY-3'],
  },
  {
    grouping: 'goal',
    groups: ['G1 Quick refunds (g1): PAY-12 PAY-13 PAY-14', 'Peace (peace): PAY-2', 'No goal (): PAY-3'],
  },
  { grouping: 'release', filter: { statuses: ['blocked'] }, groups: ['v1 (v1): PAY-12', 'Later (later): PAY-13'] },
];

describe('The groups of the backlog', () => {
  for (const { grouping, filter, groups } of CASES) {
    it(`by ${grouping}${filter ? ', of what a filter leaves,' : ''} hold each piece of work once, with what is under it`, () => {
      const kept = keptBy({ ...NO_FILTER, ...filter }, PLAN, { me: undefined, hasFindings: () => false });
      const found = groupsOf(PLAN, grouping, kept);
      assert.deepEqual(
        found.map(({ key, label, items }) => `${label} (${key}): ${items.map(({ id }) => id).join(' ')}`),
        groups,
      );
    });
  }
});
