import assert from 'node:assert/strict';
import { callsOfGit } from '../support/callsOfGit';
import { withTempFolder } from '../support/tempRepo';
import { DATE, ROADMAP, withPlan } from './planFixture';
import { runWaymark } from './runWaymark';

/** By what a call of git is known to be for a fact. */
const FACTS = [
  [/ log .*--raw/, 'planHistory'],
  [/ log .*--name-status/, 'codeHistory'],
  [/ log .*--numstat/, 'lines'],
  [/\bblame\b/, 'annotationAges'],
] as const;

/** Which facts a command asks git for, in order. */
function factsReadBy(path: string, ...args: readonly string[]): Promise<string[]> {
  return withTempFolder(async (folder) => {
    const calls = await callsOfGit(folder, async () => {
      const { exitCode, stderr } = await runWaymark([...args, '--no-cache', '--today', '2026-08-20'].concat(path));
      assert.ok(exitCode < 2, stderr);
    });
    assert.ok(calls.length > 1, 'git was not called');
    return calls.flatMap((call) => FACTS.flatMap(([pattern, name]) => (pattern.test(call) ? name : [])));
  });
}

const ALL = ['planHistory', 'codeHistory', 'lines', 'annotationAges'];

describe('What a command reads beside plan, code and commits', () => {
  it('is what its output rests on', () =>
    withPlan(async ({ path, commit, write }) => {
      write({ 'src/big.ts': '1\n' });
      commit('PAY-12: big', { date: '2026-08-10T12:00:00Z' });
      assert.deepEqual(await factsReadBy(path, 'check'), ALL);
      assert.deepEqual(await factsReadBy(path, 'explain', 'PAY-12'), ALL);
      assert.deepEqual(await factsReadBy(path, 'status', '--facts'), ALL);
      assert.deepEqual(await factsReadBy(path, 'explain', 'PAY-12', '--format', 'json'), ['planHistory']);
      for (const command of ['trace', 'status', 'export']) {
        assert.deepEqual(await factsReadBy(path, command), [], command);
      }
    }));

  it('is what rules need that are asked and not off', () =>
    withPlan(async (repo) => {
      const check = (...options: readonly string[]) => factsReadBy(repo.path, 'check', ...options);
      repo.write({ 'src/big.ts': '1\n' });
      repo.commit('PAY-12: big', { date: '2026-08-10T12:00:00Z' });
      assert.deepEqual(await check('--only', 'WM203'), []);
      assert.deepEqual(await check('--only', 'WM502'), ['codeHistory']);
      assert.deepEqual(await check('--only', 'WM507'), ['codeHistory', 'lines']);
      assert.deepEqual(await check('--except', 'WM5*,WM204,WM205,WM208,WM212,WM214'), ['planHistory']);
      // What a rule can do without is waited for all the same.
      assert.deepEqual(await check('--only', 'WM206'), ['planHistory']);
      const off = ['WM103', 'WM204', 'WM206', 'WM208', 'WM215', 'WM307', 'WM308', 'WM309', 'WM504', 'WM507'].map(
        (code) => `  ${code}: off\n`,
      );
      repo.write({ 'roadmap.yaml': `${ROADMAP}rules:\n${off.join('')}` });
      assert.deepEqual(await check(), ['codeHistory']);
    }));

  it('is also what shows whether a comment ignores anything, where such comments are judged', () =>
    withPlan(async (repo) => {
      repo.write({ 'src/a.ts': '// waymark-ignore WM504: kept on purpose\n// TODO(PAY-12): retry\n' });
      repo.commit('Add', { date: DATE });
      assert.deepEqual([...new Set(await factsReadBy(repo.path, 'check', '--only', 'WM110'))], ['annotationAges']);
      assert.deepEqual(await factsReadBy(repo.path, 'check', '--only', 'WM203'), []);
    }));
});
