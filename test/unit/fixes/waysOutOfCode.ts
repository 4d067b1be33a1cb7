import { annotationAges } from '../../../src/core/codeHistory/annotationAges';
import { type Change, changed, codeHistory } from '../../support/codeHistoryBuilder';
import { commit, days } from '../../support/planBuilder';
import type { WaysOutCase } from './waysOutCase';

const plan = (...lines: readonly string[]) => ({ 'roadmap.yaml': `${lines.join('\n')}\n` });

const LATER = '  - { id: v9.0, date: 2027-03-31 }';
const NEAR = ['releases:', '  - { id: v2.0, date: 2026-09-20, freeze: 2026-08-18 }', LATER, 'stories:'];
const STORY = '  - { id: PAY-12, title: Refund API, status: active, release: v2.0 }';

/** So many commits of the same files, newest first, one a day backwards from a day. */
function times(count: number, subject: string, from: string, by: string, ...files: readonly string[]): Change[] {
  const last = days(from).first;
  return Array.from({ length: count }, (_, index) =>
    changed(commit(subject, { on: new Date((last - index) * 86_400_000).toISOString().slice(0, 10), by }), ...files),
  );
}

/** A situation in which the changes are both history and fact. */
function history(changes: readonly Change[]): Pick<WaysOutCase, 'commits' | 'facts'> {
  return {
    commits: changes.map((each) => each.commit),
    facts: () => ({ codeHistory: codeHistory(changes) }),
  };
}

/** 20 files that 2 commits changed each. */
const CALM = Array.from({ length: 20 }, (_, at) =>
  times(2, 'PAY-30: x', '2026-05-01', 'Ben Ode', `src/f${at}.ts`),
).flat();

/** Planning is a step: what was found is so until the work is done. */
const allStay = (...offers: readonly string[]) => ({ offers, staysAfter: offers });

export const WAYS_OUT_OF_CODE: readonly WaysOutCase[] = [
  {
    code: 'WM501',
    when: 'a near release changes what is called dangerous',
    files: { ...plan(...NEAR, STORY, '  - { id: PAY-30 }'), 'src/token.ts': '// SECURITY: compare in constant time\n' },
    ...history([changed(commit('PAY-12: x'), 'src/token.ts')]),
    offers: ['Link this SECURITY to a story…', 'Remove this SECURITY', 'Convert this SECURITY to a NOTE'],
  },
  {
    code: 'WM502',
    when: 'work goes on in a hotspot',
    files: {
      ...plan(...NEAR, STORY, '  - { id: PAY-30 }', '  - { id: PAY-31 }'),
      'src/hot.ts': '// FIXME(PAY-12): round\n',
    },
    ...history([...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM]),
    answers: { story: 'PAY-31' },
    offers: ['Link this FIXME to another story than PAY-12…', 'Remove this FIXME', 'Convert this FIXME to a NOTE'],
  },
  {
    code: 'WM503',
    when: 'only one person knows the code',
    files: plan('team: [{ id: ben, name: Ben Ode }]', ...NEAR, STORY, '  - { id: PAY-30 }'),
    ...history([
      ...times(22, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/pay/a.ts'),
      ...times(1, 'PAY-30: x', '2026-08-01', 'Ben Ode', 'src/web/a.ts'),
    ]),
    offers: ['Assign PAY-12 to…'],
  },
  {
    code: 'WM504',
    when: 'a TODO has waited for long',
    files: { ...plan('stories: [{ id: PAY-12 }, { id: PAY-30 }]'), 'src/a.ts': '// TODO(PAY-12): retry\n' },
    facts: ({ files }) => {
      const origin = { sha: 'a'.repeat(40), day: days('2026-02-01').first, author: 'Ana Lima' };
      const aged = [...files.values()].flatMap(({ path, annotations }) =>
        annotations.map((annotation) => [path, annotation, origin] as const),
      );
      return { annotationAges: annotationAges(aged) };
    },
    offers: [
      'Say until when this TODO may wait…',
      'Remove this TODO',
      'Convert this TODO to a NOTE',
      'Link this TODO to another story than PAY-12…',
    ],
  },
  {
    code: 'WM505',
    when: 'the work of a story is scattered',
    files: plan('epics: [{ id: PAY-1, stories: [{ id: PAY-12, status: active }] }]'),
    ...history([changed(commit('PAY-12: x'), ...['a', 'b', 'c', 'd', 'e', 'f'].map((folder) => `src/${folder}/x.ts`))]),
    ...allStay('Split a story off from PAY-12…', 'Add a task to PAY-12: bring together what changes together'),
  },
  {
    code: 'WM505',
    when: 'the work of a task is scattered',
    files: plan('stories:', '  - id: PAY-12', '    tasks: [{ id: PAY-13, status: active }]'),
    ...history([changed(commit('PAY-13: x'), ...['a', 'b', 'c', 'd', 'e', 'f'].map((folder) => `src/${folder}/x.ts`))]),
    ...allStay('Split a task off from PAY-13…', 'Add a task to PAY-12: bring together what changes together'),
  },
  {
    code: 'WM506',
    when: 'a file that usually changes along was left out',
    files: plan('stories:', '  - id: PAY-12', '    status: active', '  - { id: PAY-30 }'),
    ...history([
      changed(commit('PAY-12: x'), 'src/api.ts'),
      ...times(6, 'PAY-30: x', '2026-06-01', 'Ben Ode', 'src/api.ts', 'src/client.ts'),
    ]),
    offers: ['Add a task to PAY-12: look at src/client.ts', 'Say that src/client.ts need not change for PAY-12'],
    staysAfter: ['Add a task to PAY-12: look at src/client.ts'],
  },
  {
    code: 'WM507',
    when: 'a large commit came shortly before a release',
    files: plan(...NEAR, STORY),
    ...history([changed(commit('PAY-12: x'), 'src/a.ts +1200 -100')]),
    offers: ['Move PAY-12 to v9.0', 'Move PAY-12 to another release…'],
  },
  {
    code: 'WM508',
    when: 'work went on after the freeze',
    files: plan(...NEAR, STORY),
    ...history([changed(commit('PAY-12: gateway', { on: '2026-08-20' }), 'src/a.ts')]),
    offers: [
      'Move PAY-12 to v9.0',
      'Move PAY-12 to another release…',
      'Move the freeze of v2.0 to 20 Aug (the day of the last commit)',
      'Move the freeze of v2.0…',
    ],
  },
];
