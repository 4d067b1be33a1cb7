import assert from 'node:assert/strict';
import { paintAfter } from '../../../scripts/bench/editorTimes';
import { compareFindings } from '../../../scripts/bench/foundLines';
import { randomNumbers } from '../../../scripts/bench/randomNumbers';
import { type RoadmapFormat, roadmapText } from '../../../scripts/bench/roadmapText';
import { interleaved, Sample } from '../../../scripts/bench/statistics';
import { isCalm, othersShare, worse } from '../../../scripts/bench/yardstick';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

describe('A sample of repetitions', () => {
  it('tells median, quartiles and the slowest twentieth, whatever the order', () => {
    const sample = new Sample([5, 1, 4, 2, 3]);
    assert.deepEqual([sample.low, sample.median, sample.high], [2, 3, 4]);
    assert.equal(new Sample([1, 2]).median, 1.5);
    assert.ok(Math.abs(sample.p95 - 4.8) < 1e-9);
    assert.equal(new Sample([7]).p95, 7);
  });

  it('is taken in turns, without the first round', async () => {
    const calls: string[] = [];
    const measure = (name: string) => () => calls.push(name);
    assert.deepEqual(await interleaved(2, measure('a'), measure('b')), [
      [3, 5],
      [4, 6],
    ]);
    assert.deepEqual(calls, ['a', 'b', 'a', 'b', 'a', 'b']);
  });
});

describe('The noise of the machine', () => {
  it('is what the processors did for others', () => {
    const before = { busy: 1_000, idle: 5_000, own: 200 };
    assert.equal(othersShare(before, { busy: 1_300, idle: 5_100, own: 400 }), 0.25);
    assert.equal(othersShare(before, { busy: 1_100, idle: 5_100, own: 400 }), 0);
    assert.equal(othersShare(before, before), 0);
  });

  it('is judged by the worse of two moments', () => {
    const [calm, uneven, busy] = [
      { spread: 1.1, others: 0 },
      { spread: 2, others: 0 },
      { spread: 1.1, others: 0.5 },
    ] as const;
    assert.deepEqual([calm, uneven, busy].map(isCalm), [true, false, false]);
    assert.deepEqual(worse(uneven, busy), { spread: 2, others: 0.5 });
  });
});

describe('What two programs found', () => {
  it('is compared line by line', () => {
    const ours = new Map([
      ['a.ts', new Set([1, 2])],
      ['b.ts', new Set<number>()],
    ]);
    const theirs = new Map([['a.ts', new Set([2, 3])]]);
    assert.deepEqual(compareFindings(ours, theirs), {
      own: 2,
      other: 2,
      both: 1,
      onlyOwn: ['a.ts:1'],
      onlyOther: ['a.ts:3'],
    });
  });
});

describe('A paint', () => {
  it('is the first after the moment', () => {
    assert.equal(paintAfter(10, [4, 12, 15]), 2);
    assert.equal(paintAfter(20, [4, 12, 15]), undefined);
  });
});

describe('The generated roadmap', () => {
  it('is the same plan in every format', () => {
    const planOf = (format: RoadmapFormat) => {
      const text = roadmapText('WORK', 50, randomNumbers(1), format);
      const roadmap = readRoadmap(`roadmap.${format}`, text);
      assert.deepEqual(roadmap?.problems, []);
      return roadmap.work.map((epic) => [
        epic.id,
        epic.release?.name,
        ...epic.children.map(({ id, title, status, owner, due, depends }) =>
          [id, title, status?.name, owner?.name, due?.text, ...depends.map(({ name }) => name)].join(' '),
        ),
      ]);
    };
    const plan = planOf('yaml');
    assert.deepEqual([plan.length, plan.flat().length], [5, 60]);
    assert.deepEqual(planOf('json'), plan);
    assert.deepEqual(planOf('md'), plan);
  });
});
