import assert from 'node:assert/strict';
import { withTempFolder, writeFiles } from '../support/tempRepo';
import { withPlan } from './planFixture';
import { runWaymark } from './runWaymark';

describe('waymark explain of a rule', () => {
  it('prints what it finds, why, and what to do, by code or name in any letter case, without any roadmap', () =>
    withTempFolder(async (folder) => {
      const explain = async (name: string) => (await runWaymark(['explain', name, folder])).stdout;
      const text = await explain('WM206');
      assert.match(text, /^WM206 Active, but no recent commit\nstale-active-item · warning\n\n/);
      assert.match(
        text,
        /\n\nWhy it matters: .+\n\nExample: .+\n\nWhat to do: .+\n\nSetting WM206\.days: \d+ days by default\. /,
      );
      assert.doesNotMatch(text, /\*/);
      assert.equal(await explain('wm206'), text);
      assert.equal(await explain('Stale-Active-Item'), text);
    }));

  it('prints it as JSON, with the settings and their defaults', () =>
    withTempFolder(async (folder) => {
      const { stdout } = await runWaymark(['explain', 'WM206', folder, '--format', 'json']);
      const { schemaVersion, rule } = JSON.parse(stdout);
      assert.deepEqual(
        [schemaVersion, rule.code, rule.name, rule.family, rule.severity],
        [1, 'WM206', 'stale-active-item', 'Plan against evidence', 'warning'],
      );
      assert.deepEqual(Object.keys(rule.settings[0]), ['name', 'default', 'unit', 'description']);
      assert.ok(rule.what && rule.why && rule.example && rule.answer);
    }));

  it('is not wider than the terminal', () =>
    withTempFolder(async (folder) => {
      const { stdout } = await runWaymark(['explain', 'WM203', folder, '--color', 'never'], { columns: 60 });
      assert.ok(stdout.split('\n').every((line) => line.length <= 60));
    }));

  it('says what was probably meant', () =>
    withPlan(async (repo) => {
      const refused = async (...args: string[]) => {
        const { exitCode, stdout, stderr } = await runWaymark(['explain', ...args]);
        assert.deepEqual([exitCode, stdout], [2, '']);
        return stderr;
      };
      assert.match(await refused('WM2033', repo.path), /^There is no rule WM2033\. Did you mean WM203\?\n$/);
      assert.match(
        await refused('stale-active-itm', repo.path),
        /^No roadmap declares .* Did you mean stale-active-item\?\n$/,
      );
      assert.match(
        await refused('stale-activ-item', repo.path, '--rule'),
        /^There is no rule .* Did you mean stale-active-item\?\n$/,
      );
      assert.match(await refused('PAY-12', repo.path, '--rule'), /^There is no rule PAY-12\.\n$/);
    }));

  it('gives way to an item of that ID, and says how to get the rule', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, {
        'roadmap.yaml': 'stories:\n  - id: WM203\n    title: An item\n  - id: WM999\n    title: No rule\n',
      });
      const item = await runWaymark(['explain', 'WM203', folder]);
      assert.match(item.stdout, /^WM203 An item\n/);
      assert.match(item.stderr, /^WM203 names a rule too: `waymark explain WM203 --rule` explains that\.\n$/);
      assert.match((await runWaymark(['explain', 'WM203', folder, '--rule'])).stdout, /^WM203 Open annotations/);
      const other = await runWaymark(['explain', 'WM999', folder]);
      assert.deepEqual([other.stdout.split('\n')[0], other.stderr], ['WM999 No rule', '']);
    }));
});
