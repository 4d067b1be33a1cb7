import assert from 'node:assert/strict';
import { meaningInMarks, meaningInRoadmap } from '../../../src/core/authoring/navigation';
import { Refusal } from '../../../src/core/edit/refusal';
import { applyChanges } from '../../../src/core/edit/textChange';
import { renamableAt, renameEverywhere, type Renaming } from '../../../src/core/mentioning/renaming';
import type { ItemFolder } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { readTrace } from '../../support/readTrace';

type Files = Readonly<Record<string, string>>;

const PLAN = `keys: [PAY]
releases: [{ id: v2.0, title: Second }]
team: [{ id: ana, name: Ana Lima }]
epics:
  - id: PAY-1
    title: Payments
    stories:
      - id: PAY-12
        title: Refund API # see PAY-12
        owner: ana
        release: v2.0
        aliases: [PAY-3]
        accepts: [pay-12 in docs/yes.md]
      - { id: PAY-13, title: Receipts, depends: [PAY-12] }
stories:
  - title: No number
`;
const OTHER = 'risks:\n  - { id: R1, title: Slow, mitigation: PAY-12, items: [PAY-12] }\n';
const PLANS: Files = { 'roadmap.yaml': PLAN, 'docs/roadmap.yaml': OTHER };

const SOURCES: Files = {
  'src/a.ts': '// TODO(PAY-12): see PAY-12 and PAY-13\n',
  'src/b.py': '# was PAY-3, see PAY-11..PAY-14\n',
  'test/a.test.ts': '// @verifies PAY-12\n',
  'docs/yes.md': 'About pay-12, and PAY-012.\n',
  'docs/no.md': 'About pay-12.\n',
  'src/c.ts': '// TODO(PAY-13, until: PAY-12): drop\n// HACK(until: v2.0): x\n',
};

function rename(id: string, newId: string, files: Files = SOURCES, plans: Files = PLANS, folder?: ItemFolder) {
  const trace = readTrace(plans, SOURCES === files ? files : { ...SOURCES, ...files }, folder);
  const item = trace.plan.find(id) ?? trace.plan.findRelease(id);
  assert.ok(item, `${id} is in the plan`);
  return renameEverywhere(item, newId, {
    trace,
    roadmaps: Object.entries(plans).map(([path, text]) => ({ path, text, folder })),
    sourceText: (path) => files[path],
  });
}

/** The files that are other ones then; only what is certain is changed unless a person agrees to all. */
function after(renaming: Renaming | Refusal, agreed: boolean, before: Files = { ...PLANS, ...SOURCES }): Files {
  assert.ok(!(renaming instanceof Refusal), (renaming as Partial<Refusal>).refusal);
  return Object.fromEntries(
    renaming.files.map(({ path, changes }) => {
      const made = changes.filter(({ doubt }) => agreed || doubt === undefined);
      return [path, applyChanges(before[path] ?? '', made)];
    }),
  );
}

describe('Renaming an ID', () => {
  it('changes the roadmaps, what depends on it, and what names it for certain, and keeps the former ID as an alias', () => {
    const changed = after(rename('PAY-12', 'PAY-20'), false);
    assert.equal(
      changed['roadmap.yaml'],
      PLAN.replace('id: PAY-12', 'id: PAY-20')
        .replace('aliases: [PAY-3]', 'aliases: [PAY-3, PAY-12]')
        .replace('depends: [PAY-12]', 'depends: [PAY-20]'),
    );
    assert.equal(changed['docs/roadmap.yaml'], OTHER.replaceAll('PAY-12', 'PAY-20'));
    assert.equal(changed['src/a.ts'], '// TODO(PAY-20): see PAY-20 and PAY-13\n');
    assert.equal(changed['test/a.test.ts'], '// @verifies PAY-20\n');
    assert.equal(changed['src/c.ts'], '// TODO(PAY-13, until: PAY-20): drop\n// HACK(until: v2.0): x\n');
  });

  it('changes what a person accepted, but what is probable or a former ID only if a person agrees, and ranges never', () => {
    const renaming = rename('PAY-12', 'PAY-20');
    assert.deepEqual(
      [after(renaming, false)['docs/yes.md'], after(renaming, true)['docs/yes.md']],
      ['About PAY-20, and PAY-012.\n', 'About PAY-20, and PAY-20.\n'],
    );
    assert.deepEqual(
      [after(renaming, false)['src/b.py'], after(renaming, true)['src/b.py']],
      [SOURCES['src/b.py'], '# was PAY-20, see PAY-11..PAY-14\n'],
    );
    const doubts = renaming instanceof Refusal ? [] : renaming.files.flatMap(({ changes }) => changes);
    assert.deepEqual(new Set(doubts.map(({ doubt }) => doubt)), new Set([undefined, 'probable', 'former']));
  });

  it('leaves every mention linked to the item as before', () => {
    const changed = { ...PLANS, ...SOURCES, ...after(rename('PAY-12', 'PAY-20'), false) };
    const sources = Object.fromEntries(Object.keys(SOURCES).map((path) => [path, changed[path] ?? '']));
    const plans = Object.fromEntries(Object.keys(PLANS).map((path) => [path, changed[path] ?? '']));
    const count = (trace: ReturnType<typeof readTrace>, id: string) => {
      const item = trace.plan.findWork(id);
      const { annotations = [], references = [] } = item ? trace.evidenceOf(item) : {};
      return [annotations.length, references.length];
    };
    assert.deepEqual(count(readTrace(plans, sources), 'PAY-20'), count(readTrace(PLANS, SOURCES), 'PAY-12'));
  });

  it('changes with a release the items that it holds and the annotations that wait for it', () => {
    const changed = after(rename('v2.0', 'v2.1'), false);
    assert.deepEqual(Object.keys(changed), ['roadmap.yaml', 'src/c.ts']);
    assert.equal(changed['roadmap.yaml'], PLAN.replaceAll('v2.0', 'v2.1'));
    assert.equal(changed['src/c.ts'], SOURCES['src/c.ts']?.replace('v2.0', 'v2.1'));
  });

  it('changes nothing where the ID stays', () => {
    assert.deepEqual(rename('PAY-12', 'PAY-12'), { files: [], move: undefined });
  });

  for (const [newId, why] of [
    ['PAY-13', /^PAY-13 belongs to “Receipts”/],
    ['PAY-1', /^PAY-1 belongs to “Payments”/],
    ['PAY 20', /cannot be an ID/],
    ['', /cannot be an ID/],
  ] as const) {
    it(`is refused as “${newId}”`, () => {
      const refused = rename('PAY-12', newId);
      assert.ok(refused instanceof Refusal);
      assert.match(refused.refusal, why);
    });
  }

  it('is refused where the new ID is a former one of another item', () => {
    const refused = rename('PAY-13', 'PAY-3');
    assert.ok(refused instanceof Refusal);
    assert.match(refused.refusal, /^PAY-3 belongs to “Refund API”/);
  });

  it('is refused where a file says something else by now', () => {
    const refused = rename('PAY-12', 'PAY-20', { ...SOURCES, 'src/a.ts': '' });
    assert.ok(!(refused instanceof Refusal), 'what names nothing is not looked at');
    const trace = readTrace(PLANS, SOURCES);
    const item = trace.plan.findWork('PAY-12');
    assert.ok(item);
    const roadmaps = Object.entries(PLANS).map(([path, text]) => ({ path, text }));
    const stale = renameEverywhere(item, 'PAY-20', { trace, roadmaps, sourceText: () => '\n' });
    assert.ok(stale instanceof Refusal);
    assert.match(stale.refusal, /was changed meanwhile/);
  });
});

describe('An item with a file of its own', () => {
  const folder: ItemFolder = { path: 'backlog', isNamed: false, backlogPrefix: undefined, statuses: new Map() };
  const stated = '---\nid: PAY-12\ntitle: Refund API\nstatus: planned\n---\nWords.\n';
  const moveOf = (path: string, newId: string, text = stated) => {
    const renaming = rename('PAY-12', newId, SOURCES, { [path]: text }, folder);
    assert.ok(!(renaming instanceof Refusal), (renaming as Partial<Refusal>).refusal);
    return renaming.move?.to;
  };

  it('has the file called by the new ID where its name begins with the former one, as small or large as it was', () => {
    assert.equal(moveOf('backlog/PAY-12-refund-api.md', 'PAY-20'), 'backlog/PAY-20-refund-api.md');
    assert.equal(moveOf('backlog/pay-12 - Refund-API.md', 'PAY-20'), 'backlog/pay-20 - Refund-API.md');
    assert.equal(moveOf('backlog/PAY-12.md', 'PAY-20'), 'backlog/PAY-20.md');
    assert.equal(moveOf('backlog/refund-api.md', 'PAY-20'), undefined);
    assert.equal(moveOf('backlog/PAY-120-refund.md', 'PAY-20'), undefined);
    assert.equal(moveOf('backlog/PAY-12-refund-api.md', 'PAY/20'), undefined);
  });

  it('states the new ID where only the name of the file told the former one', () => {
    const path = 'backlog/PAY-12-refund-api.md';
    const text = '---\ntitle: Refund API\nstatus: planned\n---\nWords.\n';
    const renaming = rename('PAY-12', 'PAY-20', SOURCES, { [path]: text }, folder);
    const changed = after(renaming, false, { [path]: text });
    const [item] = readRoadmap('backlog/PAY-20-refund-api.md', changed[path] ?? '', folder)?.work ?? [];
    assert.deepEqual(
      [item?.id, item?.title, item?.aliases.map(({ name }) => name)],
      ['PAY-20', 'Refund API', ['PAY-12']],
    );
  });
});

describe('What can be renamed', () => {
  const trace = readTrace(PLANS, SOURCES);

  function at(path: string, marked: string) {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const roadmap = path in PLANS ? readRoadmap(path, text) : undefined;
    const marks = readTrace(PLANS, { [path]: text }).files.get(path);
    const meaning = roadmap
      ? meaningInRoadmap(roadmap, offset, trace.plan)
      : marks && meaningInMarks(marks, offset, trace);
    assert.ok(meaning, 'a name stands there');
    const answer = renamableAt(meaning, text.slice(meaning.span.start, meaning.span.end));
    return answer instanceof Refusal ? answer.refusal : answer.id;
  }

  for (const [what, path, marked, expected] of [
    ['an ID in a comment', 'src/x.ts', '// TODO(PAY|-12): x\n', 'PAY-12'],
    ['a probable one', 'src/x.ts', '// see pay|-12\n', 'PAY-12'],
    ['a declared one', 'roadmap.yaml', PLAN.replace('id: PAY-12', 'id: PA|Y-12'), 'PAY-12'],
    ['what an item depends on', 'roadmap.yaml', PLAN.replace('depends: [PAY', 'depends: [PA|Y'), 'PAY-12'],
    ['a release', 'roadmap.yaml', PLAN.replace('release: v2', 'release: v|2'), 'v2.0'],
    [
      'a former ID',
      'src/x.ts',
      '// see PAY|-3\n',
      'PAY-3 is a former ID of PAY-12, and old commits need it. Rename PAY-12 instead.',
    ],
    [
      'a range',
      'src/x.ts',
      '// see PAY|-12..PAY-14\n',
      'PAY-12..PAY-14 is not the ID PAY-12 itself. Rename that where it stands alone.',
    ],
    [
      'a person',
      'roadmap.yaml',
      PLAN.replace('owner: ana', 'owner: a|na'),
      'ana names a person. Only IDs of the plan can be renamed.',
    ],
    [
      'a title',
      'roadmap.yaml',
      PLAN.replace('No number', 'No |number'),
      '“No number” has no ID that could be renamed. Give it one first.',
    ],
    [
      'what nobody declares',
      'roadmap.yaml',
      PLAN.replace('depends: [PAY-12', 'depends: [PAY-9|9'),
      'No roadmap declares PAY-99, so it cannot be renamed.',
    ],
  ] as const) {
    it(`at ${what} is told`, () => assert.equal(at(path, marked), expected));
  }
});
