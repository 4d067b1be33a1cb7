import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { makeTempRepo } from '../support/tempRepo';
import { changedWorld, type Operation, operations } from './changingWorld';

/** More by hand: `WAYMARK_RUNS=1000 npx mocha --import=tsx test/engine/incremental.test.ts`. */
const RUNS = Number(process.env['WAYMARK_RUNS'] ?? 25);
const LENGTH = Number(process.env['WAYMARK_LENGTH'] ?? 12);

describe('An engine that lives long', () => {
  it('knows after any series of changes just what a new engine finds in the same folder, and so does one with a cache', async function () {
    this.timeout(RUNS * 20_000);
    const series = fc.array(operations, { minLength: 1, maxLength: LENGTH, size: 'max' });
    await fc.assert(fc.asyncProperty(series, check), { numRuns: RUNS, endOnFailure: RUNS > 1000 });
  });
});

async function check(series: readonly Operation[]): Promise<void> {
  const repo = makeTempRepo();
  try {
    const { kept, fresh, warm } = await changedWorld(repo, series);
    assert.deepEqual(kept, fresh);
    assert.deepEqual(warm, fresh);
  } finally {
    repo.dispose();
  }
}
