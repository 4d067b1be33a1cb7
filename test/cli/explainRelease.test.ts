import assert from 'node:assert/strict';
import { withPlan } from './planFixture';
import { runWaymark } from './runWaymark';

const TODAY = ['--today', '2026-07-03'];

describe('waymark explain of a release', () => {
  it('says how far it is, what lies ahead, what is open in it and what is found', () =>
    withPlan(async (repo) => {
      const { stdout, exitCode } = await runWaymark(['explain', 'v2.0', repo.path, ...TODAY]);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^v2\.0\nroadmap\.yaml:3\ndue 1 Sep · 1\/2 done\n/);
      assert.match(stdout, /\nAhead\n {2}Finished on 3 Jul at the earliest: PAY-12;/);
      assert.match(stdout, /\nOpen\n {2}PAY-12 Refund API: in progress/);
      assert.doesNotMatch(stdout, /PAY-13/);
      assert.match(stdout, /\nFindings\n {2}nothing\n$/);
    }));

  it('prints the same as JSON', () =>
    withPlan(async (repo) => {
      const { stdout } = await runWaymark(['explain', 'V2.0', repo.path, '--format', 'json', ...TODAY]);
      const { schemaVersion, release } = JSON.parse(stdout);
      assert.deepEqual(
        [schemaVersion, release.id, release.date, release.freeze, release.stories, release.open, release.line],
        [1, 'v2.0', '2026-09-01', null, ['PAY-12', 'PAY-13'], ['PAY-12'], 3],
      );
      assert.deepEqual(release.criticalPath, ['PAY-12']);
      assert.equal(release.forecast, null);
    }));
});
