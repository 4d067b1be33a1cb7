import assert from 'node:assert/strict';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { categoryOf, progressOf } from '../../../src/core/planning/progress';
import { epic, plan, story, task } from '../../support/planBuilder';

const done = { status: 'done' };
const active = { status: 'active' };
const blocked = { status: 'blocked' };
const dropped = { status: 'dropped' };
const planned = { status: 'planned' };

/** The first item of the row is asked for; the others only belong to the plan. */
const cases: readonly {
  readonly because: string;
  readonly items: readonly WorkItem[];
  readonly is: string;
  readonly progress: string;
}[] = [
  { because: 'its own status counts', items: [epic('A-1', active, story('A-2', done))], is: 'active', progress: '1/1' },
  { because: 'nothing is stated', items: [story('A-1')], is: 'planned', progress: '0/1' },
  { because: 'it is dropped, which is no work left', items: [story('A-1', dropped)], is: 'dropped', progress: '0/0' },
  {
    because: 'all under it is finished',
    items: [epic('A-1', {}, story('A-2', done), story('A-3', dropped))],
    is: 'done',
    progress: '1/1',
  },
  {
    because: 'all under it is dropped',
    items: [epic('A-1', {}, story('A-2', dropped))],
    is: 'dropped',
    progress: '0/0',
  },
  {
    because: 'some is done, some not begun',
    items: [epic('A-1', {}, story('A-2', done), story('A-3'))],
    is: 'active',
    progress: '1/2',
  },
  {
    because: 'some is active',
    items: [epic('A-1', {}, story('A-2', active), story('A-3', blocked))],
    is: 'active',
    progress: '0/2',
  },
  {
    because: 'all that is left is blocked',
    items: [epic('A-1', {}, story('A-2', blocked), story('A-3', dropped))],
    is: 'blocked',
    progress: '0/1',
  },
  {
    because: 'only a part is blocked and nothing has begun',
    items: [epic('A-1', {}, story('A-2', blocked), story('A-3', planned))],
    is: 'planned',
    progress: '0/2',
  },
  {
    because: 'stories that name it belong to it',
    items: [epic('A-1'), story('A-2', { ...done, epic: 'A-1' })],
    is: 'done',
    progress: '1/1',
  },
  {
    because: 'tasks count, not their story',
    items: [epic('A-1', {}, story('A-2', {}, task('A-3', done), task('A-4')))],
    is: 'active',
    progress: '1/2',
  },
  {
    because: 'tasks that state nothing are over with their story',
    items: [story('A-1', done, task('A-2'), task('A-3'))],
    is: 'done',
    progress: '2/2',
  },
  {
    because: 'tasks that state nothing have not begun with their story',
    items: [story('A-1', active, task('A-2'))],
    is: 'active',
    progress: '0/1',
  },
];

describe('Where an item stands', () => {
  for (const { because, items, is, progress } of cases) {
    it(`is ${is} with ${progress} done when ${because}`, () => {
      const all = plan(...items);
      const [item] = all.workItems;
      assert.ok(item);
      assert.equal(categoryOf(item, all), is);
      const { done: finished, total } = progressOf(item, all);
      assert.equal(`${finished}/${total}`, progress);
    });
  }

  it('ends also where items name each other as epic', () => {
    const all = plan(story('A-1', { epic: 'A-2' }), story('A-2', { epic: 'A-1' }), story('A-3', { epic: 'A-3' }));
    assert.deepEqual(
      all.workItems.map((item) => categoryOf(item, all)),
      ['planned', 'planned', 'planned'],
    );
  });
});
