import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';
import { withTempRepo } from '../support/tempRepo';
import { runWaymark } from './runWaymark';

describe('waymark init', () => {
  for (const [from, story] of [
    ['template', 'A story in plain words'],
    ['headings', 'Vouchers'],
    ['todos', 'Round up'],
    ['commits', 'Refund API'],
  ] as const) {
    it(`prints a roadmap without problems from ${from}`, () =>
      withTempRepo(async (repo) => {
        repo.write({ 'TODO.md': '# Later\n\n- Vouchers\n', 'a.ts': '// TODO: round up\n' });
        ['PAY-1: Refund API', 'PAY-2: b', 'PAY-3: c'].forEach((message) => repo.commit(message));
        const { exitCode, stdout } = await runWaymark(['init', repo.path, '--from', from]);
        assert.equal(exitCode, 0);
        assert.deepEqual(readRoadmap('roadmap.yaml', stdout)?.problems, []);
        assert.match(stdout, new RegExp(`title: ${story}`));
        assert.equal(existsSync(join(repo.path, 'roadmap.yaml')), false);
      }));
  }

  it('writes no file that is there already', () =>
    withTempRepo(async (repo) => {
      const output = join(repo.path, 'roadmap.yaml');
      repo.write({ 'roadmap.yaml': 'product: Mine\n' });
      const { exitCode, stderr } = await runWaymark(['init', repo.path, '--output', output]);
      assert.equal(exitCode, 2);
      assert.match(stderr, /There is a file .*roadmap\.yaml already/);
      assert.equal(readFileSync(output, 'utf8'), 'product: Mine\n');
    }));

  it('says what there is instead where nothing of the kind was found', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'a.ts': '// TODO: round up\n' });
      const { exitCode, stderr } = await runWaymark(['init', repo.path, '--from', 'commits']);
      assert.equal(exitCode, 2);
      assert.match(
        stderr,
        /Nothing of this kind was found .*There are no commits yet\. What there is: 1 TODO in 1 folder\./s,
      );
    }));
});
