import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/model/finding';
import { changed, codeHistory } from '../../support/codeHistoryBuilder';
import { on, past } from '../../support/historyBuilder';
import { commit, epic, file, person, reference, release, risk, story, todo, world } from '../../support/planBuilder';
import { pageOf, rowLine } from './pageFixture';

const finding = (severity: Finding['severity'], code: string): Finding => ({
  code,
  severity,
  message: `${severity} of it`,
  place: { path: 'roadmap.yaml', span: { start: 0, end: 0 } },
  item: 'PAY-12',
  related: [],
});

describe('The page of a story', () => {
  it('begins with what it is, where it belongs, and how it stands', () => {
    const trace = world(
      person('ana', 'Ana Lima'),
      release('v1', { date: '2026-10-15' }),
      epic(
        'PAY-1',
        { title: 'Refunds', owner: 'ana', release: 'v1' },
        story('PAY-12', { title: 'Refund API', status: 'Doing=active', due: '2026-08-03', estimate: '5' }),
      ),
    );
    const { head } = pageOf('PAY-12', { trace });
    assert.equal(
      `${head.id} ${head.title}: ${head.kind}, ${head.status}, ${head.category}`,
      'PAY-12 Refund API: story, doing, active',
    );
    assert.deepEqual(head.lineage, [{ name: 'PAY-1 Refunds', target: 'story PAY-1' }]);
    assert.deepEqual(
      head.facts.map(({ label, value, tone }) => [label, value, tone ?? ''].join(': ')),
      ['Owner: Ana Lima: ', 'Due: overdue since 3 Aug: late', 'Release: v1, due 15 Oct: ', 'Estimate: 5 points: '],
    );
    assert.equal(head.target, 'place roadmap.yaml: PAY-12');
  });

  it('says nothing of an ID or of dates that nobody wrote, and of what is over not that it is late', () => {
    const trace = world(story('a', { derivedId: true }), story('PAY-2', { status: 'done', due: '2026-08-03' }));
    assert.equal(pageOf('a', { trace }).head.id, '');
    assert.deepEqual(pageOf('a', { trace }).head.facts, [{ label: 'Owner', value: 'Nobody' }]);
    assert.deepEqual(pageOf('PAY-2', { trace }).head.facts.at(-1), { label: 'Due', value: '3 Aug' });
  });

  it('lists findings, the worst first, with why their rule asks', () => {
    const findings = [finding('hint', 'WM212'), finding('error', 'WM301'), finding('error', 'WM301')];
    const { rows } = pageOf('PAY-12', { trace: world(story('PAY-12')), findings }).findings;
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['error of it', 'error of it', 'hint of it'],
    );
    assert.equal(new Set(rows.map(({ key }) => key)).size, 3);
    assert.deepEqual(rows[0]?.code, { name: 'WM301', target: 'rule WM301' });
    assert.match(rows[0]?.why ?? '', /\.$/);
  });

  it('groups all that names it, and says of each how it matched and how sure that is', () => {
    const trace = world(
      story('PAY-12', { accepts: ['pay_12 in docs/b.md'] }),
      file('src/a.ts', todo('PAY-12', { message: 'retry' }), reference('PAY-12', { via: 'implements' })),
      file('src/a.test.ts', reference('PAY-12', { role: 'test' })),
      file('docs/a.md', reference('PAY-12', { role: 'doc', written: 'pay-12' })),
      file('docs/b.md', reference('PAY-12', { role: 'doc', written: 'pay_12' })),
      commit('PAY-12: pay out', { on: '2026-08-03' }),
    );
    const { evidence } = pageOf('PAY-12', { trace });
    assert.deepEqual(
      evidence.map(({ title, rows }) => [
        title,
        ...rows.map((row) => `${rowLine(row)}${row.sure ? ` (${row.sure})` : ''}`),
      ]),
      [
        ['Annotations', "annotation TODO retry | src/a.ts:1 | Linked because the comment's TODO names PAY-12."],
        ['References in code', 'code src/a.ts:1 |  | Linked because a comment says that it implements PAY-12.'],
        ['Tests', 'test src/a.test.ts:1 |  | Linked because a comment in a test names PAY-12.'],
        [
          'Documents',
          'doc docs/a.md:1 |  | Probably linked: a document names pay-12, which is not how the roadmap writes it. (probable)',
          'doc docs/b.md:1 |  | Linked because a document names pay_12, which roadmap.yaml:1 accepts. (accepted)',
        ],
        ['Commits', "commit PAY-12: pay out | Ana Lima, 3 Aug | Linked because the commit's subject names PAY-12."],
      ],
    );
    assert.deepEqual(pageOf('PAY-12', { trace: world(story('PAY-12')) }).evidence, []);
  });

  it('leads from a finding to its ways out, and from a link that is not certain to what can be decided about it', () => {
    const trace = world(
      story('PAY-12', { accepts: ['pay_12 in docs/b.md'] }),
      file('src/a.ts', reference('PAY-12')),
      file('docs/a.md', reference('PAY-12', { role: 'doc', written: 'pay-12' })),
      file('docs/b.md', reference('PAY-12', { role: 'doc', written: 'pay_12' })),
    );
    const { findings, evidence } = pageOf('PAY-12', { trace, findings: [finding('error', 'WM301')] });
    const rows = [...findings.rows, ...evidence.flatMap((group) => group.rows)];
    const actions = rows.map((row) => (row.actions ?? []).map(({ label, target }) => `${label} ${target}`));
    assert.deepEqual(actions, [
      [`Fix… ${findings.rows[0]?.target?.replace('place', 'fixes')}`],
      [],
      ['Accept… accept pay-12 in docs/a.md as PAY-12', 'Reject… reject pay-12 in docs/a.md as PAY-12'],
      ['Reject… reject pay_12 in docs/b.md as PAY-12'],
    ]);
  });

  it('shows only the first of very many links, and how many there are besides', () => {
    const trace = world(story('PAY-12'), file('a.ts', ...Array.from({ length: 230 }, () => reference('PAY-12'))));
    const [group] = pageOf('PAY-12', { trace }).evidence;
    assert.deepEqual([group?.rows.length, group?.more], [200, 30]);
    assert.equal(new Set(group?.rows.map(({ key }) => key)).size, 200);
  });

  it('lists the files that its commits changed, the most often changed first', () => {
    const first = commit('PAY-12: one', { on: '2026-08-01' });
    const second = commit('PAY-12: two', { on: '2026-08-03' });
    const third = commit('PAY-12: three', { on: '2026-08-04' });
    const revert = commit('Revert "PAY-12: three"', { on: '2026-08-05', reverts: third });
    const trace = world(story('PAY-12'), revert, third, second, first);
    const history = codeHistory(
      [
        changed(third, 'src/taken-back.ts'),
        changed(second, 'src/b.ts', 'src/old.ts', 'roadmap.yaml'),
        changed(first, 'src/a.ts', 'src/b.ts', 'docs/x.md', 'test/a.test.ts'),
      ],
      { gone: ['src/old.ts'] },
    );
    const { rows, note } = pageOf('PAY-12', { trace, facts: { codeHistory: history } }).files;
    assert.deepEqual(rows.map(rowLine), [
      'code src/b.ts | changed 2 times, last on 3 Aug',
      'code src/old.ts | no longer there, changed once, last on 3 Aug',
      'doc docs/x.md | changed once, last on 1 Aug',
      'code src/a.ts | changed once, last on 1 Aug',
      'test test/a.test.ts | changed once, last on 1 Aug',
    ]);
    assert.deepEqual([rows[0]?.target, rows[1]?.target, note], ['file src/b.ts', undefined, undefined]);
  });

  for (const [what, files, note] of [
    ['there are no commits', undefined, 'No commit of it stands, so no file is known to be touched for it.'],
    ['it is still being read', 'reading', 'What its commits changed is still being read.'],
    ['only a part was read so far', 'part', 'The files of 1 of its 2 commits are still being read.'],
    ['a part will never be known', 'gaps', 'The files of 1 of its 2 commits are not known.'],
  ] as const) {
    it(`says of files plainly that ${what}`, () => {
      const [first, second] = [commit('PAY-12: one'), commit('PAY-12: two')];
      const trace = files === undefined ? world(story('PAY-12')) : world(story('PAY-12'), second, first);
      const history = codeHistory([changed(second, 'src/a.ts')], { linked: 2, isUnderWay: files === 'part' });
      const facts = files === 'part' || files === 'gaps' ? { codeHistory: history } : {};
      assert.equal(pageOf('PAY-12', { trace, facts }).files.note, note);
    });
  }

  it('says that commits are not read where they are not', () => {
    const page = pageOf('PAY-12', { trace: world(story('PAY-12')), noHistory: 'No git.' });
    assert.deepEqual([page.files.note, page.timeline.note], ['No git.', 'No git.']);
  });

  it('joins the owner with the person who committed, whatever the roadmap calls them', () => {
    const trace = world(
      person('ana', 'A. Lima'),
      story('PAY-12', { owner: 'ana' }),
      { ...commit('PAY-12: one', { on: '2026-08-03' }), email: 'ana@example.org' },
      commit('PAY-12: two', { by: 'Bo Berg', on: '2026-08-01' }),
    );
    assert.deepEqual(pageOf('PAY-12', { trace }).people.rows.map(rowLine), [
      'person Ana Lima | owner, 1 commit, last on 3 Aug',
      'person Bo Berg | 1 commit, last on 1 Aug',
    ]);
  });

  it('lists the risks that name it, and those that it is to mitigate', () => {
    const trace = world(
      story('PAY-12'),
      risk('R1', { items: ['PAY-12'], probability: 3, impact: 5, review: '2026-08-08' }),
      risk('R2', { mitigation: 'PAY-12', status: 'mitigating' }),
      risk('R3', { items: ['PAY-13'] }),
    );
    assert.deepEqual(pageOf('PAY-12', { trace }).risks.rows.map(rowLine), [
      'risk R1 Risk R1 | open, probability 3 of 5, impact 5 of 5, review 8 Aug | The risk names it among its items.',
      'risk R2 Risk R2 | mitigating | The risk names it as its mitigation.',
    ]);
  });

  it('tells what happened, the latest first, after what lies ahead; a change of the plan not also as a commit', () => {
    const history = past(
      on('2026-08-01', { 'PAY-12': { due: '2026-08-20', status: 'planned', estimate: '5' } }),
      on('2026-08-05', { 'PAY-12': { due: '2026-08-27', status: 'active', owner: 'ana' } }),
    );
    const moved = { ...commit('PAY-12 moves', { on: '2026-08-05' }), sha: history.events.at(-1)?.moment.sha ?? '' };
    const trace = world(
      person('ana', 'Ana Lima'),
      release('v1', { date: '2026-10-15', freeze: '2026-10-08' }),
      story('PAY-12', { due: '2026-08-27', release: 'v1' }),
      moved,
      commit('PAY-12: pay out', { on: '2026-08-03' }),
    );
    const { rows, note } = pageOf('PAY-12', { trace, facts: { planHistory: history } }).timeline;
    assert.deepEqual(
      rows.map(({ day, isAhead, label, facts }) => [`${isAhead ? '>' : ''}${day}`, label, ...facts].join(' | ')),
      [
        '>15 Oct | Date of v1 v1',
        '>8 Oct | Freeze of v1 v1',
        '>27 Aug | Due',
        '5 Aug | Owner: none → Ana Lima | Maren Hofer | PAY-12 moves',
        '5 Aug | Due: 20 Aug → 27 Aug (7 days later) | Maren Hofer | PAY-12 moves',
        '5 Aug | Status: planned → in progress | Maren Hofer | PAY-12 moves',
        '3 Aug | PAY-12: pay out | Ana Lima',
        '1 Aug | Added to the roadmap, due 20 Aug | Maren Hofer',
      ],
    );
    assert.equal(note, undefined);
    assert.equal(pageOf('PAY-12', { trace }).timeline.note, 'What the roadmap said before is still being read.');
  });
});
