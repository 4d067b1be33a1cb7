import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDay } from '../../../src/core/model/calendar';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { type EventTimes, eventTimes } from '../../../src/core/planning/eventTimes';
import { placesRescheduled } from '../../../src/core/planning/rescheduled';
import { type CriticalPath, type Schedule, scheduleOf } from '../../../src/core/planning/schedule';
import { createPlan, type Plan } from '../../../src/core/trace/plan';
import { days, epic, person, plan, release, story, task } from '../../support/planBuilder';

/** A Tuesday. */
const TODAY = days('2026-09-01').first;
const NO_HOLIDAYS = new Set<number>();

function schedule(of: Plan, holidays: ReadonlySet<number> = NO_HOLIDAYS): Schedule {
  return scheduleOf(of, TODAY, holidays);
}

/** `A: 1 Sep-3 Sep, latest 2 Sep-4 Sep, slack 1`, with months and days only. */
function described(of: Plan, holidays?: ReadonlySet<number>): string[] {
  const planned = schedule(of, holidays);
  return of.workItems.flatMap((item) => {
    const dates = planned.of(item);
    if (!dates) {
      return [];
    }
    const { earliestStart, earliestFinish, latestStart, latestFinish, slack } = dates;
    const earliest = `${item.id}: ${short(earliestStart)} to ${short(earliestFinish)}`;
    return latestStart === undefined || latestFinish === undefined
      ? [earliest]
      : [`${earliest}, latest ${short(latestStart)} to ${short(latestFinish)}, slack ${slack}`];
  });
}

function short(day: number): string {
  return formatDay(day).slice(5);
}

function pathTo(of: Plan, name: string, holidays?: ReadonlySet<number>): CriticalPath | undefined {
  const to = of.findRelease(name);
  return to && schedule(of, holidays).criticalPathOf(to);
}

function pathOf(of: Plan, name: string): string {
  return (
    pathTo(of, name)
      ?.items.map(({ id }) => id)
      .join(' ') ?? 'nothing'
  );
}

describe('The schedule of a network worked out by hand', () => {
  const d = (id: string, estimate: string, ...depends: readonly string[]) =>
    story(id, { estimate, depends, release: 'v1' });
  /**
   * Days:  A 3 -> C 4 -> E 2 -> G 3,  B 2 -> D 5 -> F 4 -> G,  C -> F.
   * Forward: A 0-3, B 0-2, C 3-7, D 2-7, E 7-9, F 7-11, G 11-14. The release allows 17 working days, so 3 are left.
   */
  const network = plan(
    release('v1', { date: '2026-09-23' }),
    d('A', '3d'),
    d('B', '2d'),
    d('C', '4d', 'A'),
    d('D', '5d', 'B'),
    d('E', '2d', 'C'),
    d('F', '4d', 'C', 'D'),
    d('G', '3d', 'E', 'F'),
  );

  it('has the earliest and latest dates, and the slack of each item', () => {
    assert.deepEqual(described(network), [
      'A: 09-01 to 09-03, latest 09-04 to 09-08, slack 3',
      'B: 09-01 to 09-02, latest 09-04 to 09-07, slack 3',
      'C: 09-04 to 09-09, latest 09-09 to 09-14, slack 3',
      'D: 09-03 to 09-09, latest 09-08 to 09-14, slack 3',
      'E: 09-10 to 09-11, latest 09-17 to 09-18, slack 5',
      'F: 09-10 to 09-15, latest 09-15 to 09-18, slack 3',
      'G: 09-16 to 09-18, latest 09-21 to 09-23, slack 3',
    ]);
  });

  it('has the longest chain as critical path', () => {
    assert.equal(pathOf(network, 'v1'), 'A C F G');
    const path = pathTo(network, 'v1');
    assert.equal(path?.slack, 3);
    assert.equal(formatDay(path?.earliestFinish ?? 0), '2026-09-18');
  });

  it('steps over holidays', () => {
    const holidays = new Set(['2026-09-02', '2026-09-16'].map((day) => days(day).first));
    assert.equal(described(network, holidays)[0], 'A: 09-01 to 09-04, latest 09-03 to 09-07, slack 1');
    assert.equal(pathTo(network, 'v1', holidays)?.slack, 1);
  });
});

describe('The schedule', () => {
  const cases: readonly { readonly because: string; readonly of: Plan; readonly is: readonly string[] }[] = [
    {
      because: 'points become days by the capacity of the owner, of ten working days a sprint',
      of: plan(person('ana', 'Ana', 5), person('kim', 'Kim', 10), story('A', { estimate: '3', owner: 'ana' })),
      is: ['A: 09-01 to 09-08'],
    },
    {
      because: 'points that nobody owns take as long as an average member of the team needs',
      of: plan(person('ana', 'Ana', 5), person('kim', 'Kim', 15), story('A', { estimate: '3' })),
      is: ['A: 09-01 to 09-03'],
    },
    {
      because: 'points say nothing where no capacity is known',
      of: plan(story('A', { estimate: '3' })),
      is: ['A: 09-01 to 09-01'],
    },
    {
      because: 'nothing begins before it says, nor ends sooner than it is planned to take',
      of: plan(story('A', { start: '2026-09-07', due: '2026-09-09' }), story('B', { estimate: '1d', depends: ['A'] })),
      is: ['A: 09-07 to 09-09, latest 09-07 to 09-09, slack 0', 'B: 09-10 to 09-10'],
    },
    {
      because: 'active work counts with what is left of it, and is never said to be over',
      of: plan(
        story('A', { status: 'active', start: '2026-08-27', estimate: '5d' }),
        story('B', { status: 'active', start: '2026-08-03', estimate: '5d' }),
        story('C', { status: 'active', estimate: '5d' }),
        story('D', { status: 'planned', start: '2026-08-03', estimate: '5d' }),
        story('E', { status: 'active', start: '2026-09-14', estimate: '5d' }),
        story('F', { estimate: '1d', depends: ['B'] }),
      ),
      is: [
        'A: 09-01 to 09-02',
        'B: 09-01 to 09-01',
        'C: 09-01 to 09-07',
        'D: 09-01 to 09-07',
        'E: 09-01 to 09-07',
        'F: 09-02 to 09-02',
      ],
    },
    {
      because: 'what is done or dropped is waited for no longer',
      of: plan(
        story('A', { status: 'done', estimate: '5d' }),
        story('B', { status: 'dropped', estimate: '5d' }),
        story('C', { estimate: '1d', depends: ['A', 'B', 'NONE-1', 'C'] }),
      ),
      is: ['C: 09-01 to 09-01'],
    },
    {
      because: 'a dependency on an epic waits for all its stories, and that of an epic holds all of them back',
      of: plan(
        epic('E', {}, story('E1', { estimate: '2d' }), story('E2', { estimate: '4d' })),
        epic('F', { depends: ['E'] }, story('F1', { estimate: '1d' }), story('F2', { estimate: '2d' })),
      ),
      is: [
        'E: 09-01 to 09-04',
        'E1: 09-01 to 09-02',
        'E2: 09-01 to 09-04',
        'F: 09-07 to 09-08',
        'F1: 09-07 to 09-07',
        'F2: 09-07 to 09-08',
      ],
    },
    {
      because: 'tasks carry the work where they have estimates, else the open share of their story does',
      of: plan(
        story('A', { estimate: '9d' }, task('A.1', { estimate: '2d' }), task('A.2', { depends: ['A.1'] })),
        story('B', { estimate: '4d' }, task('B.1', { status: 'done' }), task('B.2')),
      ),
      is: [
        'A: 09-01 to 09-02',
        'A.1: 09-01 to 09-02',
        'A.2: 09-02 to 09-02',
        'B: 09-01 to 09-02',
        'B.2: 09-01 to 09-01',
      ],
    },
    {
      because: 'a due date holds for all that is under it and all that it waits for; a freeze comes before the date',
      of: plan(
        release('v1', { date: '2026-09-15', freeze: '2026-09-11' }),
        story('A', { estimate: '1d' }),
        epic('E', { due: '2026-09-10' }, story('E1', { estimate: '1d', depends: ['A'] })),
        story('B', { estimate: '2d', release: 'v1' }),
      ),
      is: [
        'A: 09-01 to 09-01, latest 09-09 to 09-09, slack 6',
        'E: 09-01 to 09-02, latest 09-10 to 09-10, slack 6',
        'E1: 09-02 to 09-02, latest 09-10 to 09-10, slack 6',
        'B: 09-01 to 09-02, latest 09-10 to 09-11, slack 7',
      ],
    },
    {
      because: 'a missed deadline is a negative slack, also where nobody knows how long the work takes',
      of: plan(story('A', { due: '2026-08-31' }), story('B', { due: '2026-09-02', estimate: '4d' })),
      is: ['A: 09-01 to 09-01, latest 08-31 to 08-31, slack -1', 'B: 09-01 to 09-04, latest 08-28 to 09-02, slack -2'],
    },
    {
      because: 'what an epic and its own stories name as dependencies of each other is no circle',
      of: plan(epic('E', { depends: ['E1'] }, story('E1', { estimate: '2d', depends: ['E'] }))),
      is: ['E: 09-01 to 09-02', 'E1: 09-01 to 09-02'],
    },
  ];
  for (const { because, of, is } of cases) {
    it(because, () => {
      assert.deepEqual(described(of), is);
      assert.deepEqual(schedule(of).knots, []);
    });
  }

  it('takes what nobody knows the length of for no time, and for no reason to be late', () => {
    const of = plan(
      story('A', { due: '2026-09-01' }),
      story('B', { depends: ['A'], estimate: '1d' }),
      story('C', { depends: ['B'], due: '2026-09-01' }),
      story('D', { depends: ['C'], due: '2026-08-31' }),
    );
    assert.deepEqual(described(of), [
      'A: 09-01 to 09-01, latest 08-31 to 08-31, slack -1',
      'B: 09-01 to 09-01, latest 08-31 to 08-31, slack -1',
      'C: 09-01 to 09-01, latest 08-31 to 08-31, slack -1',
      'D: 09-01 to 09-01, latest 08-31 to 08-31, slack -1',
    ]);
    const inTime = plan(...of.roots.slice(0, 3));
    assert.deepEqual(described(inTime), [
      'A: 09-01 to 09-01, latest 09-01 to 09-01, slack 0',
      'B: 09-01 to 09-01, latest 09-01 to 09-01, slack 0',
      'C: 09-01 to 09-01, latest 09-01 to 09-01, slack 0',
    ]);
  });

  it('counts open leaves of unknown length, and says what an item waits for and by whose date', () => {
    const of = plan(
      release('v1', { date: '2026-09-15' }),
      epic('E', { release: 'v1' }, story('E1', { estimate: '2d' }), story('E2')),
      story('A', { estimate: '1d', depends: ['E'], due: '2026-09-10' }),
    );
    const planned = schedule(of);
    const [, e1, , a] = of.workItems.map((item) => planned.of(item));
    assert.equal(planned.unknownDurations, 1);
    assert.equal(a?.waitsFor?.id, 'E');
    assert.equal(e1?.deadline?.kind, 'due');
    assert.equal(e1?.deadline?.owner.id, 'A');
  });

  it('leaves a circle out, says who is in it, and goes on behind it', () => {
    const of = plan(
      story('A', { estimate: '2d', depends: ['B'] }),
      story('B', { estimate: '3d', depends: ['A'] }),
      story('C', { estimate: '1d', depends: ['B'] }),
    );
    assert.deepEqual(described(of), ['A: 09-01 to 09-02', 'B: 09-01 to 09-03', 'C: 09-04 to 09-04']);
    assert.deepEqual(
      schedule(of).knots.map((knot) => knot.map(({ id }) => id)),
      [['A', 'B']],
    );
    assert.deepEqual(
      of.workItems.map((item) => schedule(of).of(item)?.isInKnot),
      [true, true, false],
    );
  });

  it('has a critical path through other releases, and none where nothing is open', () => {
    const of = plan(
      release('v1'),
      release('v2'),
      release('v3'),
      story('A', { release: 'v1', estimate: '2d' }),
      epic('E', { release: 'v2', depends: ['A'] }, story('E1', { estimate: '3d' }), story('E2', { estimate: '1d' })),
      story('B', { release: 'v3', status: 'done' }),
    );
    assert.equal(pathOf(of, 'v1'), 'A');
    assert.equal(pathOf(of, 'v2'), 'A E1');
    assert.equal(pathOf(of, 'v3'), 'nothing');
    assert.equal(pathTo(of, 'v2')?.slack, undefined);
  });

  it('has a date for the strangest estimates', () => {
    const of = plan(
      person('ana', 'Ana', 1e-300),
      story('A', { estimate: '1e300d', due: '2026-09-03' }),
      story('B', { estimate: '1e300', owner: 'ana', depends: ['A'], due: '1000-01-01' }),
      story('C', { estimate: '-4d' }),
    );
    assert.equal(described(of).length, 3);
  });
});

describe('The schedule of any plan', () => {
  const COUNT = 12;
  const anyItem = fc.record({
    estimate: fc.option(fc.constantFrom('0d', '0.5d', '1d', '3d', '7.25d', '5'), { nil: undefined }),
    start: fc.option(fc.constantFrom('2026-08-20', '2026-09-14', '2026-10'), { nil: undefined }),
    due: fc.option(fc.constantFrom('2026-08-28', '2026-09-16', '2026-Q4', '2027-03-01'), { nil: undefined }),
    status: fc.constantFrom('planned', 'active', 'blocked', 'done'),
    depends: fc.array(fc.nat(COUNT - 1), { maxLength: 3 }),
    isUnderEpic: fc.boolean(),
    release: fc.constantFrom(undefined, 'v1', 'v2'),
  });
  type AnyItem = typeof anyItem extends fc.Arbitrary<infer T> ? T : never;
  const anyItems = fc.array(anyItem, { minLength: 1, maxLength: COUNT });
  const holidays = new Set([days('2026-09-07').first, days('2026-09-18').first]);

  function storyOf({ estimate, start, due, status, depends, release: named }: AnyItem, index: number): WorkItem {
    return story(`S-${index}`, {
      ...(estimate && { estimate }),
      ...(start && { start }),
      ...(due && { due }),
      ...(named && { release: named }),
      status,
      depends: depends.map((number) => `S-${number}`),
    });
  }

  function planOf(items: readonly AnyItem[]): Plan {
    const stories = items.map((item, index): [AnyItem, WorkItem] => [item, storyOf(item, index)]);
    const under = stories.filter(([{ isUnderEpic }]) => isUnderEpic).map(([, each]) => each);
    const loose = stories.filter(([{ isUnderEpic }]) => !isUnderEpic).map(([, each]) => each);
    return plan(
      release('v1', { date: '2026-09-25' }),
      release('v2', { date: '2026-10-15', freeze: '2026-10-08' }),
      person('ana', 'Ana', 8),
      epic('E', { depends: ['S-0'] }, ...under),
      ...loose,
    );
  }

  /** The same plan with other items of the same IDs in the place of some. */
  function withItems(former: Plan, others: ReadonlyMap<string, WorkItem>): Plan {
    const other = (item: WorkItem): WorkItem => {
      const children = item.children.map(other);
      const next = others.get(item.id) ?? item;
      return next === item && children.every((child, at) => child === item.children[at]) ? item : { ...next, children };
    };
    return createPlan(
      former.roadmaps.map((roadmap) => ({ ...roadmap, work: roadmap.work.map(other) })),
      former,
    );
  }

  const timesOf = ({ earliest, latest, before, deadlines, lastOf, network }: EventTimes) => ({
    lastOf,
    events: Array.from(network.order.keys(), (event) =>
      [earliest, latest, before, deadlines].map((column) => column.at(event)),
    ),
  });

  it('has the same times after any edits as when it is read anew', () => {
    const anyEdit = fc.record({
      at: fc.nat(COUNT - 1),
      field: fc.constantFrom('estimate', 'start', 'due', 'status', 'depends', 'release'),
      from: anyItem,
    });
    // With fewer dependencies than elsewhere, so that not nearly every plan has a circle.
    const loose = anyItems.map((items) => items.map((item) => ({ ...item, depends: item.depends.slice(2) })));
    fc.assert(
      fc.property(loose, fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (items, edits) => {
        const current = [...items];
        let now = planOf(items);
        for (const { at, field, from } of edits) {
          const former = current[at] ?? from;
          const item = { ...former, [field]: from[field] };
          current[at] = item;
          eventTimes(now, TODAY, holidays);
          const before = now;
          now = withItems(now, new Map([[`S-${at}`, storyOf(item, at)]]));
          assert.equal(now.frame, before.frame);
          const { works, network } = eventTimes(now, TODAY, holidays);
          const times = timesOf(eventTimes(now, TODAY, holidays));
          const readAnew = createPlan(now.roadmaps);
          const anew = eventTimes(readAnew, TODAY, holidays);
          assert.deepEqual(times, timesOf(anew));
          const rescheduled = (edited: Plan) =>
            [...placesRescheduled(before, edited, TODAY, holidays)].sort((one, other) => one - other);
          assert.deepEqual(rescheduled(now), rescheduled(readAnew));
          assert.deepEqual(network, anew.network);
          const workAt = (of: typeof works) => now.workItems.map((_, place) => of.at(place));
          assert.deepEqual(workAt(works), workAt(anew.works));
        }
      }),
    );
  });

  it('ends, and has a reason for every negative slack', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const of = planOf(items);
        const planned = schedule(of, holidays);
        for (const item of of.workItems) {
          const dates = planned.of(item);
          if (dates && dates.latestStart !== undefined && dates.latestFinish !== undefined) {
            const { slack = 0, deadline } = dates;
            assert.ok(deadline, 'A latest date comes from a deadline.');
            assert.ok(dates.latestFinish <= deadline.day, 'Nothing may be finished after the deadline.');
            if (slack >= 0) {
              assert.ok(dates.earliestStart <= dates.latestStart, 'It can begin in time.');
              assert.ok(dates.earliestFinish <= dates.latestFinish, 'It can end in time.');
            } else {
              const { owner, day } = deadline;
              const end = owner.kind === 'release' ? planned.criticalPathOf(owner) : planned.of(owner);
              assert.ok(end && end.earliestFinish > day, `${owner.id} misses its ${deadline.kind} date.`);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never has a later date for anything when a dependency is removed', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(COUNT - 1), (items, at) => {
        const full = planOf(items);
        const less = planOf(
          items.map((item, index) => (index === at % items.length ? { ...item, depends: [] } : item)),
        );
        const before = schedule(full, holidays);
        const after = schedule(less, holidays);
        if (before.knots.length > 0) {
          return;
        }
        for (const item of full.workItems) {
          const same = less.findWork(item.id);
          const former = before.of(item);
          const dates = same && after.of(same);
          assert.ok((dates?.earliestStart ?? 0) <= (former?.earliestStart ?? 0));
          assert.ok((dates?.earliestFinish ?? 0) <= (former?.earliestFinish ?? 0));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has as critical path a chain that ends when the last of the release ends', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const of = planOf(items);
        const planned = schedule(of, holidays);
        for (const each of of.releases) {
          const path = planned.criticalPathOf(each);
          const last = path?.items.at(-1);
          assert.equal(last && planned.of(last)?.earliestFinish, path?.earliestFinish);
          const finishes = (path?.items ?? []).map((item) => planned.of(item)?.earliestFinish ?? 0);
          assert.deepEqual(
            finishes,
            finishes.toSorted((a, b) => a - b),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
