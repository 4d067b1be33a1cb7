import assert from 'node:assert/strict';
import type { PlanHistory } from '../../../src/core/planHistory/planHistory';
import { outlookSentences } from '../../../src/core/report/outlookWords';
import { scheduleJson } from '../../../src/core/report/scheduleJson';
import { asWork } from '../../../src/core/trace/plan';
import { on, past } from '../../support/historyBuilder';
import { days, epic, plan, release, story } from '../../support/planBuilder';

/** A Tuesday. */
const TODAY = days('2026-09-01').first;

const PLAN = plan(
  release('v1', { date: '2026-09-30', freeze: '2026-09-14' }),
  release('v2', { date: '2026-09-30' }),
  epic(
    'PAY-1',
    { release: 'v1' },
    story('PAY-2', { estimate: '4d' }),
    story('PAY-3', { estimate: '3d', depends: ['PAY-2'] }),
    story('PAY-4', { depends: ['PAY-2'], due: '2026-09-02' }),
    story('PAY-5', { status: 'done' }),
  ),
  story('PAY-6'),
  story('PAY-7', { estimate: '1d', depends: ['PAY-8'] }),
  story('PAY-8', { estimate: '1d', depends: ['PAY-7'] }),
  epic('PAY-12', {}, story('PAY-13', { release: 'v1' })),
  epic('PAY-9', {}, story('PAY-10', { estimate: '5' }), story('PAY-11', { estimate: '1' })),
);

function pastOf(weeks: readonly number[], estimate: string | null = null): PlanHistory {
  const ids = weeks.flatMap((count, week) =>
    Array.from({ length: count }, (_, index) => [week, `X-${week}-${index}`] as const),
  );
  return past(
    on('2026-08-04', { 'X-0': {}, ...Object.fromEntries(ids.map(([, id]) => [id, { estimate }])) }),
    ...weeks.map((_, week) => {
      const done = ids.filter(([of]) => of === week).map(([, id]) => [id, { status: 'done' }] as const);
      return on(`2026-08-${String(5 + 7 * week).padStart(2, '0')}`, Object.fromEntries(done));
    }),
  );
}

const cases: readonly {
  readonly of: string;
  readonly because: string;
  readonly says: readonly string[];
  readonly history?: PlanHistory;
}[] = [
  {
    of: 'PAY-2',
    because: 'it has slack and others wait for it',
    says: [
      'At the earliest from 1 Sep to 4 Sep.',
      '2 working days too late for the due date of PAY-4, 2 Sep.',
      'It is on the critical path of v1.',
    ],
  },
  {
    of: 'PAY-3',
    because: 'it waits for another',
    says: [
      'At the earliest from 7 Sep to 9 Sep, behind PAY-2.',
      'At the latest from 10 Sep to 14 Sep for the freeze of v1, 14 Sep: 3 working days of slack.',
      'It is on the critical path of v1.',
    ],
  },
  {
    of: 'PAY-4',
    because: 'nobody knows how long it takes',
    says: [
      'At the earliest on 4 Sep, behind PAY-2. Nothing says how long it takes, so it may be later.',
      '2 working days too late for the due date of PAY-4, 2 Sep.',
    ],
  },
  { of: 'PAY-5', because: 'it is done', says: [] },
  { of: 'PAY-6', because: 'nothing is stated of it', says: [], history: pastOf([2, 2, 2, 2]) },
  { of: 'PAY-12', because: 'only a story of it has a date, which is said there', says: [] },
  {
    of: 'PAY-7',
    because: 'it waits for itself',
    says: ['At the earliest on 1 Sep. It waits for itself in a circle, which is left out.'],
  },
  {
    of: 'v1',
    because: 'a release has a critical path',
    says: ['Finished on 9 Sep at the earliest: PAY-2 → PAY-3; 3 working days of slack for its freeze.'],
  },
  { of: 'v2', because: 'a release has no open work', says: [], history: pastOf([2, 2, 2, 2]) },
  {
    of: 'PAY-9',
    because: 'the history is enough for a forecast in stories',
    history: pastOf([2, 2, 2, 2]),
    says: [
      'Forecast for 8 Sep (P80; P50 8 Sep, P95 8 Sep) from 2 open stories and 8 finished in the last 4 weeks, if nothing else is worked on.',
    ],
  },
  {
    of: 'PAY-9',
    because: 'all is estimated in points',
    history: pastOf([2, 2, 2, 2], '1'),
    says: [
      'Forecast for 22 Sep (P80; P50 22 Sep, P95 22 Sep) from 6 points in 2 open stories and 8 finished in the last 4 weeks, if nothing else is worked on.',
    ],
  },
  {
    of: 'PAY-9',
    because: 'too little was finished',
    history: pastOf([0, 2, 0, 1]),
    says: [
      'No forecast, not enough history: 3 stories were finished in 2 of the last 4 weeks, and it takes 6 stories in 3 weeks.',
    ],
  },
  {
    of: 'PAY-9',
    because: 'nothing was finished',
    history: pastOf([0, 0, 0, 0]),
    says: [
      'No forecast, not enough history: nothing was finished in the last 4 weeks, and it takes 6 stories in 3 weeks.',
    ],
  },
  {
    of: 'PAY-9',
    because: 'the roadmap is new',
    history: past(on('2026-08-31', { 'PAY-9': {} })),
    says: [
      'No forecast, not enough history: the past of the roadmap goes back less than a week, and it takes 6 stories in 3 weeks.',
    ],
  },
];

describe('What lies ahead of an item, in words', () => {
  for (const { of, because, says, history } of cases) {
    it(`${of}: ${because}`, () => {
      const item = PLAN.find(of);
      assert.ok(item && item.kind !== 'goal' && item.kind !== 'risk');
      const outlook = { today: TODAY, holidays: new Set<number>(), planHistory: history };
      assert.deepEqual(outlookSentences(item, PLAN, outlook), says);
    });
  }
});

describe('What lies ahead of an item, as JSON', () => {
  const json = (id: string, planHistory?: PlanHistory) => {
    const item = asWork(PLAN.find(id));
    assert.ok(item);
    return scheduleJson(item, PLAN, { today: TODAY, holidays: new Set(), planHistory });
  };

  it('has all dates, and null for what is not known', () => {
    assert.deepEqual(json('PAY-3').schedule, {
      remainingDays: 3,
      basis: 'estimate',
      earliestStart: '2026-09-07',
      earliestFinish: '2026-09-09',
      latestStart: '2026-09-10',
      latestFinish: '2026-09-14',
      slack: 3,
      waitsFor: 'PAY-2',
    });
    assert.equal(json('PAY-6').schedule?.slack, null);
    assert.deepEqual(json('PAY-5'), { schedule: null, forecast: null });
    assert.equal(json('PAY-9', pastOf([1])).forecast, null);
  });

  it('has the forecast of an epic, and what it rests on', () => {
    assert.deepEqual(json('PAY-9', pastOf([2, 2, 2, 2])).forecast, {
      p50: '2026-09-08',
      p80: '2026-09-08',
      p95: '2026-09-08',
      unit: 'stories',
      open: 2,
      finished: 8,
      weeks: 4,
    });
  });
});
