import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Circumstances, createFindings, type Findings } from '../../../src/core/findings/evaluation';
import type { Facts } from '../../../src/core/findings/facts';
import { RULES } from '../../../src/core/findings/registry';
import { hotspot } from '../../../src/core/findings/rules/code/wm502Hotspot';
import type { Rule } from '../../../src/core/findings/rule';
import { parseDayRange } from '../../../src/core/model/calendar';
import type { Commit } from '../../../src/core/model/commit';
import type { CodeSuppression, FileMarks } from '../../../src/core/model/marks';
import type { Roadmap, WorkItem } from '../../../src/core/model/roadmap';
import { habitsOf } from '../../../src/core/planning/habits';
import { namersOf } from '../../../src/core/planning/namers';
import { workTable } from '../../../src/core/planning/workTable';
import { RoadmapReading } from '../../../src/core/roadmap/reading/roadmapReading';
import { createPlan } from '../../../src/core/trace/plan';
import { Trace } from '../../../src/core/trace/trace';
import { translatable } from '../../../src/core/words/translatable';
import { plainFindings } from '../../support/plainFindings';
import {
  commit,
  days,
  epic,
  file,
  goal,
  person,
  reference,
  release,
  risk,
  roadmap,
  story,
  task,
  todo,
} from '../../support/planBuilder';
import { codeHistory, nesting } from './codeFacts';

const CIRCUMSTANCES: Circumstances = { today: days('2026-09-01').first, historyKnown: true, facts: {} };

const TEXTS = {
  title: translatable('T'),
  documentation: { what: '', why: translatable(''), example: '', answer: '' },
  severity: 'hint',
} as const;

/** Each says what it sees of a fact, so that a stale one shows. */
const RULES_ABOUT_FACTS: readonly Rule[] = [
  {
    ...TEXTS,
    code: 'WM000',
    name: 'of-items',
    scope: 'item',
    needs: ['branch'],
    *check(item, _evidence, { facts }) {
      yield { message: `${facts.branch}`, place: { path: item.path, span: item.headline }, item: item.id, related: [] };
    },
    *checkOthers(plan, { facts }) {
      for (const { id, path, headline } of plan.risks) {
        yield { message: `${facts.branch}`, place: { path, span: headline }, item: id, related: [] };
      }
    },
  },
  {
    ...TEXTS,
    code: 'WM999',
    name: 'of-files',
    scope: 'file',
    needs: ['branch', 'workTree'],
    *check({ path, annotations: [first] }, { facts }) {
      if (first) {
        const message = `${facts.branch} ${facts.workTree?.countOf('')}`;
        yield { message, place: { path, span: first.span }, item: undefined, related: [] };
      }
    },
  },
  {
    ...TEXTS,
    code: 'WM998',
    name: 'of-the-plan',
    scope: 'plan',
    needs: ['workTree'],
    *check({ workItems: [first] }, { facts }) {
      if (first) {
        const place = { path: first.path, span: first.headline };
        yield { message: `${facts.workTree?.countOf('')}`, place, item: first.id, related: [] };
      }
    },
  },
];

const ALL_RULES = [...RULES, ...RULES_ABOUT_FACTS];
const ALL_ON = {
  severity: Object.fromEntries(ALL_RULES.map(({ code }) => [code, 'warning'])),
  thresholds: { [`${hotspot.code}.commits`]: 1, [`${hotspot.code}.percent`]: 0 },
};

/** More by hand: `WAYMARK_RUNS=1000 npx mocha --import=tsx test/unit/findings/incremental.test.ts`. */
const RUNS = Number(process.env['WAYMARK_RUNS'] ?? 100);

describe('What is found after any series of changes is what is found from scratch', () => {
  it('where plans, files and commits are made of values', () => {
    fc.assert(
      fc.property(beginning, fc.array(change, { minLength: 3, maxLength: 12, size: 'max' }), (first, changes) => {
        const followed = new Followed();
        first.forEach((each) => apply(each, followed));
        followed.check();
        for (const each of changes) {
          apply(each, followed);
          followed.check();
        }
      }),
      { numRuns: RUNS },
    );
  }).timeout(RUNS * 1200);

  it('where stories wait for one another', () => {
    fc.assert(
      fc.property(
        fc.array(waiting, { minLength: 6, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), waiting), { minLength: 3, maxLength: 10, size: 'max' }),
        (first, edits) => {
          const followed = new Followed();
          // What the release waits for longest is told at the release, and of the chain nothing else.
          const longest = story('PAY-50', { status: 'planned', estimate: '40d', release: 'v3' });
          const whole = roadmap({ path: 'a.yaml', keys: ['PAY'] }, release('v3', { date: '2026-09-08' }), longest);
          const all = first.map(inChain);
          const setWork = () => followed.trace.setRoadmaps([{ ...whole, work: [...whole.work, ...all] }]);
          setWork();
          followed.check();
          for (const [at, by] of edits) {
            all[at] = inChain(by, at);
            setWork();
            followed.check();
          }
        },
      ),
      { numRuns: RUNS },
    );
  }).timeout(RUNS * 1200);

  it('where a roadmap is a text that somebody edits', () => {
    fc.assert(
      fc.property(
        fc.array(marks, { minLength: 2, maxLength: 4 }),
        fc.array(newCommit, { maxLength: 4 }),
        fc.array(entry, { minLength: 3, maxLength: 6, size: 'max' }),
        fc.array(textEdit, { minLength: 3, maxLength: 12, size: 'max' }),
        (files, commits, entries, edits) => {
          const followed = new Followed();
          files.forEach((each) => followed.trace.replaceFile(each.path, each));
          followed.trace.addCommits(commits, commits.length);
          let reading = RoadmapReading.of('roadmap.yaml', textOf(entries), 0);
          let now = entries;
          for (const edit of edits) {
            now = edited(now, edit);
            reading = reading.after(textOf(now));
            followed.trace.setRoadmaps(reading.roadmap ? [reading.roadmap] : []);
            followed.check();
          }
        },
      ),
      { numRuns: RUNS },
    );
  }).timeout(RUNS * 1200);
});

/** Depends on the story before it, so that what is said of the last rests on the first. */
function inChain(of: typeof waiting extends fc.Arbitrary<infer Value> ? Value : never, at: number): WorkItem {
  const depends = at > 0 ? [`PAY-${at}`] : [];
  const [item] = roadmap({ path: 'a.yaml' }, story(`PAY-${at + 1}`, { release: 'v3', depends, ...of })).work;
  assert.ok(item);
  return item;
}

/** The trace with a plan that has nothing in common with former ones, and nothing remembered. */
function withFreshPlan(trace: Trace): Trace {
  const plan = createPlan(trace.plan.roadmaps);
  const fresh: unknown = Object.create(trace, { plan: { value: plan } });
  return fresh as Trace;
}

/** Findings kept up to date, and what a client shows that only asks for the paths it was told. */
class Followed {
  readonly trace = new Trace();
  circumstances = CIRCUMSTANCES;
  private readonly findings: Findings = createFindings(this.trace, ALL_RULES, ALL_ON);
  private readonly shown = new Map<string, string>();

  check(): void {
    const { findings, trace, shown } = this;
    for (const path of findings.update(trace.takeChange(), this.circumstances)) {
      shown.set(path, JSON.stringify(plainFindings(findings.ofPath(path))));
    }
    const fresh = withFreshPlan(trace);
    assert.deepEqual(workTable(trace.plan), workTable(fresh.plan));
    assert.deepEqual(habitsOf(trace.plan), habitsOf(fresh.plan));
    assert.deepEqual(namersOf(trace.plan), namersOf(fresh.plan));
    const scratch = createFindings(fresh, ALL_RULES, ALL_ON);
    scratch.update(trace.takeChange(), this.circumstances);
    assert.deepEqual(plainFindings(findings.all()), plainFindings(scratch.all()));
    for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
      const listed = scratch.all().filter((finding) => finding.severity === severity);
      assert.equal(findings.countOf(severity), listed.length);
    }
    for (const [path, text] of shown) {
      assert.equal(text, JSON.stringify(plainFindings(scratch.ofPath(path))), `${path} was not announced`);
    }
    for (const { item: id } of scratch.all()) {
      assert.deepEqual(id && plainFindings(findings.ofItem(id)), id && plainFindings(scratch.ofItem(id)));
    }
    for (const item of trace.plan.workItems) {
      assert.equal(findings.factCountOf(item), scratch.factsOf(item).length, item.id);
    }
  }
}

const waiting = fc
  .record(
    {
      title: fc.constantFrom('Refunds', 'Payouts'),
      status: fc.constantFrom(
        'planned' as const,
        'planned' as const,
        'active' as const,
        'blocked' as const,
        'done' as const,
      ),
      estimate: fc.constantFrom('1d', '2d', '4d'),
      start: fc.constantFrom('2026-09-03', '2026-09-07'),
    },
    { requiredKeys: ['title', 'status', 'estimate'] },
  )
  .map(({ start, ...of }) => (start === undefined ? of : { ...of, start }));

/** Changes that keep meeting: few IDs, few files, and every state that a rule looks at. */
const ids = ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4', 'OLD-1', 'PAY-12', 'PAY-012', 'PAY-99'];
const id = fc.constantFrom(...ids);
const date = fc.option(
  fc.constantFrom('2026-06-01', '2026-08-25', '2026-09-01', '2026-09-03', '2026-10-01', '2026-Q3'),
  {
    nil: undefined,
  },
);
const fields = fc.record(
  {
    title: fc.constantFrom('Refunds', 'Payouts', 'Epic title', 'PAY-99'),
    status: fc.option(fc.constantFrom('planned', 'active', 'blocked', 'done', 'dropped'), { nil: undefined }),
    release: fc.constantFrom('v1', 'v2', 'v3', 'v9'),
    epic: fc.oneof(id, fc.constant('Epic title')),
    goal: fc.constantFrom('G1', 'G9'),
    owner: fc.constantFrom('ana', 'ben'),
    start: date,
    due: date,
    estimate: fc.constantFrom('3', '21', '1d', '4d'),
    depends: fc.array(id, { maxLength: 2 }),
    aliases: fc.array(id, { maxLength: 2 }),
    accepts: fc.constant(['pay-1']),
    rejects: fc.constant(['pay-2']),
    acceptance: fc.constant(['It works']),
    ignore: fc.array(fc.record({ rule: fc.constantFrom('WM203', 'WM204', 'WM301', 'WM107') }), { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const definedFields = fields.map((all) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
);
const workItem = fc.oneof(
  fc.tuple(id, definedFields).map(([each, of]) => story(each, of)),
  fc
    .tuple(id, definedFields, id, definedFields, id)
    .map(([parent, of, child, ofChild, grandChild]) => epic(parent, of, story(child, ofChild, task(grandChild)))),
);
const item = fc.oneof(
  { weight: 6, arbitrary: workItem },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('v1', 'v2'), date)
      .map(([each, on]) => release(each, on === undefined ? {} : { date: on })),
  },
  { weight: 1, arbitrary: fc.constant(person('ana')) },
  { weight: 1, arbitrary: fc.constant(goal('G1')) },
  { weight: 1, arbitrary: id.map((each) => risk('R1', { mitigation: each, items: [each] })) },
);
const path = fc.constantFrom('a.yaml', 'b.yaml');
const roadmaps = fc
  .array(fc.tuple(path, fc.array(item, { maxLength: 5 }), fc.boolean()), { maxLength: 2 })
  .map((all) => all.map(([of, items, listed]) => roadmap({ path: of, ...(listed && { keys: ['PAY'] }) }, ...items)));
/**
 * What every file says from the beginning, so that no edit of another item changes the habits of the plan, its prefixes or
 * what is no work: otherwise all would be looked at again, and nothing would be tested.
 */
const steady = (of: string) =>
  roadmap(
    { path: of, keys: ['PAY'] },
    ...(of === 'a.yaml'
      ? [
          release('v1', { date: '2026-08-15' }),
          release('v2', {}),
          release('v3', { date: '2026-09-04' }),
          goal('G1'),
          person('ana'),
        ]
      : []),
    epic(
      of === 'a.yaml' ? 'PAY-50' : 'PAY-60',
      { owner: 'ana', goal: 'G1', release: 'v2', estimate: '3', acceptance: ['It works'], code: ['src/**'] },
      story(of === 'a.yaml' ? 'OLD-51' : 'OLD-61', { status: 'planned', due: '2027-01-01', scores: { impact: 3 } }),
    ),
  );
const itemEdit = fc.record({
  how: fc.constantFrom('fields', 'fields', 'fields', 'replace', 'replace', 'insert', 'remove', 'swap', 'move'),
  file: fc.nat(1),
  at: fc.nat(5),
  item: workItem,
});
const tag = fc.constantFrom('TODO', 'NOTE', 'FIXME');
const mark = fc.oneof(
  fc.tuple(id, id, tag, fc.boolean()).map(([a, b, word, two]) => todo(two && a !== b ? `${a} ${b}` : a, { tag: word })),
  id.map((each) => todo(each, { written: each.toLowerCase() })),
  fc.tuple(id, fc.constantFrom('code', 'test', 'doc')).map(([each, role]) => reference(each, { role: role as 'code' })),
  fc.constant(todo('')),
);
const suppression = fc.record({
  rules: fc.subarray(['WM203', 'WM201', 'WM211', 'WM000']),
  reason: fc.constantFrom(undefined, 'r'),
  until: fc.constantFrom(undefined, '2026-09-10', 'PAY-1', 'v1'),
  covers: fc.constantFrom('file', 'first', 'last'),
});
const marks = fc
  .tuple(
    fc.constantFrom('src/a.ts', 'src/b.ts', 'test/c.ts'),
    fc.array(mark, { maxLength: 4 }),
    fc.option(suppression, { nil: undefined, freq: 2 }),
  )
  .map(([of, all, wish]): FileMarks => {
    const marked = file(of, ...all);
    return wish ? { ...marked, suppressions: [suppressionOf(wish, marked)] } : marked;
  });
const newCommit = fc
  .tuple(
    id,
    fc.constantFrom('2026-06-01', '2026-08-25', '2026-08-31'),
    fc.constantFrom('subject', 'body', 'trailer'),
    fc.boolean(),
  )
  .map(([each, on, via, closes]) => commit(`${each}: work`, { on, via: via as 'subject', closes }));
/** One of them never holds a mark. */
const CODE = ['src/a.ts', 'src/b.ts', 'src/unmarked.ts'];
const facts: fc.Arbitrary<Facts> = fc.record({
  branch: fc.constantFrom(undefined, 'main', 'PAY-1-refunds'),
  workTree: fc.option(
    fc.nat(2).map((files) => ({ countOf: () => files, nearest: () => [] })),
    { nil: undefined },
  ),
  codeHistory: fc.option(
    fc
      .array(fc.tuple(id, fc.subarray(CODE, { minLength: 1 })), { maxLength: 4 })
      .map((all) =>
        codeHistory(...all.map(([each, paths]) => [commit(`${each}: work`, { on: '2026-08-25' }), paths] as const)),
      ),
    { nil: undefined },
  ),
  nesting: fc.option(
    fc.subarray(CODE).map((paths) => nesting(Object.fromEntries(paths.map((each) => [each, 8])))),
    { nil: undefined },
  ),
});

function suppressionOf(
  { rules, reason, until, covers }: typeof suppression extends fc.Arbitrary<infer Value> ? Value : never,
  { annotations }: FileMarks,
): CodeSuppression {
  const span = { start: 0, end: 1 };
  const covered = (covers === 'first' ? annotations[0] : annotations.at(-1))?.span ?? span;
  return {
    rules: rules.map((name) => ({ name, span })),
    reason,
    until: until === undefined ? undefined : { text: until, span, days: parseDayRange(until), id: until },
    covers: covers === 'file' ? undefined : { start: covered.start, end: covered.end + 50 },
    span,
  };
}

type Change =
  | { readonly roadmaps: readonly Roadmap[] }
  | { readonly edit: ItemEdit }
  | { readonly marks: FileMarks; readonly remove: boolean }
  | { readonly commits: readonly Commit[] }
  | { readonly clear: true }
  | { readonly today: number }
  | { readonly facts: Facts }
  | { readonly historyKnown: boolean };

/** Two files with items, and code and commits that name them. */
const beginning: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    fc.array(workItem, { minLength: 2, maxLength: 5, size: 'max' }),
    fc.array(workItem, { maxLength: 3 }),
    fc.array(marks, { minLength: 2, maxLength: 4, size: 'max' }),
    fc.array(newCommit, { maxLength: 4 }),
  )
  .map(([one, two, files, commits]) => [
    { roadmaps: [withWork(steady('a.yaml'), one), withWork(steady('b.yaml'), two)] },
    ...files.map((each) => ({ marks: each, remove: false })),
    { commits },
  ]);

function withWork(target: Roadmap, items: readonly WorkItem[]): Roadmap {
  return { ...target, work: [...target.work, ...roadmap({ path: target.path }, ...items).work] };
}

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 1, arbitrary: roadmaps.map((all) => ({ roadmaps: all })) },
  { weight: 16, arbitrary: itemEdit.map((edit) => ({ edit })) },
  { weight: 4, arbitrary: fc.tuple(marks, fc.boolean()).map(([of, remove]) => ({ marks: of, remove })) },
  { weight: 3, arbitrary: fc.array(newCommit, { maxLength: 3 }).map((commits) => ({ commits })) },
  { weight: 1, arbitrary: fc.constant({ clear: true as const }) },
  { weight: 1, arbitrary: fc.nat(40).map((later) => ({ today: CIRCUMSTANCES.today + later })) },
  { weight: 2, arbitrary: facts.map((all) => ({ facts: all })) },
  { weight: 1, arbitrary: fc.boolean().map((historyKnown) => ({ historyKnown })) },
);

function apply(each: Change, followed: Followed): void {
  const { trace } = followed;
  if ('roadmaps' in each) {
    trace.setRoadmaps(each.roadmaps);
  } else if ('edit' in each) {
    trace.setRoadmaps(withItemEdit(trace.plan.roadmaps, each.edit));
  } else if ('marks' in each) {
    trace.replaceFile(each.marks.path, each.remove ? undefined : each.marks);
  } else if ('commits' in each) {
    trace.addCommits(each.commits, each.commits.length);
  } else if ('clear' in each) {
    trace.clearCommits();
  } else {
    followed.circumstances = { ...followed.circumstances, ...each };
  }
}

type ItemEdit = typeof itemEdit extends fc.Arbitrary<infer Value> ? Value : never;

/** With the same names and the same things under it, or its first child so. */
function withOtherFields(former: WorkItem, other: WorkItem): WorkItem {
  const [child, ...others] = former.children;
  if (child && other.children.length > 0) {
    return { ...former, children: [withOtherFields(child, other), ...others] };
  }
  const { id: name, derivedId, kind, title, epic: named, aliases, children } = former;
  return { ...other, id: name, derivedId, kind, title, epic: named, aliases, children };
}

/** All other items stay the same objects. */
function withItemEdit(all: readonly Roadmap[], { how, file: index, at, item: own }: ItemEdit): Roadmap[] {
  const target = all[index % Math.max(all.length, 1)] ?? roadmap({ path: 'a.yaml' });
  const [placed] = roadmap({ path: target.path }, own).work;
  const work: WorkItem[] = [...target.work];
  // The first is the steady one.
  const where = Math.min(1 + (at % Math.max(work.length, 1)), work.length);
  if (placed && how !== 'move') {
    if (how === 'fields') {
      work.splice(where, 1, ...work.slice(where, where + 1).map((former) => withOtherFields(former, placed)));
    } else if (how === 'insert' || how === 'replace') {
      work.splice(where, how === 'insert' ? 0 : 1, placed);
    } else if (how === 'remove') {
      work.splice(where, 1);
    } else {
      work.push(...work.splice(where, 1));
    }
  }
  const next = { ...target, work };
  const others = all.map((each) => (each === target ? next : each));
  return how === 'move' ? [...all].reverse() : all.length === 0 ? [next] : others;
}

/** An epic of a text with its stories; empty words are left out of it. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly stories: readonly Entry[];
}

const textFields = fc.record(
  {
    status: fc.constantFrom('planned', 'active', 'blocked', 'done', 'simmering'),
    due: fc.constantFrom('2026-06-01', '2026-10-01'),
    start: fc.constantFrom('2026-06-01', '2026-09-03', '2026-10-01'),
    owner: fc.constantFrom('ana', 'ben'),
    release: fc.constantFrom('v1', 'v2', 'v3', 'v9'),
    epic: fc.oneof(id, fc.constant('Refunds')),
    depends: fc.array(id, { maxLength: 2 }).map((all) => `[${all.join(', ')}]`),
    aliases: id.map((each) => `[${each}]`),
    estimate: fc.constantFrom('3', '21', '1d', '4d'),
    ignore: fc.constantFrom('WM203', 'WM107').map((rule) => `[{ rule: ${rule} }]`),
    '# waymark-ignore': fc.constantFrom('WM301: r', 'WM103', 'WM203, overdue: r (until: PAY-1)'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, string>>;
const storyEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.oneof({ weight: 6, arbitrary: id }, { weight: 1, arbitrary: fc.constant('') }),
  title: fc.constantFrom('Refunds', 'Payouts', 'Cards'),
  fields: textFields,
  stories: fc.constant([]),
});
const entry: fc.Arbitrary<Entry> = fc
  .tuple(storyEntry, fc.array(storyEntry, { maxLength: 3 }))
  .map(([top, stories]) => ({ ...top, stories }));
const textEdit = fc.record({
  how: fc.constantFrom('fields', 'fields', 'fields', 'title', 'id', 'insert', 'remove', 'move'),
  at: fc.nat(5),
  story: fc.nat(3),
  by: entry,
});
type TextEdit = typeof textEdit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(entries: readonly Entry[], { how, at, story: below, by }: TextEdit): Entry[] {
  const next = [...entries];
  const where = at % Math.max(next.length, 1);
  const top = next[where];
  if (!top || how === 'insert') {
    next.splice(where, 0, by);
    return next;
  }
  if (how === 'remove') {
    next.splice(where, 1);
    return next;
  }
  if (how === 'move') {
    const [child] = top.stories;
    next[where] = { ...top, stories: top.stories.slice(1) };
    const other = (where + 1) % next.length;
    const target = next[other];
    if (child && target) {
      next[other] = { ...target, stories: [...target.stories, child] };
    }
    return next;
  }
  const stories = [...top.stories];
  const child = stories[below];
  const changed = { ...(child ?? top), [how]: by[how === 'fields' ? 'fields' : how] };
  if (child) {
    stories[below] = changed;
    next[where] = { ...top, stories };
  } else {
    next[where] = changed;
  }
  return next;
}

/** As {@link steady}, for a text. */
const STEADY = [
  '  - id: PAY-50',
  '    title: Steady',
  '    owner: ana',
  '    release: v2',
  '    estimate: 3',
  '    stories:',
  '      - { id: OLD-51, title: Steady, status: planned, due: 2027-01-01 }',
];

function textOf(entries: readonly Entry[]): string {
  const head = [
    'releases:',
    '  - id: v1',
    '    date: 2026-08-15',
    '  - id: v2',
    '  - id: v3',
    '    date: 2026-09-04',
    'team: [ana]',
    'epics:',
    ...STEADY,
  ];
  return `${[...head, ...entries.flatMap((each) => linesOf(each, '  '))].join('\n')}\n`;
}

function linesOf({ id: own, title, fields: of, stories }: Entry, indent: string): string[] {
  return [
    `${indent}- title: ${title}`,
    ...(own === '' ? [] : [`${indent}  id: ${own}`]),
    ...Object.entries(of).map(([field, text]) => `${indent}  ${field}${field.startsWith('#') ? '' : ':'} ${text}`),
    ...(stories.length === 0
      ? []
      : [`${indent}  stories:`, ...stories.flatMap((each) => linesOf(each, `${indent}    `))]),
  ];
}
