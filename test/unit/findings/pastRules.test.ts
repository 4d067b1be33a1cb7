import { slipped } from '../../../src/core/findings/rules/schedule/wm308Slipped';
import { scopeGrew } from '../../../src/core/findings/rules/schedule/wm309ScopeGrew';
import { on, past } from '../../support/historyBuilder';
import { release, story, task, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';

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
      first,
      second,
      third,
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
      first,
      second,
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
