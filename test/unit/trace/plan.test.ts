import assert from 'node:assert/strict';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { createPlan } from '../../../src/core/trace/plan';
import { epic, goal, person, plan, release, risk, roadmap, story, task } from '../../support/planBuilder';

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

function workOf(all: ReturnType<typeof plan>, id: string): WorkItem {
  const item = all.findWork(id);
  assert.ok(item, id);
  return item;
}

describe('The plan', () => {
  it('lists everything file by file: goals, releases, work before its children, risks', () => {
    const all = createPlan([
      roadmap({}, risk('R1'), epic('A-1', {}, story('A-2', {}, task('A-3'))), release('v1'), goal('G1')),
      roadmap({ path: 'b.yaml' }, story('B-1')),
    ]);
    assert.deepEqual(idsOf(all.items), ['G1', 'v1', 'A-1', 'A-2', 'A-3', 'R1', 'B-1']);
    assert.deepEqual(idsOf(all.workItems), ['A-1', 'A-2', 'A-3', 'B-1']);
    assert.deepEqual(idsOf(all.roots), ['A-1', 'B-1']);
  });

  it('lets the first declaration of an ID answer for it and keeps the others', () => {
    const all = createPlan([
      roadmap({}, story('A-1', { title: 'first' })),
      roadmap({ path: 'b.yaml' }, story('A-1', { title: 'second' })),
    ]);
    assert.equal(all.find('A-1')?.title, 'first');
    assert.equal(all.workItems.length, 2);
  });

  it('finds items by former IDs, unless the ID is in use again', () => {
    const all = plan(story('A-1', { aliases: ['OLD-1', 'A-2'] }), story('A-2', { aliases: ['OLD-1'] }));
    assert.equal(all.find('OLD-1')?.id, 'A-1');
    assert.equal(all.find('A-2')?.id, 'A-2');
  });

  it('finds no work under the ID of a release, goal or risk', () => {
    const all = plan(release('v1'), goal('G1'), risk('R1'));
    assert.deepEqual(
      ['v1', 'G1', 'R1'].map((id) => [all.find(id)?.id, all.findWork(id)]),
      [
        ['v1', undefined],
        ['G1', undefined],
        ['R1', undefined],
      ],
    );
  });

  it('makes items that name an epic its children, after the nested ones and in order', () => {
    const all = plan(
      story('A-3', { epic: 'A-1' }),
      epic('A-1', { aliases: ['OLD-1'] }, story('A-2')),
      story('A-4', { epic: 'OLD-1' }),
    );
    assert.deepEqual(idsOf(all.childrenOf(workOf(all, 'A-1'))), ['A-2', 'A-3', 'A-4']);
    assert.equal(all.parentOf(workOf(all, 'A-4'))?.id, 'A-1');
    assert.deepEqual(idsOf(all.roots), ['A-1']);
  });

  it('finds an epic by its title too, but an item of that ID first', () => {
    const all = plan(
      epic('A-1', { title: 'Fast Refunds' }),
      story('A-2', { epic: 'fast refunds' }),
      epic('A-3', { title: 'A-1' }),
      story('A-4', { epic: 'A-1' }),
    );
    assert.deepEqual(idsOf(all.childrenOf(workOf(all, 'A-1'))), ['A-2', 'A-4']);
    assert.deepEqual(idsOf(all.childrenOf(workOf(all, 'A-3'))), []);
  });

  it('prefers where an item is nested to the epic that it names', () => {
    const all = plan(epic('A-1', {}, story('A-2', { epic: 'A-9' })), epic('A-9'));
    assert.equal(all.parentOf(workOf(all, 'A-2'))?.id, 'A-1');
    assert.deepEqual(all.childrenOf(workOf(all, 'A-9')), []);
  });

  it('shares its frame with the plan before it where all names are the same, and answers as if it did not', () => {
    const former = plan(epic('A-1', { title: 'Fast' }, story('A-2')), story('A-3', { epic: 'fast' }), release('v1'));
    const [roadmapBefore] = former.roadmaps;
    const [first, second] = former.workItems;
    assert.ok(roadmapBefore && first && second);
    const changed = { ...second, title: 'another', status: undefined };
    const work = [{ ...first, children: [changed] }, ...roadmapBefore.work.slice(1)];
    const shared = createPlan([{ ...roadmapBefore, work }], former);
    assert.equal(shared.frame, former.frame);
    assert.equal(shared.find('A-2'), changed);
    assert.equal(shared.placeOf(changed), 1);
    assert.deepEqual(shared.placesUnlike(former), [0, 1]);
    assert.deepEqual(former.placesUnlike(shared), [0, 1]);
    assert.equal(shared.placesUnlike(plan(story('A-2'))), undefined);
    const later = createPlan([{ ...roadmapBefore, work: [first, ...roadmapBefore.work.slice(1)] }], shared);
    assert.deepEqual(later.placesUnlike(shared), [0, 1]);
    assert.deepEqual(later.placesUnlike(former), []);
    assert.equal(shared.parentOf(changed)?.id, 'A-1');
    assert.deepEqual(idsOf(shared.childrenOf(workOf(shared, 'A-1'))), ['A-2', 'A-3']);
    // The former one is as it was.
    assert.equal(former.find('A-2'), second);
    assert.equal(former.placeOf(changed), undefined);
    assert.equal(former.placeOf(second), 1);
  });

  const otherNames: readonly { readonly what: string; readonly other: readonly WorkItem[] }[] = [
    { what: 'an ID', other: [epic('A-1', { title: 'Fast' }), story('A-9', { epic: 'fast' })] },
    {
      what: 'a former ID',
      other: [epic('A-1', { title: 'Fast' }), story('A-2', { epic: 'fast', aliases: ['OLD-1'] })],
    },
    { what: 'the title of an epic', other: [epic('A-1', { title: 'Slow' }), story('A-2', { epic: 'fast' })] },
    { what: 'the epic that an item names', other: [epic('A-1', { title: 'Fast' }), story('A-2', { epic: 'A-7' })] },
    { what: 'the order', other: [story('A-2', { epic: 'fast' }), epic('A-1', { title: 'Fast' })] },
    { what: 'what an item stands in', other: [epic('A-1', { title: 'Fast' }, story('A-2', { epic: 'fast' }))] },
    { what: 'a kind', other: [story('A-1', { title: 'Fast' }), story('A-2', { epic: 'fast' })] },
  ];
  for (const { what, other } of otherNames) {
    it(`has a frame of its own where ${what} is another`, () => {
      const former = plan(epic('A-1', { title: 'Fast' }), story('A-2', { epic: 'fast' }));
      const next = createPlan([roadmap({}, ...other)], former);
      const fresh = createPlan([roadmap({}, ...other)]);
      assert.notEqual(next.frame, former.frame);
      assert.deepEqual(
        other.map(({ id }) => next.find(id)?.id),
        other.map(({ id }) => fresh.find(id)?.id),
      );
      assert.deepEqual([...next.parents], [...fresh.parents]);
    });
  }

  it('has a frame of its own where two items of one ID change places', () => {
    const former = plan(story('A-1', { title: 'first' }), story('A-1', { title: 'second' }));
    const [roadmapBefore] = former.roadmaps;
    assert.ok(roadmapBefore);
    const swapped = createPlan([{ ...roadmapBefore, work: roadmapBefore.work.toReversed() }], former);
    assert.equal(swapped.find('A-1')?.title, 'second');
    assert.equal(former.find('A-1')?.title, 'first');
    assert.deepEqual(
      former.workItems.map((item) => former.placeOf(item)),
      [0, 1],
    );
  });

  const circles: readonly {
    readonly of: string;
    readonly items: readonly WorkItem[];
    readonly roots: readonly string[];
  }[] = [
    { of: 'an item that names itself', items: [story('A-1', { epic: 'A-1' })], roots: ['A-1'] },
    {
      of: 'two that name each other',
      items: [story('A-1', { epic: 'A-2' }), story('A-2', { epic: 'A-1' })],
      roots: ['A-2'],
    },
    { of: 'an epic that names its own story', items: [epic('A-1', { epic: 'A-2' }, story('A-2'))], roots: ['A-1'] },
    {
      of: 'three in a ring',
      items: [story('A-1', { epic: 'A-2' }), story('A-2', { epic: 'A-3' }), story('A-3', { epic: 'A-1' })],
      roots: ['A-3'],
    },
  ];
  for (const { of, items, roots } of circles) {
    it(`keeps every item below a root in a circle of ${of}`, () => {
      const all = plan(...items);
      assert.deepEqual(idsOf(all.roots), roots);
      const reached = new Set<WorkItem>();
      const walk = (item: WorkItem) => {
        assert.ok(!reached.has(item), `${item.id} is reached twice`);
        reached.add(item);
        all.childrenOf(item).forEach(walk);
      };
      all.roots.forEach(walk);
      assert.equal(reached.size, all.workItems.length);
    });
  }

  it('takes release and owner from the nearest parent that names one', () => {
    const all = plan(
      epic('A-1', { release: 'v1', owner: 'ana' }, story('A-2', { release: 'v2' }, task('A-3'))),
      task('A-4', { epic: 'A-2' }),
      story('A-5', { epic: 'A-5' }),
    );
    const namesOf = (id: string) => [all.releaseOf(workOf(all, id))?.name, all.ownerOf(workOf(all, id))?.name];
    assert.deepEqual(namesOf('A-1'), ['v1', 'ana']);
    assert.deepEqual(namesOf('A-3'), ['v2', 'ana']);
    assert.deepEqual(namesOf('A-4'), ['v2', 'ana']);
    assert.deepEqual(namesOf('A-5'), [undefined, undefined]);
  });

  it('finds people and releases however they are written', () => {
    const all = plan(person('ana', 'Ana Lima'), release('v2.0'));
    for (const name of ['ana', '@ana', ' ANA ', 'Ana Lima', 'ana@example.org']) {
      assert.equal(all.findPerson(name)?.id, 'ana', name);
    }
    assert.equal(all.findRelease('V2.0')?.id, 'v2.0');
    assert.equal(all.findRelease('v2'), undefined);
  });

  it('knows the prefixes that are listed or used, and no ID that was made from a title', () => {
    const all = createPlan([
      roadmap(
        { keys: ['OPS'] },
        story('A-1', { aliases: ['OLD-1'] }),
        story('login-page'),
        story('made-up', { derivedId: true }),
      ),
    ]);
    assert.deepEqual(all.vocabulary, {
      keys: ['A', 'OLD', 'OPS'],
      levels: [],
      literals: ['login-page'],
      issueNumbers: false,
    });
  });

  it('reads ten thousand stories that name one epic without delay', () => {
    const stories = Array.from({ length: 10_000 }, (_, at) => story(`A-${at + 2}`, { epic: 'A-1' }));
    const all = plan(epic('A-1'), ...stories);
    assert.equal(all.childrenOf(workOf(all, 'A-1')).length, 10_000);
  });
});
