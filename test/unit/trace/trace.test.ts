import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Commit } from '../../../src/core/model/commit';
import type { FileMarks } from '../../../src/core/model/marks';
import type { Evidence } from '../../../src/core/trace/evidence';
import { Trace } from '../../../src/core/trace/trace';
import { commit, epic, file, reference, risk, roadmap, story, todo, world } from '../../support/planBuilder';

/** The evidence of an item: files with marks, then commits. */
function evidenceOf(trace: Trace, id: string): string[] {
  const item = trace.plan.findWork(id);
  assert.ok(item, id);
  return describeEvidence(trace.evidenceOf(item));
}

function describeEvidence({ annotations, references, commits }: Evidence): string[] {
  return [
    ...annotations.map((link) => `${link.annotation.tag} ${link.mention.id} in ${link.file.path}`),
    ...references.map((link) => `${link.reference.role} ${link.reference.mention.id} in ${link.file.path}`),
    ...commits.map((link) => link.commit.subject),
  ];
}

describe('The trace', () => {
  it('gives an item what names it, by path, then by place, then the newest commit first', () => {
    const trace = world(
      story('A-1'),
      file('src/b.ts', todo('A-1', { tag: 'FIXME' }), reference('A-1')),
      file('src/a.ts', todo('A-1'), todo('A-1', { tag: 'NOTE' }), todo('A-12')),
      commit('A-1: second', { on: '2026-08-02' }),
      commit('A-1: first', { on: '2026-08-01' }),
    );
    assert.deepEqual(evidenceOf(trace, 'A-1'), [
      'TODO A-1 in src/a.ts',
      'NOTE A-1 in src/a.ts',
      'FIXME A-1 in src/b.ts',
      'code A-1 in src/b.ts',
      'A-1: second',
      'A-1: first',
    ]);
  });

  it('joins what names former IDs, each piece once and in the same order', () => {
    const early = commit('OLD-1: first', { on: '2026-08-01' });
    const both = commit('OLD-1 A-1: move', { on: '2026-08-02' });
    const late = { ...commit('A-1: third', { on: '2026-08-03' }), date: '2026-08-03T01:00:00+09:00' };
    const later = { ...commit('OLD-1: fourth'), date: '2026-08-02T17:00:00+00:00' };
    const trace = world(
      story('A-1', { aliases: ['OLD-1', 'A-1'] }),
      file(
        'src/a.ts',
        todo('OLD-1'),
        todo('A-1'),
        todo('A-1 OLD-1', { tag: 'BUG' }),
        reference('A-1'),
        reference('OLD-1'),
      ),
      later,
      late,
      both,
      early,
    );
    assert.deepEqual(evidenceOf(trace, 'A-1'), [
      'TODO OLD-1 in src/a.ts',
      'TODO A-1 in src/a.ts',
      'BUG A-1 in src/a.ts',
      'code A-1 in src/a.ts',
      'code OLD-1 in src/a.ts',
      'OLD-1: fourth',
      'A-1: third',
      'OLD-1 A-1: move',
      'OLD-1: first',
    ]);
  });

  it('gives evidence to one declaration only, and none to an ID that was made from a title', () => {
    const trace = world(
      roadmap({ path: 'a.yaml' }, story('A-1')),
      roadmap({ path: 'b.yaml' }, story('A-1'), story('made-up', { derivedId: true })),
      file('src/a.ts', todo('A-1'), todo('made-up')),
    );
    const pieces = trace.plan.workItems.map((item) => `${item.path} ${trace.evidenceOf(item).annotations.length}`);
    assert.deepEqual(pieces, ['a.yaml 1', 'b.yaml 0', 'b.yaml 0']);
  });

  it('knows which IDs nobody declares: no former one, no other declared thing, no probable form', () => {
    const trace = world(
      story('A-1', { aliases: ['OLD-1'] }),
      risk('A-9'),
      file('src/a.ts', todo('A-2'), todo('OLD-1'), todo('A-9'), todo('A-3', { written: 'a-3' })),
      commit('A-4: x'),
      commit('A-2: x'),
      commit('A-5: x', { certainty: 'probable' }),
    );
    const unknown = trace.unknownIds().map(({ id, evidence }) => [id, ...describeEvidence(evidence)]);
    assert.deepEqual(
      unknown.sort(([a = ''], [b = '']) => a.localeCompare(b)),
      [
        ['A-2', 'TODO A-2 in src/a.ts', 'A-2: x'],
        ['A-4', 'A-4: x'],
      ],
    );
    assert.equal(trace.unknownId('A-9'), undefined);
    assert.equal(trace.unknownId('A-3'), undefined);
  });

  it('takes both writings of an issue number for one ID, and never misses one', () => {
    const trace = world(
      story('GH-12'),
      story('É-1'),
      file('src/a.ts', todo('#12'), todo('#99'), todo('\u00c9-1')),
      commit('x', { names: ['#12', '#98'] }),
    );
    assert.deepEqual(evidenceOf(trace, '#12'), ['TODO #12 in src/a.ts', 'x']);
    assert.deepEqual(evidenceOf(trace, 'E\u0301-1'), ['TODO \u00c9-1 in src/a.ts']);
    assert.deepEqual(trace.unknownIds(), []);
  });

  it('links what differs in leading zeros probably, unless something else is off or two items come into question', () => {
    const trace = world(
      story('A-007', { aliases: ['OLD-01'] }),
      story('B-1'),
      story('B-01'),
      file('src/a.ts', todo('A-7'), todo('A-07', { written: 'a-07' }), todo('A-007'), todo('OLD-1'), todo('B-001')),
      commit('A-7: x'),
    );
    const item = trace.plan.findWork('A-007');
    assert.ok(item);
    const { annotations, commits } = trace.evidenceOf(item);
    assert.deepEqual(
      [...annotations, ...commits].map((link) => `${link.mention.id} ${link.certainty}`),
      ['A-7 probable', 'A-007 certain', 'OLD-1 probable', 'A-7 probable'],
    );
    assert.deepEqual(evidenceOf(trace, 'B-1'), []);
    assert.deepEqual(
      trace.unknownIds().map(({ id }) => id),
      ['B-001'],
    );
    assert.ok(trace.isPlanned(commits[0]?.commit.sha ?? ''));
  });

  it('takes what a range names by the way for an item, but misses none', () => {
    const trace = world(story('A-2'), file('src/a.ts', todo('A-2', { implied: true }), todo('A-3', { implied: true })));
    assert.deepEqual(evidenceOf(trace, 'A-2'), ['TODO A-2 in src/a.ts']);
    assert.deepEqual(trace.unknownIds(), []);
  });

  it('makes accepted links certain and leaves rejected ones out, the nearest word first', () => {
    const probable = (written: string) => todo('A-1', { written });
    const slip = commit('x', { names: ['A-1'], certainty: 'probable' });
    const other = commit('y', { names: ['A-1'], certainty: 'probable' });
    const trace = world(
      story('A-1', {
        accepts: ['a-1', 'A 1 in docs/', `A-1 in ${slip.sha.slice(0, 8)}`],
        rejects: ['a-1 in src/**', 'A 1', 'A-1 in src/x.ts'],
      }),
      file('docs/a.md', probable('a-1'), probable('A 1'), probable('A_1')),
      file('src/x.ts', probable('a-1'), probable('A 1'), probable('A_1'), todo('A-1')),
      slip,
      other,
    );
    const item = trace.plan.findWork('A-1');
    assert.ok(item);
    const { annotations, commits } = trace.evidenceOf(item);
    assert.deepEqual(
      annotations.map(({ file: { path }, mention, certainty, accepted }) =>
        [path, mention.written, certainty, ...(accepted ? [accepted.where ?? 'anywhere'] : [])].join(' '),
      ),
      [
        'docs/a.md a-1 certain anywhere',
        'docs/a.md A 1 certain docs/',
        'docs/a.md A_1 probable',
        'src/x.ts A_1 probable',
        'src/x.ts A-1 certain',
      ],
    );
    assert.deepEqual(
      commits.map(({ commit: { subject }, certainty }) => `${subject} ${certainty}`),
      ['x certain', 'y probable'],
    );
    const marks = trace.files.get('src/x.ts');
    assert.deepEqual(
      marks?.annotations.map((annotation) => trace.itemsOf(marks, annotation).length),
      [0, 0, 1, 1],
    );
  });

  it('counts the IDs that are worked on and tested, whatever comes and goes', () => {
    const done = commit('A-1: x');
    const trace = world(
      story('A-1'),
      done,
      file('src/a.ts', reference('A-2'), todo('A-3')),
      file('test/a.ts', reference('A-2', { role: 'test' }), reference('A-4', { via: 'verifies' })),
      file('test/b.ts', reference('A-2', { role: 'test' })),
      file('docs/a.md', reference('A-5', { role: 'doc' })),
    );
    const counts = () => [trace.workedIds, trace.testedIds];
    assert.deepEqual(counts(), [3, 2]);
    trace.replaceFile('test/a.ts', undefined);
    assert.deepEqual(counts(), [2, 1]);
    trace.replaceFile('test/b.ts', undefined);
    assert.deepEqual(counts(), [2, 0]);
    trace.addCommits([], 0, [done.sha]);
    assert.deepEqual(counts(), [1, 0]);
    trace.replaceFile('src/a.ts', undefined);
    assert.deepEqual(counts(), [0, 0]);
    trace.addCommits([done], 1);
    assert.deepEqual(counts(), [1, 0]);
    trace.clearCommits();
    assert.deepEqual(counts(), [0, 0]);
  });

  it('counts commits that belong to no item', () => {
    const known = commit('A-1: x');
    const unknown = commit('A-2: x');
    const trace = world(story('A-1'));
    trace.addCommits([known, unknown], 5);
    assert.equal(trace.unplannedCommitCount(), 4);
    assert.deepEqual([trace.isPlanned(known.sha), trace.isPlanned(unknown.sha)], [true, false]);
  });

  it('gives an annotation to an item once, however often it names it', () => {
    const trace = world(story('A-1'), file('a.ts', todo('A-1 A-2 A-1')));
    assert.equal(trace.evidenceOfId('A-1').annotations.length, 1);
    assert.equal(trace.evidenceOfId('A-2').annotations.length, 1);
  });

  it('names each item of an annotation once', () => {
    const marks = file('src/a.ts', todo('A-1 OLD-1 A-2 A-3'));
    const trace = world(story('A-1', { aliases: ['OLD-1'] }), story('A-2'), marks);
    const [annotation] = marks.annotations;
    assert.ok(annotation);
    assert.deepEqual(
      trace.itemsOf(marks, annotation).map(({ id }) => id),
      ['A-1', 'A-2'],
    );
  });

  it('reports what changed once, with the IDs that a file named before and names now', () => {
    const trace = world(story('A-1'), file('src/a.ts', todo('A-1')), commit('A-3: x'));
    const first = trace.takeChange();
    assert.deepEqual([first.plan, [...first.ids], [...first.files]], [true, ['A-1', 'A-3'], ['src/a.ts']]);
    const nothing = trace.takeChange();
    assert.deepEqual([nothing.plan, nothing.ids.size, nothing.files.size], [false, 0, 0]);
    trace.replaceFile('src/a.ts', file('src/a.ts', todo('A-2')));
    trace.replaceFile('src/none.ts', file('src/none.ts'));
    trace.clearCommits();
    const second = trace.takeChange();
    assert.deepEqual([second.plan, [...second.ids], [...second.files]], [false, ['A-1', 'A-2', 'A-3'], ['src/a.ts']]);
  });

  it('is, after any series of changes, what it is from scratch', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const trace = new Trace();
        trace.setRoadmaps([roadmaps[0]]);
        const files = new Map<string, FileMarks>();
        let commits: Commit[] = [];
        for (const each of steps) {
          if ('roadmap' in each) {
            trace.setRoadmaps([roadmaps[each.roadmap] ?? roadmaps[0]]);
          } else if ('marks' in each) {
            trace.replaceFile(each.marks.path, each.remove ? undefined : each.marks);
            if (each.remove || each.marks.annotations.length + each.marks.references.length === 0) {
              files.delete(each.marks.path);
            } else {
              files.set(each.marks.path, each.marks);
            }
          } else if ('clear' in each) {
            trace.clearCommits();
            commits = [];
          } else {
            trace.addCommits(each.commits, each.commits.length + 1);
            commits = [...each.commits, ...commits];
          }
          // What is remembered of an answer must not outlive what it rests on.
          summary(trace);
        }
        const scratch = new Trace();
        scratch.setRoadmaps(trace.plan.roadmaps);
        files.forEach((marks, path) => scratch.replaceFile(path, marks));
        scratch.addCommits(commits, trace.commitCount);
        assert.deepEqual(summary(trace), summary(scratch));
      }),
      { numRuns: 300 },
    );
  }).timeout(30_000);
});

const roadmaps = [
  roadmap({}, epic('A-1', {}, story('A-2')), story('A-3', { aliases: ['A-4', 'A-1'] })),
  roadmap({}, story('A-4', { aliases: ['A-2'] }), story('A-4')),
] as const;

function summary(trace: Trace) {
  return {
    files: [...trace.files].sort(([a], [b]) => (a < b ? -1 : 1)),
    evidence: trace.plan.workItems.map((item) => trace.evidenceOf(item)),
    doubtful: ['a.ts', 'b.ts', 'c.ts'].filter((path) => trace.isDoubtful(path)),
    unknown: trace.unknownIds().sort((a, b) => (a.id < b.id ? -1 : 1)),
    counts: [trace.commitCount, trace.unplannedCommitCount()],
  };
}

const id = fc.constantFrom('A-1', 'A-2', 'A-3', 'A-4', 'A-5');
const marks = fc
  .tuple(fc.constantFrom('a.ts', 'b.ts', 'c.ts'), fc.array(fc.tuple(id, id, fc.boolean()), { maxLength: 3 }))
  .map(([path, all]) =>
    file(path, ...all.map(([a, b, tagged]) => (tagged ? todo(a === b ? a : `${a} ${b}`) : reference(a)))),
  );
const step = fc.oneof(
  fc.nat(1).map((index) => ({ roadmap: index })),
  fc.tuple(marks, fc.boolean()).map(([of, remove]) => ({ marks: of, remove })),
  fc.array(id, { maxLength: 3 }).map((ids) => ({ commits: ids.map((each) => commit(`${each}: x`)) })),
  fc.constant({ clear: true as const }),
);
