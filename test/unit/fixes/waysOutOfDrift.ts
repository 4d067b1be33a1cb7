import { commit } from '../../support/planBuilder';
import { changed, codeHistory } from '../../support/codeHistoryBuilder';
import { on, past } from '../../support/historyBuilder';
import type { WaysOutCase } from './waysOutCase';

const stories = (...entries: readonly string[]) => ({
  'roadmap.yaml': `stories:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`,
});

const REVERTED = commit('PAY-12: refunds', { on: '2026-08-01' });
const ELSEWHERE = changed(commit('PAY-12: pay out', { on: '2026-08-20' }), 'src/billing/a.ts', 'src/billing/b.ts');

/** Rules that hold plan and evidence against each other. */
export const WAYS_OUT_OF_DRIFT: readonly WaysOutCase[] = [
  {
    code: 'WM201',
    when: 'a comment names an ID with a slip',
    files: { ...stories('id: PAY-12', 'id: PAY-30'), 'src/a.ts': '// TODO(PAY-122): retry\n' },
    offers: [
      'Replace with PAY-12',
      'Add PAY-122 to the roadmap',
      'Make PAY-122 an alias of PAY-12',
      'Make PAY-122 an alias of another story…',
      'Link this TODO to a story in place of PAY-122…',
    ],
  },
  {
    code: 'WM202',
    when: 'a commit names what is planned nowhere',
    files: stories('id: PAY-12', 'id: PAY-30'),
    commits: [commit('PAY-99: round the sum')],
    offers: ['Add PAY-99 to the roadmap', 'Make PAY-99 an alias of another story…'],
  },
  {
    code: 'WM203',
    when: 'a done story has a TODO',
    files: { ...stories('id: PAY-12, status: done', 'id: PAY-30'), 'src/a.ts': '// TODO(PAY-12): retry\n' },
    offers: ['Remove the TODO in src/a.ts', 'Open PAY-12 again'],
  },
  {
    code: 'WM203',
    when: 'a done story has a TODO, seen in code',
    at: 'src/a.ts',
    files: { ...stories('id: PAY-12, status: done', 'id: PAY-30'), 'src/a.ts': '// TODO(PAY-12): retry\n' },
    offers: [
      'Remove this TODO',
      'Convert this TODO to a NOTE',
      'Link this TODO to another story than PAY-12…',
      'Open PAY-12 again',
    ],
  },
  {
    code: 'WM204',
    when: 'nothing shows that a story was done',
    files: stories('id: PAY-12, status: done', 'id: PAY-13'),
    commits: [commit('PAY-13: x', { on: '2026-06-01' })],
    offers: ['Open PAY-12 again', 'Mark PAY-12 as dropped'],
  },
  {
    code: 'WM205',
    when: 'a planned story has a commit',
    files: stories('id: PAY-12, status: planned'),
    commits: [commit('PAY-12: x')],
    offers: ['Mark PAY-12 as active'],
  },
  {
    code: 'WM206',
    when: 'nobody works on an active story',
    files: stories('id: PAY-12, status: active'),
    commits: [commit('PAY-12: x', { on: '2026-03-01' })],
    offers: ['Mark PAY-12 as blocked', 'Mark PAY-12 as planned', 'Mark PAY-12 as done'],
  },
  {
    code: 'WM207',
    when: 'a commit closes a story',
    files: stories('id: PAY-12, status: active'),
    commits: [commit('Closes PAY-12', { closes: true })],
    offers: ['Mark PAY-12 as done'],
  },
  {
    code: 'WM208',
    when: 'work goes on after the end',
    files: stories('id: PAY-12, status: done'),
    commits: [commit('PAY-12: more', { on: '2026-08-20' })],
    facts: () => ({
      planHistory: past(
        on('2026-07-01', { 'PAY-12': { status: 'planned' } }),
        on('2026-07-20', { 'PAY-12': { status: 'done' } }),
      ),
    }),
    offers: ['Open PAY-12 again'],
  },
  {
    code: 'WM209',
    when: 'the work was taken back',
    files: stories('id: PAY-12, status: done'),
    commits: [commit('Revert "PAY-12: refunds"', { on: '2026-08-02', reverts: REVERTED }), REVERTED],
    offers: ['Open PAY-12 again'],
  },
  {
    code: 'WM210',
    when: 'a TODO names no story',
    files: { ...stories('id: PAY-30'), 'src/a.ts': '// TODO: retry\n' },
    offers: ['Create story PAY-31 from this TODO', 'Link this TODO to a story…'],
  },
  {
    code: 'WM210',
    when: 'its folder works for an epic, and a story has its words',
    files: {
      'roadmap.yaml':
        'epics:\n' +
        '  - { id: PAY-1, title: Refunds, stories: [{ id: PAY-30, title: Retry }] }\n' +
        '  - { id: PAY-2, title: Vouchers, stories: [{ id: PAY-31, title: Print }] }\n',
      'src/pay/a.ts': '// TODO: retry. Soon\n',
      'src/pay/b.ts': '// TODO(PAY-30): x\n',
      'src/c.ts': '// TODO(PAY-31): x\n// TODO(PAY-31): y\n',
    },
    at: 'src/pay/a.ts',
    offers: [
      'Link this TODO to PAY-30 Retry',
      'Create story PAY-32 from this TODO under PAY-1 Refunds',
      'Create story PAY-32 from this TODO…',
      'Link this TODO to a story…',
    ],
  },
  {
    code: 'WM211',
    when: 'an ID is written in small letters',
    files: { ...stories('id: PAY-12'), 'src/a.ts': '// TODO(pay-12): retry\n' },
    offers: [
      'Write PAY-12',
      'Accept "pay-12" as PAY-12 in this file',
      'Accept "pay-12" as PAY-12 everywhere',
      'Reject "pay-12" as PAY-12 in this file',
      'Reject "pay-12" as PAY-12 everywhere',
    ],
  },
  {
    code: 'WM211',
    when: 'an ID lacks its zeros',
    files: { ...stories('id: PAY-007'), 'src/a.ts': '// @implements PAY-7\n' },
    offers: [
      'Write PAY-007',
      'Accept "PAY-7" as PAY-007 in this file',
      'Accept "PAY-7" as PAY-007 everywhere',
      'Reject "PAY-7" as PAY-007 in this file',
      'Reject "PAY-7" as PAY-007 everywhere',
      'Make PAY-7 an alias of PAY-007',
    ],
  },
  {
    code: 'WM212',
    when: 'no test names a done story',
    files: {
      ...stories('id: PAY-12, status: done', 'id: PAY-13, status: done'),
      'src/a.ts': '// see PAY-12\n',
      'test/a.test.ts': '// @verifies PAY-13\n',
    },
    offers: ['Open PAY-12 again'],
  },
  {
    code: 'WM213',
    when: 'the day of a TODO has passed',
    files: { ...stories('id: PAY-12'), 'src/a.ts': '// TODO(PAY-12, until: 2026-08-01): retry\n' },
    offers: ['Remove this TODO', 'Convert this TODO to a NOTE', 'Move the date of this TODO…'],
  },
  {
    code: 'WM214',
    when: 'commits changed other files',
    files: stories('id: PAY-12, code: [src/refunds/**]'),
    commits: [ELSEWHERE.commit],
    facts: () => ({ codeHistory: codeHistory([ELSEWHERE]) }),
    offers: [
      'Expect the work of PAY-12 in src/billing/** too',
      'Expect the work of PAY-12 in src/billing/a.ts, src/billing/b.ts too',
    ],
  },
  {
    code: 'WM214',
    when: 'an annotation stands in another folder',
    files: { ...stories('id: PAY-12, code: [src/refunds/**]'), 'src/web/a.ts': '// TODO(PAY-12): retry\n' },
    offers: ['Expect the work of PAY-12 in src/web/** too', 'Expect the work of PAY-12 in src/web/a.ts too'],
  },
  {
    code: 'WM215',
    when: 'the branch is that of a planned story',
    files: stories('id: PAY-12, status: planned'),
    facts: () => ({ branch: 'feature/PAY-12-refunds' }),
    offers: ['Mark PAY-12 as active'],
  },
  {
    code: 'WM216',
    when: 'a done epic has an open story',
    files: { 'roadmap.yaml': 'epics:\n  - { id: PAY-1, status: done, stories: [{ id: PAY-12, status: planned }] }\n' },
    offers: ['Mark PAY-1 as active'],
  },
];
