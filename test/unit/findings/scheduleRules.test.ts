import { overdue } from '../../../src/core/findings/rules/schedule/wm301Overdue';
import { releaseLate } from '../../../src/core/findings/rules/schedule/wm302ReleaseLate';
import { endsTooLate } from '../../../src/core/findings/rules/schedule/wm303EndsTooLate';
import { startsBeforeDependency } from '../../../src/core/findings/rules/schedule/wm304StartsBeforeDependency';
import { doneBeforeDependency } from '../../../src/core/findings/rules/schedule/wm305DoneBeforeDependency';
import { blocked } from '../../../src/core/findings/rules/schedule/wm306Blocked';
import { slipped } from '../../../src/core/findings/rules/schedule/wm308Slipped';
import { scopeGrew } from '../../../src/core/findings/rules/schedule/wm309ScopeGrew';
import { on, past } from '../../support/historyBuilder';
import { epic, release, story, task, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';

checkRule(overdue, [
  {
    title: 'shows what is due and not finished, at its date',
    in: world(
      epic('PAY-1', { due: '2025-12-31', status: 'blocked' }),
      story('PAY-12', { status: 'active', due: '2026-08-31' }),
      story('PAY-13', { due: '2026-07' }),
    ),
    finds: [
      'roadmap.yaml: PAY-1 due | PAY-1 was due on 31 Dec 2025, 244 days ago, and is still blocked.',
      'roadmap.yaml: PAY-12 due | PAY-12 was due on 31 Aug, 1 day ago, and is still active.',
      'roadmap.yaml: PAY-13 due | PAY-13 was due on 31 Jul, 32 days ago, and is still planned.',
    ],
  },
  {
    title: 'lets the due day, the last day of a quarter and finished items pass',
    in: world(
      story('PAY-12', { status: 'active', due: '2026-09-01' }),
      story('PAY-13', { status: 'active', due: '2026-Q3' }),
      story('PAY-14', { status: 'done', due: '2026-08-01' }),
      story('PAY-15', { status: 'dropped', due: '2026-08-01' }),
      epic('PAY-16', { due: '2026-08-01' }, story('PAY-17', { status: 'done' })),
    ),
    finds: [],
  },
]);

checkRule(releaseLate, [
  {
    title: 'shows a release with open items, own and inherited, at its date',
    in: world(
      release('v2.0', { date: '2026-08-29' }),
      epic(
        'PAY-1',
        { release: 'v2.0' },
        story('PAY-2', { title: 'Payouts', status: 'active' }, task('PAY-2.1')),
        story('PAY-3', { status: 'done' }),
      ),
      story('PAY-4', { title: 'Refunds', release: 'V2.0', status: 'planned' }),
    ),
    finds: [
      'roadmap.yaml: v2.0 date | v2.0 was due on 29 Aug, 3 days ago, and 2 of 3 items are still open: PAY-2 and PAY-4.',
      '- roadmap.yaml: PAY-2 | PAY-2 Payouts is still active',
      '- roadmap.yaml: PAY-4 | PAY-4 Refunds is still planned',
    ],
  },
  {
    title: 'shows it also when the release is said to be done',
    in: world(
      release('v2.0', { date: '2026-08-29', status: 'done' }),
      story('PAY-2', { release: 'v2.0', status: 'planned' }),
    ),
    finds: [
      'roadmap.yaml: v2.0 date | v2.0 was due on 29 Aug, 3 days ago, and 1 of 1 item is still open: PAY-2.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2 is still planned',
    ],
  },
  {
    title: 'takes what states nothing in a release that is done for shipped with it',
    in: world(release('v2.0', { date: '2026-08-29', status: 'done' }), story('PAY-2', { release: 'v2.0' })),
    finds: [],
  },
  {
    title: 'lets finished, dropped, later and undated releases pass, and its own day',
    in: world(
      release('v1', { date: '2026-08-29' }),
      release('v2', { date: '2026-08-29', status: 'dropped' }),
      release('v3', { date: '2026-09-01' }),
      release('v4'),
      story('PAY-1', { release: 'v1', status: 'done' }),
      story('PAY-2', { release: 'v2' }),
      story('PAY-3', { release: 'v3' }),
      story('PAY-4', { release: 'v4' }),
      epic('PAY-5', { release: 'v1' }, story('PAY-6', { release: 'v3' })),
    ),
    finds: [],
  },
]);

checkRule(endsTooLate, [
  {
    title: 'shows what ends after its release, its freeze, or what it is part of',
    in: world(
      release('v2.0', { date: '2026-10-15', freeze: '2026-10-08' }),
      story('PAY-2', { release: 'v2.0', due: '2026-10-12' }),
      release('v1.0', { date: '2026-10-15' }),
      story('PAY-3', { release: 'v1.0', due: '2026-10-20' }),
      epic('PAY-4', { title: 'Refunds', due: '2026-10-01' }, story('PAY-5', { due: '2026-10-02' })),
    ),
    finds: [
      'roadmap.yaml: PAY-2 due | PAY-2 is due on 12 Oct, after the freeze of v2.0 on 8 Oct.',
      '- roadmap.yaml: v2.0 | v2.0 v2.0',
      'roadmap.yaml: PAY-3 due | PAY-3 is due on 20 Oct, after its release v1.0 on 15 Oct.',
      '- roadmap.yaml: v1.0 | v1.0 v1.0',
      'roadmap.yaml: PAY-5 due | PAY-5 is due on 2 Oct, after the end of PAY-4, which it is part of, on 1 Oct.',
      '- roadmap.yaml: PAY-4 | PAY-4 Refunds',
    ],
  },
  {
    title: 'lets the same day, a quarter that has begun, and finished items pass',
    in: world(
      release('v2.0', { date: '2026-10-15' }),
      story('PAY-2', { release: 'v2.0', due: '2026-10-15' }),
      story('PAY-3', { release: 'v2.0', due: '2026-Q4' }),
      story('PAY-4', { release: 'v2.0', due: '2026-11-01', status: 'done' }),
    ),
    finds: [],
  },
]);

checkRule(startsBeforeDependency, [
  {
    title: 'shows what starts before its dependency is due, and what is released before it',
    in: world(
      release('v1', { date: '2026-10-01' }),
      release('v2', { date: '2026-12-01' }),
      story('PAY-11', { title: 'Ledger', due: '2026-09-20', release: 'v2' }),
      story('PAY-14', { start: '2026-09-03', depends: ['PAY-11'], release: 'v1' }),
    ),
    finds: [
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 is planned for v1 and depends on PAY-11, which is planned for the later v2.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 starts on 3 Sep, before PAY-11, which it depends on, is due on 20 Sep.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
    ],
  },
  {
    title: 'lets the same day, the same quarter and finished items pass',
    in: world(
      story('PAY-11', { due: '2026-09-20' }),
      story('PAY-12', { due: '2026-Q4' }),
      story('PAY-13', { due: '2026-12-01', status: 'done' }),
      story('PAY-14', { start: '2026-09-20', depends: ['PAY-11', 'PAY-13', 'PAY-14'] }),
      story('PAY-15', { start: '2026-Q4', depends: ['PAY-12'] }),
      story('PAY-16', { start: '2026-09-01', depends: ['PAY-11'], status: 'done' }),
    ),
    finds: [],
  },
]);

checkRule(doneBeforeDependency, [
  {
    title: 'shows a done item that depends on an open one, at the dependency',
    in: world(story('PAY-11', { title: 'Ledger' }), story('PAY-14', { status: 'done', depends: ['PAY-11'] })),
    finds: [
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 is done, but PAY-11, which it depends on, is still planned.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
    ],
  },
  {
    title: 'lets dropped dependencies and dropped items pass',
    in: world(
      story('PAY-11', { status: 'dropped' }),
      story('PAY-12'),
      story('PAY-14', { status: 'done', depends: ['PAY-11'] }),
      story('PAY-15', { status: 'dropped', depends: ['PAY-12'] }),
    ),
    finds: [],
  },
]);

checkRule(blocked, [
  {
    title: 'shows a blocked item with what waits for it, and each waiting item with the chain',
    in: world(
      story('PAY-12', { title: 'Bank', status: 'blocked' }),
      story('PAY-13', { title: 'Ledger', depends: ['PAY-12'] }),
      story('PAY-14', { title: 'Payouts', status: 'active', depends: ['PAY-13'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is blocked, and 2 items wait for it: PAY-13 and PAY-14.',
      '- roadmap.yaml: PAY-13 | PAY-13 Ledger',
      '- roadmap.yaml: PAY-14 | PAY-14 Payouts',
      'roadmap.yaml: PAY-13 depends | PAY-13 waits for PAY-12, which is blocked: PAY-13 → PAY-12.',
      '- roadmap.yaml: PAY-12 | PAY-12 Bank',
      'roadmap.yaml: PAY-14 depends | PAY-14 waits for PAY-12, which is blocked: PAY-14 → PAY-13 → PAY-12.',
      '- roadmap.yaml: PAY-12 | PAY-12 Bank',
    ],
  },
  {
    title: 'lets finished items, and what depends on open ones, pass',
    in: world(
      story('PAY-11'),
      story('PAY-12', { status: 'dropped', depends: ['PAY-11'] }),
      story('PAY-13', { status: 'active', depends: ['PAY-11', 'PAY-12'] }),
    ),
    finds: [],
  },
  {
    title: 'does not lose itself in a circle',
    in: world(story('PAY-1', { status: 'blocked', depends: ['PAY-2'] }), story('PAY-2', { depends: ['PAY-1'] })),
    finds: [
      'roadmap.yaml: PAY-1 status | PAY-1 is blocked, and 1 item waits for it: PAY-2.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2',
      'roadmap.yaml: PAY-2 depends | PAY-2 waits for PAY-1, which is blocked: PAY-2 → PAY-1.',
      '- roadmap.yaml: PAY-1 | PAY-1 Title of PAY-1',
    ],
  },
]);

checkRule(slipped, [
  {
    title: 'shows an open story whose date was put off again and again, each time by whom, the newest last',
    in: world(story('PAY-12', { status: 'active', due: '2026-08-24' }), story('PAY-13', { due: '2026-08-03' })),
    facts: {
      planHistory: past(
        on('2026-06-01', { 'PAY-12': { due: '2026-08-03' }, 'PAY-13': { due: '2026-08-03' } }),
        on('2026-07-01', { 'PAY-12': { due: '2026-08-10' } }),
        on('2026-07-20', { 'PAY-12': { due: '2026-08-17' } }, 'Ben Ode'),
        on('2026-08-10', { 'PAY-12': { due: '2026-08-24' } }),
      ),
    },
    finds: [
      'roadmap.yaml: PAY-12 due | PAY-12 was put off 3 times by 21 days in all: it was due on 3 Aug, now on 24 Aug.',
      '- commit | 1 Jul, Maren Hofer: put off by 7 days, from 3 Aug to 10 Aug',
      '- commit | 20 Jul, Ben Ode: put off by 7 days, from 10 Aug to 17 Aug',
      '- commit | 10 Aug, Maren Hofer: put off by 7 days, from 17 Aug to 24 Aug',
    ],
  },
  {
    title: 'shows a release that was put off once, but for long',
    in: world(release('v2', { date: '2026-12' })),
    facts: {
      planHistory: past(
        on('2026-06-01', { v2: { kind: 'release', due: '2026-Q3' } }),
        on('2026-07-01', { v2: { due: '2026-12' } }),
      ),
    },
    finds: [
      'roadmap.yaml: v2 date | v2 was put off on 1 Jul by 92 days: it was due by 30 Sep, now by 31 Dec.',
      '- commit | 1 Jul, Maren Hofer: put off by 92 days, from 30 Sep to 31 Dec',
    ],
  },
  {
    title:
      'leaves a few short moves, a date that became exact, a slip that was taken back, and an evening of planning alone',
    in: world(
      ...['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4'].map((id) => story(id, { due: '2026-09-07' })),
      story('PAY-5', { due: '2026-08-03' }),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', {
          'PAY-1': { due: '2026-08-10' },
          'PAY-2': { due: '2026-Q3' },
          'PAY-3': { due: '2026-09-07' },
          'PAY-4': { due: '2026-08-24' },
          'PAY-5': { due: '2026-10-01' },
        }),
        on('2026-06-02', {
          'PAY-1': { due: '2026-08-24' },
          'PAY-2': { due: '2026-09' },
          'PAY-3': { due: '2027-09-07' },
        }),
        on('2026-06-03', {
          'PAY-1': { due: '2026-09-07' },
          'PAY-2': { due: '2026-09-07' },
          'PAY-3': { due: '2026-09-07' },
        }),
        on('2026-06-04', { 'PAY-4': { due: '2026-08-28' }, 'PAY-5': { due: '2026-08-03' } }),
        on('2026-06-04', { 'PAY-4': { due: '2026-09-01' } }),
        on('2026-06-04', { 'PAY-4': { due: '2026-09-07' } }),
      ),
    },
    finds: [],
  },
  {
    title: 'leaves alone what is over: done stories, dates of done stories, releases that have passed',
    in: world(
      story('PAY-12', { status: 'done', due: '2026-12-01' }),
      story('PAY-13', { due: '2026-12-01', status: 'active' }),
      release('v1', { date: '2026-08-20' }),
      release('v2', { date: '2026-12-01', status: 'dropped' }),
      story('PAY-14', { release: 'v1', status: 'done' }),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', {
          'PAY-12': { due: '2026-08-03' },
          'PAY-13': { due: '2026-08-03', status: 'done' },
          v1: { kind: 'release', due: '2026-06-20' },
          v2: { kind: 'release', due: '2026-06-20' },
        }),
        on('2026-06-08', {
          'PAY-12': { due: '2026-12-01' },
          'PAY-13': { due: '2026-12-01' },
          v1: { due: '2026-08-20' },
          v2: { due: '2026-12-01' },
        }),
      ),
    },
    finds: [],
  },
  {
    title: 'lets a team say how much is too much',
    in: world(story('PAY-12', { due: '2026-08-17' })),
    facts: {
      planHistory: past(
        on('2026-06-01', { 'PAY-12': { due: '2026-08-03' } }),
        on('2026-07-01', { 'PAY-12': { due: '2026-08-17' } }),
      ),
    },
    thresholds: { 'WM308.days': 13 },
    finds: [
      'roadmap.yaml: PAY-12 due | PAY-12 was put off on 1 Jul by 14 days: it was due on 3 Aug, now on 17 Aug.',
      '- commit | 1 Jul, Maren Hofer: put off by 14 days, from 3 Aug to 17 Aug',
    ],
  },
]);

const STARTED = {
  v2: { kind: 'release', start: '2026-07-01', due: '2026-10-01' },
  'PAY-1': { release: 'v2', estimate: '5' },
  'PAY-2': { release: 'v2', estimate: '3' },
  'PAY-3': { release: 'v2', estimate: '2' },
} as const;

const v2 = release('v2', { start: '2026-07-01', date: '2026-10-01' });
const [first, second, third] = [
  story('PAY-1', { release: 'v2', estimate: '5' }),
  story('PAY-2', { release: 'v2', estimate: '3' }),
  story('PAY-3', { release: 'v2', estimate: '2' }),
];

checkRule(scopeGrew, [
  {
    title: 'shows a release that grew in points, what joined it, when and by whom',
    in: world(
      v2,
      ...[first, second, third],
      story('PAY-4', { release: 'v2', estimate: '3' }),
      story('PAY-5', { release: 'v2', estimate: '1' }),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', STARTED),
        on('2026-07-20', { 'PAY-4': { release: 'v2', estimate: '3' } }, 'Ben Ode'),
      ),
    },
    finds: [
      'roadmap.yaml: v2 | v2 has grown by 40 % since it started on 1 Jul, from 10 to 14 points: PAY-4 and PAY-5 joined.',
      '- roadmap.yaml: PAY-4 | PAY-4 Title of PAY-4, 3 points: 20 Jul, Ben Ode',
      '- roadmap.yaml: PAY-5 | PAY-5 Title of PAY-5, 1 point: not committed yet',
    ],
  },
  {
    title: 'counts stories where one has no estimate, and begins when the release became active or first had a date',
    in: world(
      release('v2', { date: '2026-10-01', status: 'active' }),
      release('v3', { date: '2026-12-01' }),
      ...[1, 2, 3, 4].map((number) => story(`PAY-${number}`, { release: 'v2' })),
      ...[5, 6, 7, 8].map((number) => story(`PAY-${number}`, { release: 'v3' })),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', { v2: { kind: 'release', due: '2026-10-01' }, v3: { kind: 'release' } }),
        on('2026-06-02', Object.fromEntries([1, 2, 3].map((number) => [`PAY-${number}`, { release: 'v2' }]))),
        on('2026-06-03', Object.fromEntries([5, 6, 7].map((number) => [`PAY-${number}`, { release: 'v3' }]))),
        on('2026-06-04', { v2: { status: 'active' }, v3: { due: '2026-12-01' } }),
        on('2026-06-05', { 'PAY-4': { release: 'v2' }, 'PAY-8': { release: 'v3' } }),
      ),
    },
    finds: [
      'roadmap.yaml: v2 | v2 has grown by 33 % since it started on 4 Jun, from 3 to 4 stories: PAY-4 joined.',
      '- roadmap.yaml: PAY-4 | PAY-4 Title of PAY-4: 5 Jun, Maren Hofer',
      'roadmap.yaml: v3 | v3 has grown by 33 % since it started on 4 Jun, from 3 to 4 stories: PAY-8 joined.',
      '- roadmap.yaml: PAY-8 | PAY-8 Title of PAY-8: 5 Jun, Maren Hofer',
    ],
  },
  {
    title: 'shows a release whose stories were estimated higher',
    in: world(v2, first, second, story('PAY-3', { release: 'v2', estimate: '8' })),
    facts: { planHistory: past(on('2026-06-01', STARTED)) },
    finds: [
      'roadmap.yaml: v2 | v2 has grown by 60 % since it started on 1 Jul, from 10 to 16 points: stories were estimated higher.',
    ],
  },
  {
    title: 'says where its history begins after its start',
    in: world(v2, first, second, third, story('PAY-4', { release: 'v2', estimate: '3' })),
    facts: { planHistory: past(on('2026-07-10', STARTED)) },
    finds: [
      'roadmap.yaml: v2 | v2 has grown by 30 % since 10 Jul, where its history begins, from 10 to 13 points: PAY-4 joined.',
      '- roadmap.yaml: PAY-4 | PAY-4 Title of PAY-4, 3 points: not committed yet',
    ],
  },
  {
    title:
      'leaves alone a swap, a little growth, a dropped story, tasks, and a release that began with next to nothing',
    in: world(
      v2,
      ...[first, second],
      story('PAY-3', { release: 'v2', estimate: '2', status: 'dropped' }),
      story('PAY-4', { release: 'v2', estimate: '4' }, task('PAY-4.1', { estimate: '9' })),
      release('v3', { date: '2026-12-01' }),
      ...[5, 6, 7, 8].map((number) => story(`PAY-${number}`, { release: 'v3' })),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', { ...STARTED, v3: { kind: 'release', due: '2026-12-01' }, 'PAY-5': { release: 'v3' } }),
      ),
    },
    finds: [],
  },
  {
    title: 'leaves alone a release that is over, or has not begun, and one that was renamed',
    in: world(
      release('v2', { start: '2026-07-01', date: '2026-08-20' }),
      release('v3', { start: '2026-10-01', date: '2026-12-01' }),
      release('v4.0', { start: '2026-06-01', date: '2026-12-01' }),
      ...[1, 2, 3, 4].map((number) => story(`PAY-${number}`, { release: 'v2', status: 'done' })),
      ...[5, 6, 7, 8].map((number) => story(`PAY-${number}`, { release: 'v3' })),
      ...[11, 12, 13, 14].map((number) => story(`PAY-${number}`, { release: 'v4.0' })),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', {
          ...STARTED,
          v3: { kind: 'release', start: '2026-06-01' },
          ...Object.fromEntries([5, 6, 7].map((number) => [`PAY-${number}`, { release: 'v3' }])),
          ...Object.fromEntries([11, 12, 13].map((number) => [`PAY-${number}`, { release: 'v4' }])),
        }),
      ),
    },
    finds: [],
  },
]);
