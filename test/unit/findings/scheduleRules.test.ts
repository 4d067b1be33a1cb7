import assert from 'node:assert/strict';
import { overdue } from '../../../src/core/findings/rules/schedule/wm301Overdue';
import { releaseLate } from '../../../src/core/findings/rules/schedule/wm302ReleaseLate';
import { endsTooLate } from '../../../src/core/findings/rules/schedule/wm303EndsTooLate';
import { startsBeforeDependency } from '../../../src/core/findings/rules/schedule/wm304StartsBeforeDependency';
import { doneBeforeDependency } from '../../../src/core/findings/rules/schedule/wm305DoneBeforeDependency';
import { blocked } from '../../../src/core/findings/rules/schedule/wm306Blocked';
import { forecastLate } from '../../../src/core/findings/rules/schedule/wm307ForecastLate';
import { capacityExceeded } from '../../../src/core/findings/rules/schedule/wm310CapacityExceeded';
import { noSlack } from '../../../src/core/findings/rules/schedule/wm311NoSlack';
import { createFindings } from '../../../src/core/findings/evaluation';
import { on, past } from '../../support/historyBuilder';
import { days, epic, person, release, story, task, world } from '../../support/planBuilder';
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
    title: 'takes the date behind a heading without ID and status for no end, but that of a check box for one',
    in: world(
      story('shipped', { title: 'Shipped', derivedId: true, due: '2026-06-09' }),
      story('payouts', { title: 'Payouts', derivedId: true, due: '2026-06-09', status: 'planned' }),
    ),
    finds: ['roadmap.yaml: payouts due | "Payouts" was due on 9 Jun, 84 days ago, and is still planned.'],
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
      '- roadmap.yaml: v2.0 | v2.0',
      'roadmap.yaml: PAY-3 due | PAY-3 is due on 20 Oct, after its release v1.0 on 15 Oct.',
      '- roadmap.yaml: v1.0 | v1.0',
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
    title: 'shows several at once, and not what the item is part of',
    in: world(
      story('PAY-11', { title: 'Ledger' }),
      story('PAY-12', { title: 'Bank', status: 'active' }),
      epic(
        'PAY-13',
        { status: 'active' },
        story('PAY-14', { status: 'done', depends: ['PAY-13', 'PAY-12', 'PAY-11'] }),
      ),
      story('PAY-15', { status: 'done', epic: 'PAY-13', depends: ['PAY-13'] }),
      story('PAY-13.4', { status: 'done', depends: ['PAY-13'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-14 depends PAY-12 | PAY-14 is done, but PAY-12 and PAY-11, which it depends on, are still open.',
      '- roadmap.yaml: PAY-12 | PAY-12 Bank',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
    ],
  },
  {
    title: 'knows by numbers what an item is part of, where only the whole says in its ID where that belongs',
    in: world(
      epic('TASK-EPIC-11.175'),
      story('TASK-175.4', { status: 'done', depends: ['TASK-EPIC-11.175'] }),
      story('TASK-75.4', { status: 'done', depends: ['TASK-EPIC-11.175'] }),
      story('TASK-176', { status: 'done', depends: ['TASK-EPIC-11.175'] }),
    ),
    finds: ['TASK-75.4', 'TASK-176'].flatMap((id) => [
      `roadmap.yaml: ${id} depends TASK-EPIC-11.175 | ${id} is done, but TASK-EPIC-11.175, which it depends on, is still planned.`,
      '- roadmap.yaml: TASK-EPIC-11.175 | TASK-EPIC-11.175 Title of TASK-EPIC-11.175',
    ]),
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

checkRule(endsTooLate, [
  {
    title: 'shows what cannot end in time by the schedule, at the first of a chain, and what that rests on',
    in: world(
      person('ana', 'Ana Lima', 5),
      release('v1', { date: '2026-09-30' }),
      story('PAY-9', { estimate: '10d', release: 'v1' }),
      epic(
        'PAY-1',
        { due: '2026-09-10' },
        story('PAY-2', { title: 'Ledger', estimate: '6d' }),
        story('PAY-3', { estimate: '2', owner: 'ana', depends: ['PAY-2'] }),
        story('PAY-4', { estimate: '1d', depends: ['PAY-3'] }),
      ),
    ),
    finds: [
      "roadmap.yaml: PAY-3 | PAY-3 cannot be finished before 14 Sep, after the end of PAY-1, which it is part of, on 10 Sep: PAY-2 → PAY-3. That is 10 working days by estimates in days and points at the owner's capacity.",
      '- roadmap.yaml: PAY-1 | PAY-1 Title of PAY-1',
      '- roadmap.yaml: PAY-2 | PAY-2 Ledger',
    ],
  },
  {
    title: 'is silent where it just fits, where only an average says so, and where the release tells it',
    in: world(
      person('ana', 'Ana Lima', 5),
      release('v1', { date: '2026-09-10' }),
      epic('PAY-1', { due: '2026-09-10' }, story('PAY-2', { estimate: '8d' })),
      epic('PAY-3', { due: '2026-09-10' }, story('PAY-4', { estimate: '20' })),
      story('PAY-5', { estimate: '9d', release: 'v1' }),
      epic('PAY-6', { due: '2026-08-10' }, story('PAY-7', { estimate: '8d' })),
    ),
    finds: [],
  },
]);

checkRule(startsBeforeDependency, [
  {
    title: 'shows what starts before the schedule lets its dependency end',
    in: world(
      story('PAY-11', { title: 'Ledger', estimate: '5d' }),
      story('PAY-14', { start: '2026-09-04', depends: ['PAY-11'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 starts on 4 Sep, but PAY-11, which it depends on, cannot be finished before 7 Sep. That is 5 working days by estimates in days.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
    ],
  },
  {
    title: 'lets what has begun, what ends the same day, and what nobody has estimated pass',
    in: world(
      person('ana', 'Ana Lima', 5),
      story('PAY-11', { estimate: '5d' }),
      story('PAY-12', { estimate: '50' }),
      story('PAY-13', { estimate: '50', depends: ['PAY-13'] }),
      story('PAY-14', { start: '2026-09-04', depends: ['PAY-11'], status: 'active' }),
      story('PAY-15', { start: '2026-09-07', depends: ['PAY-11'] }),
      story('PAY-16', { start: '2026-09-04', depends: ['PAY-12'] }),
      story('PAY-17', { start: '2026-08-04', depends: ['PAY-11'] }),
    ),
    finds: [],
  },
]);

describe('WM306 behind a long chain', () => {
  it('shows both ends of it', () => {
    const waiting = Array.from({ length: 12 }, (_, index) =>
      story(`PAY-${index + 2}`, { depends: [`PAY-${index + 1}`] }),
    );
    const trace = world(story('PAY-1', { status: 'blocked' }), ...waiting);
    const findings = createFindings(trace, [blocked]);
    findings.update(trace.takeChange(), { today: days('2026-09-01').first, historyKnown: true });
    const messageOf = (id: string) => findings.ofItem(id)[0]?.message;
    assert.equal(
      messageOf('PAY-13'),
      'PAY-13 waits for PAY-1, which is blocked: PAY-13 → PAY-12 → PAY-11 → PAY-10 → PAY-9 → PAY-8 → PAY-7 → PAY-6 → … → PAY-1.',
    );
    assert.match(messageOf('PAY-9') ?? '', /: PAY-9 → PAY-8 → .* → PAY-3 → PAY-2 → PAY-1\.$/);
  });
});

/** Two stories finished in each of the four weeks before 1 September 2026, a Tuesday. */
const steady = past(
  on('2026-08-04', Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => [`X-${letter}`, {}]))),
  on('2026-08-05', { 'X-A': { status: 'done' }, 'X-B': { status: 'done' } }),
  on('2026-08-12', { 'X-C': { status: 'done' }, 'X-D': { status: 'done' } }),
  on('2026-08-19', { 'X-E': { status: 'done' }, 'X-F': { status: 'done' } }),
  on('2026-08-26', { 'X-G': { status: 'done' }, 'X-H': { status: 'done' } }),
);

const open = (count: number, fields: Parameters<typeof story>[1]) =>
  Array.from({ length: count }, (_, index) => story(`PAY-${index + 10}`, fields));

checkRule(forecastLate, [
  {
    title: 'shows a release and an epic whose forecast is after their date, and what it rests on',
    in: world(
      release('v2.0', { date: '2026-09-20' }),
      epic('PAY-1', { due: '2026-09-21', release: 'v2.0' }, ...open(6, {})),
    ),
    facts: { planHistory: steady },
    finds: [
      'roadmap.yaml: v2.0 date | v2.0 is forecast for 22 Sep (P80; P50 22 Sep, P95 22 Sep) from 6 open stories and 8 finished in the last 4 weeks, but its date is 20 Sep.',
      'roadmap.yaml: PAY-1 due | PAY-1 is forecast for 22 Sep (P80; P50 22 Sep, P95 22 Sep) from 6 open stories and 8 finished in the last 4 weeks, but it is due on 21 Sep.',
    ],
  },
  {
    title: 'is silent on the day of the forecast, on dates that have passed, and on what is finished',
    in: world(
      release('v1', { date: '2026-08-20' }),
      release('v2', { date: '2026-09-22' }),
      release('v3', { date: '2026-09-03', status: 'dropped' }),
      epic('PAY-1', { release: 'v2', due: '2026-09-22' }, ...open(6, {})),
      story('PAY-2', { release: 'v1' }),
      epic('PAY-3', { release: 'v3', due: '2026-09-03', status: 'done' }, story('PAY-4')),
    ),
    facts: { planHistory: steady },
    finds: [],
  },
  {
    title: 'is silent where too little was finished in the weeks that it looks at',
    in: world(release('v2.0', { date: '2026-09-20' }), ...open(60, { release: 'v2.0' })),
    facts: { planHistory: steady },
    thresholds: { 'WM307.weeks': 2 },
    finds: [],
  },
  {
    title: 'is silent where the past of the roadmap is not known',
    in: world(release('v2.0', { date: '2026-09-20' }), ...open(60, { release: 'v2.0' })),
    finds: [],
  },
]);

const ana = person('ana', 'Ana Lima', 5);

checkRule(capacityExceeded, [
  {
    title: 'shows who has more points in a release than they can do until its freeze',
    in: world(
      ana,
      person('kim', 'Kim'),
      release('v2.0', { date: '2026-09-30', freeze: '2026-09-14' }),
      story('PAY-1', { title: 'Ledger', estimate: '2', owner: 'ana', release: 'v2.0' }),
      story('PAY-2', { title: 'Refunds', estimate: '3', owner: 'ana', release: 'v2.0' }),
      story('PAY-3', { owner: 'ana', release: 'v2.0' }),
      story('PAY-4', { estimate: '90', owner: 'kim', release: 'v2.0' }),
    ),
    holidays: ['2026-09-07'],
    finds: [
      'roadmap.yaml: v2.0 freeze | Ana Lima has 5 points of open work in v2.0, but can do only 4.5 until the freeze on 14 Sep: 9 working days at 5 points a sprint. 1 item without an estimate comes on top.',
      '- roadmap.yaml: PAY-2 | PAY-2 Refunds',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
    ],
  },
  {
    title: 'lets what just fits pass, what is active count with what is left, and more where a team wants that',
    in: world(
      ana,
      release('v2.0', { date: '2026-09-14' }),
      story('PAY-1', { estimate: '4', owner: 'ana', release: 'v2.0' }),
      story('PAY-2', { estimate: '2', owner: 'ana', release: 'v2.0', status: 'active', start: '2026-08-28' }),
      story('PAY-3', { estimate: '8', owner: 'ana', release: 'v2.0', status: 'done' }),
      story('PAY-4', { owner: 'ana', release: 'v2.0', start: '2026-09-01', due: '2026-09-14' }),
    ),
    thresholds: { 'WM310.percent': 112 },
    finds: [],
  },
  {
    title: 'spends time once, and tells the release that makes it too much',
    in: world(
      ana,
      release('v1', { date: '2026-09-14' }),
      release('v2', { date: '2026-09-21' }),
      release('v3', { date: '2026-12-21' }),
      story('PAY-1', { title: 'Ledger', estimate: '4', owner: 'ana', release: 'v1' }),
      story('PAY-2', { title: 'Refunds', estimate: '5d', owner: 'ana', release: 'v2' }),
      story('PAY-3', { title: 'Exports', estimate: '3d', owner: 'ana', release: 'v2' }),
      story('PAY-4', { estimate: '3d', owner: 'ana', release: 'v3' }),
    ),
    finds: [
      'roadmap.yaml: v2 date | Ana Lima has 16 working days of open work in v1 and v2, but there are only 15 until 21 Sep.',
      '- roadmap.yaml: PAY-2 | PAY-2 Refunds',
      '- roadmap.yaml: PAY-3 | PAY-3 Exports',
    ],
  },
  {
    title: 'does not tell a release again that merely comes after one with too much',
    in: world(
      ana,
      release('v0', { date: '2026-08-31' }),
      release('v1', { date: '2026-09-14' }),
      release('v2', { date: '2026-09-21' }),
      story('PAY-1', { estimate: '90', owner: 'ana', release: 'v0' }),
      story('PAY-2', { title: 'Ledger', estimate: '9', owner: 'ana', release: 'v1' }),
      story('PAY-3', { estimate: '2', owner: 'ana', release: 'v2' }),
    ),
    finds: [
      'roadmap.yaml: v1 date | Ana Lima has 9 points of open work in v1, but can do only 5 until 14 Sep: 10 working days at 5 points a sprint.',
      '- roadmap.yaml: PAY-2 | PAY-2 Ledger',
    ],
  },
  {
    title: 'tells sooner where a team wants some time to be left',
    in: world(
      ana,
      release('v1', { date: '2026-09-14' }),
      story('PAY-1', { title: 'Ledger', estimate: '4.5', owner: 'ana', release: 'v1' }),
    ),
    thresholds: { 'WM310.percent': 80 },
    finds: [
      'roadmap.yaml: v1 date | Ana Lima has 4.5 points of open work in v1, 90% of the 5 that can be done until 14 Sep: 10 working days at 5 points a sprint.',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
    ],
  },
  {
    title: 'does not let the work of a release begin before the release does',
    in: world(
      ana,
      release('v2', { start: '2026-09-14', date: '2026-09-18' }),
      story('PAY-2', { title: 'Refunds', estimate: '3', owner: 'ana', release: 'v2' }),
    ),
    finds: [
      'roadmap.yaml: v2 date | Ana Lima has 3 points of open work in v2, but can do only 2.5 until 18 Sep: 5 working days at 5 points a sprint.',
      '- roadmap.yaml: PAY-2 | PAY-2 Refunds',
    ],
  },
  {
    title: 'shows a team that has too much together, with what nobody owns yet, and without what others do',
    in: world(
      ana,
      person('kim', 'Kim Sato', 10),
      release('v2', { date: '2026-09-14' }),
      story('PAY-1', { title: 'Ledger', estimate: '4', owner: 'ana', release: 'v2' }),
      story('PAY-2', { title: 'Refunds', estimate: '12', release: 'v2' }),
      story('PAY-3', { estimate: '50', owner: 'partner', release: 'v2' }),
    ),
    finds: [
      'roadmap.yaml: v2 date | The team has 16 points of open work in v2, but can do only 15 until 14 Sep: 10 working days at 15 points a sprint.',
      '- roadmap.yaml: PAY-2 | PAY-2 Refunds',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
    ],
  },
  {
    title: 'is silent where no capacity is stated, and on releases whose time is over',
    in: world(
      person('kim', 'Kim'),
      release('v1', { date: '2026-08-31' }),
      release('v2', { date: '2026-09-02' }),
      story('PAY-1', { estimate: '40d', owner: 'kim', release: 'v2' }),
      story('PAY-2', { estimate: '40', owner: 'ana', release: 'v1' }),
    ),
    finds: [],
  },
]);

checkRule(noSlack, [
  {
    title: 'shows the chain that ends on the date of a release, and what that rests on',
    in: world(
      person('ana', 'Ana Lima', 5),
      release('v2.0', { date: '2026-09-11' }),
      story('PAY-1', { title: 'Ledger', estimate: '5d' }),
      story('PAY-2', { title: 'Refunds', estimate: '2', owner: 'ana', depends: ['PAY-1'], release: 'v2.0' }),
      story('PAY-3', { estimate: '1d', release: 'v2.0' }),
    ),
    finds: [
      "roadmap.yaml: v2.0 date | v2.0 cannot be finished before 11 Sep, which leaves no slack to its date, 11 Sep: PAY-1 → PAY-2. That is 9 working days by estimates in days and points at the owner's capacity.",
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
      '- roadmap.yaml: PAY-2 | PAY-2 Refunds',
    ],
  },
  {
    title: 'shows by how much it is too late for the freeze, and what counts as nothing',
    in: world(
      release('v2.0', { date: '2026-09-30', freeze: '2026-09-09' }),
      story('PAY-1', { title: 'Ledger', start: '2026-09-07' }),
      story('PAY-2', { title: 'Refunds', estimate: '5d', depends: ['PAY-1'], release: 'v2.0' }),
    ),
    finds: [
      'roadmap.yaml: v2.0 freeze | v2.0 cannot be finished before 11 Sep, 2 working days after its freeze, 9 Sep: PAY-1 → PAY-2. That is 5 working days by estimates in days; 1 item of unknown length counts as none.',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
      '- roadmap.yaml: PAY-2 | PAY-2 Refunds',
    ],
  },
  {
    title: 'lets a day of slack pass, an item that states its own dates, and what is past, finished or unknown',
    in: world(
      release('v1', { date: '2026-09-11' }),
      release('v2', { date: '2026-09-11' }),
      release('v3', { date: '2026-08-31' }),
      release('v4', { date: '2026-09-02', status: 'dropped' }),
      release('v5', { date: '2026-09-01' }),
      release('v6'),
      story('PAY-1', { estimate: '8d', release: 'v1' }),
      story('PAY-2', { start: '2026-09-03', due: '2026-09-11', release: 'v2' }),
      story('PAY-3', { estimate: '8d', release: 'v3' }),
      story('PAY-4', { estimate: '8d', release: 'v4' }),
      story('PAY-5', { release: 'v5' }),
      story('PAY-6', { estimate: '8d', release: 'v6' }),
    ),
    finds: [],
  },
  {
    title: 'shows a little slack where a team wants to know it',
    in: world(release('v1', { date: '2026-09-11' }), story('PAY-1', { estimate: '8d', release: 'v1' })),
    thresholds: { 'WM311.days': 1 },
    finds: [
      'roadmap.yaml: v1 date | v1 cannot be finished before 10 Sep, which leaves 1 working day to its date, 11 Sep: PAY-1. That is 8 working days by estimates in days.',
      '- roadmap.yaml: PAY-1 | PAY-1 Title of PAY-1',
    ],
  },
]);
