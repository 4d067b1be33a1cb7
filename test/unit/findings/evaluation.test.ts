import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Circumstances, createFindings } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import type { ItemRule } from '../../../src/core/findings/rule';
import type { Commit } from '../../../src/core/model/commit';
import type { FileMarks } from '../../../src/core/model/marks';
import type { Roadmap } from '../../../src/core/model/roadmap';
import { Trace } from '../../../src/core/trace/trace';
import {
  commit,
  days,
  epic,
  file,
  person,
  placeName,
  reference,
  release,
  roadmap,
  story,
  task,
  todo,
  world,
} from '../../support/planBuilder';

const CIRCUMSTANCES: Circumstances = { today: days('2026-09-01').first, historyKnown: true };
const ALL_ON = { severity: Object.fromEntries(RULES.map(({ code }) => [code, 'warning'])) };

describe('The evaluation of rules', () => {
  it('finds nothing before it is brought up to date', () => {
    assert.deepEqual(createFindings(world(story('PAY-1', { due: '2026-01-01' })), RULES).all(), []);
  });

  it('tells which paths have other findings, and only those', () => {
    const trace = world(story('PAY-12', { status: 'done' }), file('src/a.ts', todo('PAY-12')), commit('PAY-12: x'));
    const findings = createFindings(trace, RULES);
    const update = () => [...findings.update(trace.takeChange(), CIRCUMSTANCES)].sort();
    assert.deepEqual(update(), ['roadmap.yaml', 'src/a.ts']);
    assert.deepEqual(update(), []);
    trace.replaceFile('src/b.ts', file('src/b.ts', todo('PAY-99')));
    assert.deepEqual(update(), ['src/b.ts']);
    trace.replaceFile('src/a.ts', undefined);
    assert.deepEqual(update(), ['roadmap.yaml', 'src/a.ts']);
    trace.setRoadmaps([]);
    assert.deepEqual(update(), []);
  });

  it('looks only at the items that a change concerns, and at what those are part of', () => {
    const seen: string[] = [];
    const spy: ItemRule = {
      code: 'WM999',
      name: 'spy',
      title: 'Spy',
      severity: 'hint',
      scope: 'item',
      documentation: { what: '', why: '', example: '', answer: '' },
      check(item) {
        seen.push(item.id);
        return [];
      },
    };
    const trace = world(epic('PAY-1', {}, story('PAY-2', { aliases: ['OLD-2'] }), story('PAY-3')), commit('x'));
    const findings = createFindings(trace, [spy]);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    assert.deepEqual(seen.splice(0), ['PAY-1', 'PAY-2', 'PAY-3']);
    trace.replaceFile('src/a.ts', file('src/a.ts', todo('OLD-2')));
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    assert.deepEqual(seen.splice(0), ['PAY-2', 'PAY-1']);
    findings.update(trace.takeChange(), { ...CIRCUMSTANCES, today: CIRCUMSTANCES.today + 1 });
    assert.deepEqual(seen.splice(0), ['PAY-1', 'PAY-2', 'PAY-3']);
  });

  it('answers by path and by item, also by a former ID, in the order of places', () => {
    const trace = world(
      story('PAY-12', { status: 'done', aliases: ['OLD-1'], depends: ['PAY-99'] }),
      file('src/a.ts', todo('PAY-12')),
      commit('PAY-12: x'),
    );
    const findings = createFindings(trace, RULES);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    const places = findings.ofItem('OLD-1').map(({ code, place }) => `${code} ${placeName(place)}`);
    assert.deepEqual(places, [
      'WM203 roadmap.yaml: PAY-12',
      'WM103 roadmap.yaml: PAY-12 depends PAY-99',
      'WM203 src/a.ts: TODO PAY-12',
    ]);
    assert.deepEqual(
      findings.ofPath('src/a.ts').map(({ code }) => code),
      ['WM203'],
    );
    assert.deepEqual(findings.ofPath('src/none.ts'), []);
  });

  it('finds, after any series of changes, what it finds from scratch', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const trace = new Trace();
        const findings = createFindings(trace, RULES, ALL_ON);
        let circumstances = CIRCUMSTANCES;
        const shown = new Map<string, string>();
        for (const each of changes) {
          circumstances = apply(each, trace, circumstances);
          for (const path of findings.update(trace.takeChange(), circumstances)) {
            shown.set(path, JSON.stringify(findings.ofPath(path)));
          }
          const scratch = createFindings(trace, RULES, ALL_ON);
          const taken = { plan: true, roadmaps: new Set<string>(), ids: new Set<string>(), files: new Set<string>() };
          scratch.update(taken, circumstances);
          assert.deepEqual(findings.all(), scratch.all());
          for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
            const listed = scratch.all().filter((finding) => finding.severity === severity);
            assert.equal(findings.countOf(severity), listed.length);
          }
          for (const [path, text] of shown) {
            assert.equal(text, JSON.stringify(scratch.ofPath(path)), `${path} was not announced`);
          }
          for (const { item } of scratch.all()) {
            assert.deepEqual(item && findings.ofItem(item), item && scratch.ofItem(item));
          }
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(30_000);
});

describe('What a roadmap says to ignore', () => {
  const unsuppressed = ['WM203 roadmap.yaml', 'WM203 src/a.ts'];
  const cases = [
    { title: 'a rule by its code, at both ends', ignore: { rule: 'WM203', reason: 'r' }, finds: [] },
    { title: 'a rule by its name', ignore: { rule: 'open-annotations-in-finished-item', reason: 'r' }, finds: [] },
    { title: 'until its date, inclusive', ignore: { rule: 'wm203', reason: 'r', until: '2026-09-01' }, finds: [] },
    {
      title: 'no longer after it',
      ignore: { rule: 'WM203', reason: 'r', until: '2026-08-31' },
      finds: ['WM203 roadmap.yaml', 'WM110 roadmap.yaml', 'WM203 src/a.ts'],
    },
    { title: 'no other rule', ignore: { rule: 'WM204', reason: 'r' }, finds: unsuppressed },
  ];
  for (const { title, ignore, finds } of cases) {
    it(`is ignored: ${title}`, () => assert.deepEqual(findingsIgnoring(ignore), finds));
  }

  it('holds for what is found in the whole plan, too', () => {
    const trace = world(story('PAY-1', { depends: ['PAY-1'], ignore: [{ rule: 'WM104', reason: 'r' }] }));
    const findings = createFindings(trace, RULES);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    assert.deepEqual(findings.all(), []);
  });
});

/** Codes and paths of what is found in a done, long overdue story with an open annotation. */
function findingsIgnoring(ignore: { rule: string; reason?: string; until?: string }): string[] {
  const trace = world(
    story('PAY-12', { status: 'done', due: '2026-01-01', ignore: [ignore] }),
    file('src/a.ts', todo('PAY-12')),
  );
  const findings = createFindings(trace, RULES);
  findings.update(trace.takeChange(), CIRCUMSTANCES);
  return findings.all().map(({ code, place }) => `${code} ${place.path}`);
}

/** Changes that keep meeting: few IDs, few files, and every state that a rule looks at. */
const ids = ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4', 'OLD-1', 'PAY-12'];
const id = fc.constantFrom(...ids);
const date = fc.option(fc.constantFrom('2026-06-01', '2026-08-25', '2026-09-01', '2026-10-01', '2026-Q3'), {
  nil: undefined,
});
const fields = fc.record(
  {
    status: fc.option(fc.constantFrom('planned', 'active', 'blocked', 'done', 'dropped'), { nil: undefined }),
    release: fc.constantFrom('v1', 'v2', 'v9'),
    epic: id,
    owner: fc.constantFrom('ana', 'ben'),
    start: date,
    due: date,
    depends: fc.array(id, { maxLength: 2 }),
    aliases: fc.array(id, { maxLength: 2 }),
    ignore: fc.array(fc.record({ rule: fc.constantFrom('WM203', 'WM204', 'WM301') }), { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const definedFields = fields.map((all) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
);
const item = fc.oneof(
  fc.tuple(id, definedFields).map(([each, of]) => story(each, of)),
  fc
    .tuple(id, definedFields, id, definedFields, id)
    .map(([parent, of, child, ofChild, grandChild]) => epic(parent, of, story(child, ofChild, task(grandChild)))),
  fc.tuple(fc.constantFrom('v1', 'v2'), date).map(([each, on]) => release(each, on === undefined ? {} : { date: on })),
  fc.constant(person('ana')),
);
const roadmaps = fc
  .array(fc.tuple(fc.constantFrom('a.yaml', 'b.yaml'), fc.array(item, { maxLength: 5 }), fc.boolean()), {
    maxLength: 2,
  })
  .map((all) => all.map(([path, items, listed]) => roadmap({ path, ...(listed && { keys: ['PAY'] }) }, ...items)));
const tag = fc.constantFrom('TODO', 'NOTE', 'FIXME');
const mark = fc.oneof(
  fc.tuple(id, id, tag, fc.boolean()).map(([a, b, word, two]) => todo(two && a !== b ? `${a} ${b}` : a, { tag: word })),
  id.map((each) => todo(each, { written: each.toLowerCase() })),
  fc.tuple(id, fc.constantFrom('code', 'test', 'doc')).map(([each, role]) => reference(each, { role: role as 'code' })),
  fc.constant(todo('')),
);
const marks = fc
  .tuple(fc.constantFrom('src/a.ts', 'src/b.ts', 'test/c.ts'), fc.array(mark, { maxLength: 4 }))
  .map(([path, all]) => file(path, ...all));
const newCommit = fc
  .tuple(
    id,
    fc.constantFrom('2026-06-01', '2026-08-25', '2026-08-31'),
    fc.constantFrom('subject', 'body', 'trailer'),
    fc.boolean(),
  )
  .map(([each, on, via, closes]) => commit(`${each}: work`, { on, via: via as 'subject', closes }));

type Change =
  | { readonly roadmaps: readonly Roadmap[] }
  | { readonly marks: FileMarks; readonly remove: boolean }
  | { readonly commits: readonly Commit[] }
  | { readonly clear: true }
  | { readonly today: number }
  | { readonly historyKnown: boolean };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: roadmaps.map((all) => ({ roadmaps: all })) },
  { weight: 4, arbitrary: fc.tuple(marks, fc.boolean()).map(([of, remove]) => ({ marks: of, remove })) },
  { weight: 4, arbitrary: fc.array(newCommit, { maxLength: 3 }).map((commits) => ({ commits })) },
  { weight: 1, arbitrary: fc.constant({ clear: true as const }) },
  { weight: 1, arbitrary: fc.nat(40).map((later) => ({ today: CIRCUMSTANCES.today + later })) },
  { weight: 1, arbitrary: fc.boolean().map((historyKnown) => ({ historyKnown })) },
);

function apply(each: Change, trace: Trace, circumstances: Circumstances): Circumstances {
  if ('roadmaps' in each) {
    trace.setRoadmaps(each.roadmaps);
  } else if ('marks' in each) {
    trace.replaceFile(each.marks.path, each.remove ? undefined : each.marks);
  } else if ('commits' in each) {
    trace.addCommits(each.commits, each.commits.length);
  } else if ('clear' in each) {
    trace.clearCommits();
  } else {
    return { ...circumstances, ...each };
  }
  return circumstances;
}
