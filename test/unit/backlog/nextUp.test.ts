import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasReady, nextUp } from '../../../src/core/backlog/nextUp';
import { whyNothingIsReady } from '../../../src/core/report/nextUpWords';
import type { Release, WorkItem } from '../../../src/core/model/roadmap';
import { createPlan } from '../../../src/core/trace/plan';
import { epic, plan, release, roadmap, story, task } from '../../support/planBuilder';

type Content = readonly (WorkItem | Release)[];

const readyIds = (...content: Content) => nextUp(plan(...content)).ready.map(({ item }) => item.id);

interface Case {
  readonly title: string;
  readonly of: Content;
  readonly ready: readonly string[];
  /** Beginnings, or all, of why nothing is ready. */
  readonly why?: string;
}

const CASES: readonly Case[] = [
  {
    title: 'what is planned, and not what is begun, blocked, done or dropped',
    of: [
      story('A-1'),
      story('A-2', { status: 'active' }),
      story('A-3', { status: 'blocked' }),
      story('A-4', { status: 'done' }),
      story('A-5', { status: 'dropped' }),
    ],
    ready: ['A-1'],
  },
  {
    title: 'what depends on finished work alone',
    of: [
      story('A-1', { status: 'done' }),
      story('A-2', { status: 'active' }),
      story('A-3', { depends: ['A-1'] }),
      story('A-4', { depends: ['A-1', 'A-2'] }),
    ],
    ready: ['A-3'],
  },
  {
    title: 'no story of an epic that waits, or that is blocked',
    of: [
      story('A-9', { status: 'active' }),
      epic('A-1', { depends: ['A-9'] }, story('A-2')),
      epic('A-3', { status: 'blocked' }, story('A-4', { status: 'planned' })),
    ],
    ready: [],
    why: 'Nothing is ready to be started. All 2 planned stories wait: 1 for A-9 Title of A-9 and 1 for A-3 Title of A-3, which is blocked.',
  },
  {
    title: 'what names its own epic as a dependency: that says only that they belong together',
    of: [epic('A-1', {}, story('A-2', { depends: ['A-1'] }), story('A-3', { status: 'active' }))],
    ready: ['A-2'],
  },
  {
    title: 'nothing that depends on what no roadmap declares',
    of: [story('A-1', { depends: ['B-7'] })],
    ready: [],
    why: 'Nothing is ready to be started. The one planned story waits: for B-7, which no roadmap declares.',
  },
  {
    title: 'stories and epics without stories, and no tasks of a story',
    of: [epic('A-1', {}, story('A-2', {}, task('A-2.1'))), epic('A-3')],
    ready: ['A-2', 'A-3'],
  },
  {
    title: 'nothing where all is begun or over',
    of: [story('A-1', { status: 'active' }), story('A-2', { status: 'done' }), story('A-3', { status: 'done' })],
    ready: [],
    why: 'Nothing is ready to be started: no story is planned. 1 story is in progress and 2 are finished.',
  },
  {
    title: 'nothing where there is no work',
    of: [release('v1.0')],
    ready: [],
    why: 'Nothing is ready to be started: the plan has no stories yet.',
  },
];

describe('Next up', () => {
  for (const { title, of, ready, why } of CASES) {
    it(`is ${title}`, () => {
      assert.deepEqual(readyIds(...of), ready);
      assert.equal(whyNothingIsReady(nextUp(plan(...of))), why);
    });
  }

  it('stands by score, then by due date, then as the plan has it, and what has no score behind', () => {
    const of = createPlan([
      roadmap(
        { scoring: 'value / effort' },
        story('A-1', { scores: { value: 9 }, due: '2026-08-01' }),
        story('A-2', { scores: { value: 2, effort: 1 } }),
        story('A-3', { scores: { value: 4, effort: 1 } }),
        story('A-4', { scores: { value: 2, effort: 1 }, due: '2026-09-01' }),
        story('A-5', { scores: { value: 2, effort: 1 }, due: '2026-08-01' }),
        story('A-6', { scores: { value: -5, effort: 1 } }),
        story('A-7'),
        story('A-8', { due: '2026-07-01' }),
      ),
    ]);
    const { ready } = nextUp(of);
    assert.deepEqual(
      ready.map(({ item }) => item.id),
      ['A-3', 'A-5', 'A-4', 'A-2', 'A-6', 'A-8', 'A-1', 'A-7'],
    );
    assert.deepEqual(
      ready.map(({ score }) => score?.missing.join(' ')),
      ['', '', '', '', '', 'value effort', 'effort', 'value effort'],
    );
  });

  it('stands by due date where no scoring is stated', () => {
    assert.deepEqual(readyIds(story('A-1'), story('A-2', { due: '2026-08-02' }), story('A-3', { due: '2026-08-01' })), [
      'A-3',
      'A-2',
      'A-1',
    ]);
  });

  it('is the same for a plan that was changed as for one that is made from scratch', () => {
    const statuses = fc.constantFrom(undefined, 'planned', 'active', 'blocked', 'done');
    const items = fc.array(
      fc.record({ status: statuses, value: fc.nat(3), needs: fc.option(fc.nat(7), { nil: undefined }) }),
      { minLength: 1, maxLength: 8 },
    );
    const storyOf = (
      place: number,
      { status, value, needs }: { status: string | undefined; value: number; needs: number | undefined },
    ) =>
      story(`A-${place}`, {
        ...(status !== undefined && { status }),
        scores: { value },
        depends: needs === undefined ? [] : [`A-${needs}`],
      });
    const shown = (work: readonly WorkItem[], former?: ReturnType<typeof createPlan>) => {
      const made = createPlan([{ ...roadmap({ scoring: 'value' }), work }], former);
      return { made, ids: nextUp(made).ready.map(({ item, score }) => `${item.id} ${score?.value}`) };
    };
    fc.assert(
      fc.property(items, items, (first, second) => {
        const before = first.map((each, place) => storyOf(place, each));
        const { made } = shown(before);
        const after = before.map((item, place) => {
          const changed = second[place];
          return changed && place % 2 === 0 ? storyOf(place, changed) : item;
        });
        const scratch = shown(after);
        assert.deepEqual(shown(after, made).ids, scratch.ids);
        assert.equal(hasReady(scratch.made), scratch.ids.length > 0);
      }),
    );
  });
});
