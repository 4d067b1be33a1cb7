import assert from 'node:assert/strict';
import { benchOptions } from '../../../scripts/bench/options';
import { jsonReport, judged, textReport } from '../../../scripts/bench/report';
import { type Row, rowAgainstFloor, rowBeside, rowWithLimit, rowWithout } from '../../../scripts/bench/row';
import { Sample } from '../../../scripts/bench/statistics';

const CALM = { spread: 1, others: 0 };
const NOISY = { spread: 1, others: 0.9 };

const FLOOR = { what: 'start', floorName: '`git log`', factor: 1.5, extra: 100 };
const against = (measured: readonly number[], floor: readonly number[]): Row =>
  rowAgainstFloor({ ...FLOOR, measured: new Sample(measured), floor: new Sample(floor) });

const MET = against([230, 240, 245], [100, 100, 100]);
const MISSED = against([400, 410, 420], [100, 100, 100]);
const UNSURE = against([200, 250, 300], [100, 100, 100]);
const COUNT = rowWithLimit('calls', '', 3, 1);
const SLOW = rowWithLimit('save', 'ms', 12, 10);
const QUICK = rowWithLimit('type', 'ms', 5, 10);
const BESIDE = rowBeside('annotations', 'ms', 10, { what: 'leasot', value: 40 });

describe('A row of the table', () => {
  it('is judged only where quick and slow repetitions agree', () => {
    assert.deepEqual(
      [MET, MISSED, UNSURE].map(({ verdict }) => verdict),
      ['met', 'missed', 'too noisy'],
    );
    assert.equal(MET.target, '<= 1.5 x floor + 100 ms');
    assert.equal(MET.allowed, 250);
  });

  it('has a limit of its own, or none', () => {
    assert.deepEqual(
      [COUNT, SLOW, QUICK, BESIDE, rowWithout('x', '<= 1 ms', 'no editor')].map(({ verdict }) => verdict),
      ['missed', 'missed', 'met', 'compared', 'not measured'],
    );
  });

  it('says nothing on a noisy machine that the noise may have made', () => {
    const rows = [MET, MISSED, COUNT, SLOW, QUICK, BESIDE];
    assert.deepEqual(judged({ rows, calm: CALM }), rows);
    assert.deepEqual(
      judged({ rows, calm: NOISY }).map(({ verdict }) => verdict),
      ['too noisy', 'too noisy', 'missed', 'too noisy', 'met', 'too noisy'],
    );
  });
});

describe('The report', () => {
  const measured = [
    { rows: [MISSED, BESIDE], calm: CALM },
    { rows: [SLOW], calm: CALM },
  ];

  it('shows figures, floors and how far each row is from its target', () => {
    const lines = textReport('a tree', measured).split('\n');
    assert.equal(lines[0], 'a tree');
    const [heading = '', start = '', annotations = '', save = ''] = lines.slice(3);
    const words = (line: string) => line.trim().split(/ {2,}/);
    assert.deepEqual(words(heading), ['what', 'measured', 'floor', 'x floor', 'target', 'of target']);
    assert.deepEqual(words(start), ['start', '410 ms', '100 ms', '4.10', '<= 1.5 x floor + 100 ms', '1.64', 'missed']);
    assert.deepEqual(words(annotations), ['annotations', '10.0 ms', '40.0 ms', '0.25', 'compared']);
    assert.deepEqual(words(save), ['save', '12.0 ms', '<= 10 ms', '1.20', 'missed']);
    assert.ok(lines.includes('start: the floor is `git log`.'));
    assert.ok(lines.includes('annotations: beside leasot.'));
    assert.match(lines.at(-1) ?? '', /^The machine was calm: /);
  });

  it('says in which part of it the machine was too noisy', () => {
    const text = textReport('a tree', [...measured, { rows: [], calm: NOISY }]);
    assert.match(text, /too noisy in 1 of 3 steps .* 90 % of the processors\. Measure again/);
  });

  it('is the same as JSON, with every figure whole', () => {
    const { schemaVersion, steps } = JSON.parse(jsonReport('a tree', measured));
    assert.equal(schemaVersion, 2);
    assert.deepEqual(steps[0].rows[0], { ...MISSED, ofFloor: 4.1, ofTarget: 1.64 });
    assert.deepEqual([steps[0].spread, steps[0].others, steps[0].calm], [1, 0, true]);
  });
});

describe('The options of the benchmark', () => {
  it('name a size, where thousands may be grouped', () => {
    assert.deepEqual(benchOptions([]).size, { files: 6_500, commits: 14_000, stories: 300 });
    assert.deepEqual(benchOptions(['--files', '1_000', '--commits', '2,000']).size, {
      files: 1_000,
      commits: 2_000,
      stories: 300,
    });
    assert.deepEqual(benchOptions(['--largest', '--stories', '20']).size, {
      files: 65_000,
      commits: 100_000,
      stories: 20,
    });
  });

  it('name a repository instead, with its roadmap', () => {
    const { size, repository, roadmap } = benchOptions(['--repository', 'r', '--roadmap', 'p.yaml']);
    assert.deepEqual([size, repository, roadmap], [undefined, 'r', 'p.yaml']);
  });

  it('choose steps by name', () => {
    assert.deepEqual(benchOptions(['--only', 'Cold start, server']).only, ['cold start', 'server']);
    assert.equal(benchOptions(['--json']).json, true);
  });

  for (const [args, reason] of [
    [['--files', 'many'], /"many" is not a number/],
    [['--files', '3'], /at least 10/],
    [['--repository', 'r'], /belong together/],
    [['--repository', 'r', '--roadmap', 'p', '--largest'], /either/],
    [['--fils', '3'], /--fils/],
  ] as const) {
    it(`refuse ${args.join(' ')}`, () => assert.throws(() => benchOptions(args), reason));
  }
});
