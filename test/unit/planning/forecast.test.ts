import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { type Forecast, forecaster } from '../../../src/core/planning/forecast';
import { type OpenWork, openUnder } from '../../../src/core/planning/openWork';
import { Simulation } from '../../../src/core/planning/simulation';
import { type Completion, throughputOf } from '../../../src/core/planning/throughput';
import { days, epic, plan, story, task } from '../../support/planBuilder';

const TODAY = days('2026-09-01').first;

/** So many stories in each week, the last of which ends today; each on another day of its week. */
function weekly(counts: readonly number[], points?: number): Completion[] {
  return counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, index) => ({
      day: TODAY - 7 * (counts.length - 1 - week) - (index % 7),
      points,
    })),
  );
}

function stories(count: number, estimate?: string): WorkItem[] {
  return Array.from({ length: count }, (_, index) => story(`S-${index}`, estimate === undefined ? {} : { estimate }));
}

function open(...items: readonly WorkItem[]): OpenWork {
  const all = plan(epic('E-1', {}, ...items, story('E-2', { status: 'done', estimate: '5' })));
  return openUnder(0, all);
}

function forecastOf(counts: readonly number[], count: number, points?: { of: number; estimate: string }): Forecast {
  const record = { completions: weekly(counts, points?.of), from: TODAY - 7 * counts.length + 1 };
  return forecaster(record, TODAY, 12).forecast(open(...stories(count, points?.estimate)));
}

describe('Weekly throughput', () => {
  it('counts weeks without any as zero, and the last week ends today', () => {
    const completions = [TODAY, TODAY - 6, TODAY - 7, TODAY - 27].map((day) => ({ day, points: 2 }));
    const { stories: counts, points, finished } = throughputOf({ completions, from: TODAY - 100 }, TODAY, 4);
    assert.deepEqual(counts, [1, 0, 1, 2]);
    assert.deepEqual(points, [2, 0, 2, 4]);
    assert.equal(finished, 4);
  });

  it('leaves out weeks that began before anything was known, what is older, and what is yet to come', () => {
    const completions = [TODAY + 1, TODAY - 3, TODAY - 14, TODAY - 20].map((day) => ({ day, points: undefined }));
    const { stories: counts, points, finished } = throughputOf({ completions, from: TODAY - 19 }, TODAY, 12);
    assert.deepEqual(counts, [0, 1]);
    assert.equal(points, undefined);
    assert.equal(finished, 1);
  });

  it('knows no week where the record begins today', () => {
    assert.deepEqual(throughputOf({ completions: [], from: TODAY }, TODAY, 12).stories, []);
  });
});

describe('A forecast', () => {
  it('is certain where every week was the same', () => {
    const forecast = forecastOf([2, 2, 2, 2], 7);
    // Seven stories at two a week: three weeks and a half.
    const day = TODAY + 25;
    assert.deepEqual(forecast, {
      kind: 'forecast',
      points: undefined,
      weeks: 4,
      weeksWithCompletions: 4,
      finished: 8,
      open: 7,
      p50: day,
      p80: day,
      p95: day,
    });
  });

  it('is near what the odds are where one of two weeks is empty', () => {
    // Each week is a coin that shows 4 or 0, and 4 are open. In half of the runs the first week does it.
    const forecast = forecastOf([4, 0, 4, 0, 4, 0], 4);
    assert.equal(forecast.kind, 'forecast');
    if (forecast.kind === 'forecast') {
      const [p50, p80, p95] = [forecast.p50, forecast.p80, forecast.p95].map((day) =>
        Math.ceil(((day ?? 0) - TODAY) / 7),
      );
      assert.ok(p50 === 1 || p50 === 2, `P50 after ${p50} weeks`);
      assert.equal(p80, 3);
      assert.equal(p95, 5);
    }
  });

  it('counts points where all have them, and stories where one has none', () => {
    const inPoints = forecastOf([2, 2, 2, 2], 4, { of: 3, estimate: '6' });
    assert.equal(inPoints.kind === 'forecast' && inPoints.p80, TODAY + 28);
    assert.deepEqual(inPoints.kind === 'forecast' && inPoints.points, { finished: 24, open: 24 });
    const record = { completions: weekly([2, 2, 2, 2], 3), from: TODAY - 27 };
    const mixed = forecaster(record, TODAY, 12).forecast(open(...stories(3, '6'), story('S-9', { estimate: '3d' })));
    assert.equal(mixed.kind === 'forecast' && mixed.points, undefined);
    assert.equal(mixed.kind === 'forecast' && mixed.p80, TODAY + 14);
    const byTasks = story('S-9', {}, task('S-9.1', { estimate: '4' }), task('S-9.2', { estimate: '2' }));
    const summed = forecaster(record, TODAY, 12).forecast(open(byTasks));
    assert.deepEqual(summed.kind === 'forecast' && summed.points, { finished: 24, open: 6 });
  });

  it('is not made from too few stories, from too few weeks, or of nothing', () => {
    assert.deepEqual(forecastOf([2, 2, 1], 7), {
      kind: 'notEnough',
      weeks: 3,
      weeksWithCompletions: 3,
      finished: 5,
      open: 7,
    });
    assert.equal(forecastOf([0, 5, 5], 7).kind, 'notEnough');
    assert.equal(forecastOf([2, 2, 2], 7).kind, 'forecast');
    assert.equal(forecastOf([2, 2, 2], 0).kind, 'finished');
  });

  it('says that it is beyond all plans where it is', () => {
    const forecast = forecastOf([2, 2, 2], 600);
    assert.equal(forecast.kind === 'forecast' && forecast.p50, undefined);
  });

  it('is the same whenever and in whatever order it is made', () => {
    const record = { completions: weekly([1, 0, 3, 2, 5, 0, 1]), from: TODAY - 48 };
    const answers = [40, 7, 90].map((count) => forecaster(record, TODAY, 12).forecast(open(...stories(count))));
    for (let other = 0; other < 6; other += 1) {
      forecaster({ completions: weekly([other, 3, 3, 3]), from: TODAY - 27 }, TODAY, 12).forecast(open(...stories(5)));
    }
    const again = [90, 7, 40].map((count) => forecaster(record, TODAY, 12).forecast(open(...stories(count))));
    assert.deepEqual(again.toReversed(), answers);
  });
});

describe('The simulation of any throughput', () => {
  const anyWeeks = fc
    .array(fc.nat(9), { minLength: 1, maxLength: 12 })
    .filter((weeks) => weeks.some((week) => week > 0));

  it('has ordered percentiles, is never earlier for more work, and does not depend on what was asked before', () => {
    fc.assert(
      fc.property(anyWeeks, fc.nat(60), fc.nat(60), (weeks, a, b) => {
        const simulation = new Simulation(weeks);
        const [less, more] = a < b ? [a, b] : [b, a];
        const ofMore = simulation.finishOf(more, TODAY);
        const ofLess = simulation.finishOf(less, TODAY);
        const order = (day: number | undefined) => day ?? Number.POSITIVE_INFINITY;
        assert.ok(order(ofMore.p50) <= order(ofMore.p80) && order(ofMore.p80) <= order(ofMore.p95));
        assert.ok(order(ofLess.p50) <= order(ofMore.p50) && order(ofLess.p95) <= order(ofMore.p95));
        assert.deepEqual(new Simulation(weeks).finishOf(less, TODAY), ofLess);
      }),
      { numRuns: 40 },
    );
  });
});
