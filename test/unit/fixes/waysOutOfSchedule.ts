import { on, past } from '../../support/historyBuilder';
import type { WaysOutCase } from './waysOutCase';

const plan = (...lines: readonly string[]) => ({ 'roadmap.yaml': `${lines.join('\n')}\n` });

const LATER = '  - { id: v9.0, date: 2027-03-31 }';

/** Two stories finished in each of the four weeks before 1 September 2026. */
const STEADY = past(
  on('2026-08-04', Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => [`X-${letter}`, {}]))),
  on('2026-08-05', { 'X-A': { status: 'done' }, 'X-B': { status: 'done' } }),
  on('2026-08-12', { 'X-C': { status: 'done' }, 'X-D': { status: 'done' } }),
  on('2026-08-19', { 'X-E': { status: 'done' }, 'X-F': { status: 'done' } }),
  on('2026-08-26', { 'X-G': { status: 'done' }, 'X-H': { status: 'done' } }),
);

const PUT_OFF = past(
  on('2026-05-01', { 'PAY-12': { due: '2026-06-01' } }),
  on('2026-05-20', { 'PAY-12': { due: '2026-09-10' } }),
);

const JOINED = past(
  on('2026-06-01', {
    'v2.0': { kind: 'release', start: '2026-07-01', due: '2026-10-01' },
    'PAY-1': { release: 'v2.0' },
    'PAY-2': { release: 'v2.0' },
    'PAY-3': { release: 'v2.0' },
  }),
);

export const WAYS_OUT_OF_SCHEDULE: readonly WaysOutCase[] = [
  {
    code: 'WM301',
    when: 'a story is late',
    files: plan('releases:', LATER, 'stories: [{ id: PAY-12, due: 2026-08-01 }]'),
    offers: [
      'Mark PAY-12 as done',
      'Move the due date of PAY-12 to 8 Sep, in a week',
      'Move the due date of PAY-12…',
      'Move PAY-12 to v9.0 and take its due date out',
      'Move PAY-12 to another release and take its due date out…',
    ],
  },
  {
    code: 'WM302',
    when: 'a release is late',
    files: plan('releases:', '  - { id: v2.0, date: 2026-08-01 }', LATER, 'stories: [{ id: PAY-12, release: v2.0 }]'),
    offers: [
      'Move PAY-12 to v9.0',
      'Move PAY-12 to another release…',
      'Move the date of v2.0 to 8 Sep, in a week',
      'Move the date of v2.0…',
    ],
  },
  {
    code: 'WM303',
    when: 'a story is due after its release',
    files: plan(
      'releases:',
      '  - { id: v2.0, date: 2026-10-15 }',
      LATER,
      'stories: [{ id: PAY-12, release: v2.0, due: 2026-10-20 }]',
    ),
    offers: [
      'Move the due date of PAY-12 back to 15 Oct',
      'Move the due date of PAY-12…',
      'Move PAY-12 to v9.0',
      'Move PAY-12 to another release…',
    ],
  },
  {
    code: 'WM303',
    when: 'a story takes longer than is left',
    files: plan(
      'releases:',
      '  - { id: v2.0, date: 2026-09-11 }',
      LATER,
      'epics:',
      '  - id: PAY-1',
      '    due: 2026-09-04',
      '    stories: [{ id: PAY-12, estimate: 10d }]',
    ),
    offers: ['Move the due date of PAY-1 to 14 Sep (earliest by the schedule)'],
  },
  {
    code: 'WM304',
    when: 'a story starts before another one is due',
    files: plan(
      'stories:',
      '  - { id: PAY-12, due: 2026-09-10 }',
      '  - { id: PAY-13, start: 2026-09-05, due: 2026-09-14, depends: [PAY-12] }',
    ),
    offers: [
      'Move the start of PAY-13 to 11 Sep, and the due date to 20 Sep',
      'Remove the dependency of PAY-13 on PAY-12',
    ],
  },
  {
    code: 'WM304',
    when: 'a story starts before another one can end',
    files: plan(
      'stories:',
      '  - { id: PAY-12, estimate: 10d }',
      '  - { id: PAY-13, start: 2026-09-07, due: 2026-09-09, depends: [PAY-12] }',
    ),
    offers: [
      'Move the start of PAY-13 to 15 Sep, and the due date to 17 Sep',
      'Remove the dependency of PAY-13 on PAY-12',
    ],
  },
  {
    code: 'WM304',
    when: 'a story is planned for an earlier release',
    files: plan(
      'releases:',
      '  - { id: v2.0, date: 2026-10-15 }',
      LATER,
      'stories:',
      '  - { id: PAY-12, release: v9.0 }',
      '  - { id: PAY-13, release: v2.0, depends: [PAY-12] }',
    ),
    offers: ['Move PAY-13 to v9.0, the release of PAY-12', 'Remove the dependency of PAY-13 on PAY-12'],
  },
  {
    code: 'WM305',
    when: 'a done story depends on an open one',
    files: plan('stories:', '  - { id: PAY-12 }', '  - { id: PAY-13, status: done, depends: [PAY-12] }'),
    offers: ['Mark PAY-12 as done', 'Open PAY-13 again', 'Remove the dependency of PAY-13 on PAY-12'],
  },
  {
    code: 'WM306',
    when: 'a story waits for a blocked one',
    files: plan('stories:', '  - { id: PAY-13, depends: [PAY-12] }', '  - { id: PAY-12, status: blocked }'),
    offers: ['Mark PAY-12 as active'],
  },
  {
    code: 'WM307',
    when: 'the forecast of a release is later than its date',
    files: plan(
      'releases:',
      '  - { id: v2.0, date: 2026-09-20 }',
      LATER,
      'stories:',
      ...[10, 11, 12, 13, 14, 15].map((number) => `  - { id: PAY-${number}, release: v2.0 }`),
    ),
    facts: () => ({ planHistory: STEADY }),
    offers: [
      'Move the date of v2.0 to 22 Sep (80% likely by the forecast)',
      'Move the date of v2.0…',
      'Move all 6 open stories of v2.0 to v9.0',
      'Move all 6 open stories of v2.0 to another release…',
    ],
  },
  {
    code: 'WM307',
    when: 'the forecast of an epic is later than its date',
    files: plan(
      'epics:',
      '  - id: PAY-1',
      '    due: 2026-09-20',
      '    stories:',
      ...[10, 11, 12, 13, 14, 15].map((number) => `      - { id: PAY-${number} }`),
    ),
    facts: () => ({ planHistory: STEADY }),
    offers: ['Move the due date of PAY-1 to 22 Sep (80% likely by the forecast)', 'Move the due date of PAY-1…'],
  },
  {
    code: 'WM308',
    when: 'a story was put off for long',
    files: plan('releases:', LATER, 'stories: [{ id: PAY-12, due: 2026-09-10 }]'),
    facts: () => ({ planHistory: PUT_OFF }),
    offers: [
      'Mark PAY-12 as blocked',
      'Split a story off from PAY-12…',
      'Move the due date of PAY-12…',
      'Move PAY-12 to v9.0 and take its due date out',
      'Move PAY-12 to another release and take its due date out…',
    ],
    staysAfter: ['Mark PAY-12 as blocked', 'Split a story off from PAY-12…', 'Move the due date of PAY-12…'],
  },
  {
    code: 'WM309',
    when: 'stories joined a release that had begun',
    files: plan(
      'releases:',
      '  - { id: v2.0, start: 2026-07-01, date: 2026-10-01 }',
      LATER,
      'stories:',
      ...[1, 2, 3, 4].map((number) => `  - { id: PAY-${number}, release: v2.0 }`),
    ),
    facts: () => ({ planHistory: JOINED }),
    offers: ['Move PAY-4 to v9.0', 'Move PAY-4 to another release…', 'Take PAY-4 out of v2.0'],
  },
  {
    code: 'WM310',
    when: 'somebody has more than fits',
    files: plan(
      'team: [{ id: ana, name: Ana Lima, capacity: 5 }, { id: ben, name: Ben Sand }]',
      'releases:',
      '  - { id: v2.0, date: 2026-09-11 }',
      LATER,
      'stories:',
      '  - { id: PAY-12, owner: ana, estimate: 5, release: v2.0 }',
      '  - { id: PAY-13, owner: ana, estimate: 5, release: v2.0 }',
    ),
    answers: { owner: 'ben' },
    offers: [
      'Move PAY-13 to v9.0',
      'Move PAY-13 to another release…',
      'Take PAY-13 out of v2.0',
      'Move these 2 open stories to v9.0',
      'Move these 2 open stories to another release…',
      'Take these 2 open stories out of v2.0',
      'Assign PAY-13 to…',
      'Assign PAY-12 to…',
      'Move the date of v2.0…',
    ],
  },
  {
    code: 'WM311',
    when: 'a chain of work ends too late',
    files: plan(
      'releases:',
      '  - { id: v2.0, date: 2026-09-11 }',
      LATER,
      'stories:',
      '  - { id: PAY-12, estimate: 10d }',
      '  - { id: PAY-13, estimate: 3d, depends: [PAY-12], release: v2.0 }',
    ),
    offers: [
      'Move the date of v2.0 to 18 Sep (earliest by the schedule that leaves some slack)',
      'Move PAY-13 to v9.0',
      'Move PAY-13 to another release…',
      'Take PAY-13 out of v2.0',
    ],
  },
];
