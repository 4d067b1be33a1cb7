import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { countLinks } from '../../src/core/report/itemWords';
import type { Engine } from '../../src/engine/engine';
import { callsOfGit, commandOf } from '../support/callsOfGit';
import { pollUntil } from '../support/pollUntil';
import { type TempRepo, withTempFolder, repoAt, withTempRepo, writeFiles } from '../support/tempRepo';
import { ROADMAP, SOURCE, withPlan } from './engineFixtures';
import { findingLines, knowledgeOf, withEngine } from './openFolder';

/** Subjects of the commits that an item is linked to, newest first. */
function commitsOf(engine: Engine, id: string): string[] {
  return (
    knowledgeOf(engine)
      .items.find((item) => item.id === id)
      ?.commits.map(({ subject }) => subject) ?? []
  );
}

/** Waits until the engine has read the commit that HEAD points to. */
async function seen(repo: TempRepo, engine: Engine): Promise<void> {
  const sha = repo.git('rev-parse', 'HEAD');
  await pollUntil('the engine has seen the last commit', async () => {
    await engine.idle();
    return engine.head.sha === sha;
  });
}

describe('Following history', () => {
  it('sees a commit that is made in a terminal', () =>
    withPlan(async (repo, engine) => {
      let told = 0;
      engine.onDidChange(({ history }) => {
        told += history ? 1 : 0;
      });
      repo.commit('PAY-13: receipts');
      await seen(repo, engine);
      assert.deepEqual(commitsOf(engine, 'PAY-13'), ['PAY-13: receipts']);
      assert.deepEqual([engine.trace.commitCount, told], [2, 1]);
    }));

  it('forgets a commit that was amended', () =>
    withPlan(async (repo, engine) => {
      repo.git('commit', '-q', '--amend', '-m', 'PAY-13: receipts instead');
      await seen(repo, engine);
      assert.deepEqual([commitsOf(engine, 'PAY-12'), commitsOf(engine, 'PAY-13')], [[], ['PAY-13: receipts instead']]);
      assert.equal(engine.trace.commitCount, 1);
    }));

  it('shows the history of the branch that is switched to, and its name', () =>
    withPlan(async (repo, engine) => {
      repo.git('checkout', '-q', '-b', 'PAY-13-receipts');
      repo.commit('PAY-13: receipts');
      await seen(repo, engine);
      assert.equal(engine.head.branch, 'PAY-13-receipts');
      repo.git('checkout', '-q', 'main');
      await seen(repo, engine);
      assert.deepEqual([engine.head.branch, commitsOf(engine, 'PAY-13')], ['main', []]);
    }));

  it('tells of a new branch even where it points to the same commit', () =>
    withPlan(async (repo, engine) => {
      const told = new Promise<void>((resolve) => {
        engine.onDidChange(({ history }) => history && resolve());
      });
      repo.git('checkout', '-q', '-b', 'PAY-13-receipts');
      await told;
      assert.equal(engine.head.branch, 'PAY-13-receipts');
    }));

  it('puts the commits of a merge where they belong by date', () =>
    withPlan(async (repo, engine) => {
      const main = ['2026-08-01T10:00:00Z', '2026-08-01T12:00:00Z'] as const;
      repo.commit('PAY-13: one', { date: main[0] });
      repo.git('checkout', '-q', '-b', 'side');
      repo.commit('PAY-13: two, aside', { date: '2026-08-01T11:00:00Z' });
      repo.git('checkout', '-q', 'main');
      repo.commit('PAY-13: three', { date: main[1] });
      await seen(repo, engine);
      repo.git('merge', '-q', '--no-edit', 'side');
      await seen(repo, engine);
      assert.deepEqual(commitsOf(engine, 'PAY-13'), ['PAY-13: three', 'PAY-13: two, aside', 'PAY-13: one']);
      assert.equal(engine.trace.commitCount, 5);
    }));

  it('finds reverted work from the moment of the revert', () =>
    withPlan(async (repo, engine) => {
      repo.write({ 'roadmap.yaml': ROADMAP.replace('status: active', 'status: done') });
      engine.filesChanged(['roadmap.yaml']);
      await engine.idle();
      assert.ok(!findingLines(engine).some((line) => line.startsWith('WM209')));
      repo.write({ 'src/more.ts': 'export {};\n' });
      repo.commit('PAY-12: more');
      repo.git('revert', '--no-edit', 'HEAD');
      await seen(repo, engine);
      assert.ok(
        findingLines(engine).some((line) => line.startsWith('WM209')),
        findingLines(engine).join('\n'),
      );
      repo.git('revert', '--no-edit', 'HEAD');
      await seen(repo, engine);
      assert.ok(!findingLines(engine).some((line) => line.startsWith('WM209')));
    }));

  it('finds that work which only the body tells of was reverted by a commit that names no item', () =>
    withPlan(async (repo, engine) => {
      repo.write({ 'src/more.ts': 'export {};\n' });
      const work = repo.commit('More\n\nRefs: PAY-13');
      repo.git('revert', '--no-edit', 'HEAD');
      await seen(repo, engine);
      const [commit] = knowledgeOf(engine).items.find(({ id }) => id === 'PAY-13')?.commits ?? [];
      assert.deepEqual(
        [commit?.sha, commit?.state, commit?.stateBy],
        [work, 'reverted', repo.git('rev-parse', 'HEAD')],
      );
    }));

  it('counts a change once that a merge brings again as a cherry-pick', () =>
    withPlan(async (repo, engine) => {
      repo.git('checkout', '-q', '-b', 'release');
      repo.commit('On the release');
      repo.git('checkout', '-q', 'main');
      repo.write({ 'src/more.ts': 'export {};\n' });
      const work = repo.commit('PAY-13: more', { author: 'Bo' });
      repo.git('checkout', '-q', 'release');
      repo.git('cherry-pick', '-x', work);
      repo.git('checkout', '-q', 'main');
      repo.git('merge', '-q', '--no-edit', 'release');
      await seen(repo, engine);
      const item = engine.trace.plan.findWork('PAY-13');
      assert.ok(item);
      const commits = knowledgeOf(engine).items.find(({ id }) => id === 'PAY-13')?.commits ?? [];
      assert.deepEqual(new Set(commits.map(({ copyOf }) => copyOf)), new Set([work, null]));
      assert.equal(countLinks(item, engine.trace).commits, 1);
    }));

  it('asks git for nothing but the difference, whatever becomes of the branch', () =>
    withTempFolder(async (folder) => {
      const calls = await callsOfGit(folder, () =>
        withPlan(async (repo, engine) => {
          const steps: readonly (() => unknown)[] = [
            () => repo.commit('PAY-13: receipts', { date: '2026-08-01T10:00:00Z' }),
            () => repo.git('checkout', '-q', '-b', 'side', 'HEAD~1'),
            () => repo.commit('PAY-12: aside', { date: '2026-08-01T11:00:00Z' }),
            () => repo.git('checkout', '-q', 'main'),
            () => repo.git('merge', '-q', '--no-edit', 'side'),
            () => repo.git('commit', '-q', '--amend', '-m', 'PAY-13: both'),
            () => repo.git('reset', '-q', '--hard', 'HEAD~1'),
          ];
          for (const step of steps) {
            step();
            await seen(repo, engine);
          }
        }),
      );
      const isOfMessages = (call: string) => commandOf(call) === 'log' && !/--(?:name-status|numstat|raw)/.test(call);
      const ranges = calls.filter(isOfMessages).map((call) => call.includes('...'));
      assert.deepEqual(ranges, [false, true, true, true, true, true, true, true]);
    }));

  it('forgets commits that a reset has dropped', () =>
    withPlan(async (repo, engine) => {
      repo.commit('PAY-13: receipts');
      await seen(repo, engine);
      repo.git('reset', '-q', '--hard', 'HEAD~1');
      await seen(repo, engine);
      assert.deepEqual([engine.trace.commitCount, commitsOf(engine, 'PAY-13')], [1, []]);
    }));

  it('begins to read history when the folder becomes a repository', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
      await withEngine(
        folder,
        async (engine) => {
          const repo = repoAt(folder);
          repo.git('init', '-q', '-b', 'main');
          engine.filesChanged(['.git']);
          await engine.idle();
          assert.ok(engine.status.git.available);
          repo.commit('PAY-13: receipts');
          await seen(repo, engine);
          assert.deepEqual(commitsOf(engine, 'PAY-13'), ['PAY-13: receipts']);
        },
        { watch: true },
      );
    }));

  it('forgets history when the repository is deleted, and says why there is none', () =>
    withPlan(async (repo, engine) => {
      rmSync(join(repo.path, '.git'), { recursive: true });
      engine.filesChanged(['.git']);
      await engine.idle();
      const { git } = engine.status;
      assert.match(git.available ? '' : git.reason, /is not in a Git repository/);
      assert.deepEqual([engine.trace.commitCount, commitsOf(engine, 'PAY-12'), engine.head.sha], [0, [], null]);
    }));

  it('reads the rest of a history that was cut off when it is fetched', () =>
    withPlan((repo) =>
      withTempRepo(async (clone) => {
        repo.commit('PAY-13: receipts');
        clone.git('pull', '-q', '--depth=1', `file://${repo.path}`, 'main');
        await withEngine(
          clone.path,
          async (engine) => {
            assert.deepEqual([engine.trace.commitCount, commitsOf(engine, 'PAY-12')], [1, []]);
            clone.git('fetch', '-q', '--unshallow', `file://${repo.path}`, 'main');
            await pollUntil('the whole history is known', async () => {
              await engine.idle();
              return engine.status.git.available && !engine.status.git.shallow;
            });
            assert.deepEqual([engine.trace.commitCount, commitsOf(engine, 'PAY-12')], [2, ['PAY-12: refunds']]);
          },
          { watch: true },
        );
      }),
    ));

  it('says why the history ends where an object is damaged, and takes no absence for proof', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': 'stories:\n  - { id: PAY-12, title: Refunds, status: done }\n' });
      const first = repo.commit('Begin');
      repo.commit('Go on');
      repo.commit('Go on further');
      rmSync(join(repo.path, '.git/objects', first.slice(0, 2), first.slice(2)));
      await withEngine(repo.path, (engine) => {
        assert.equal(engine.status.notes.length, 1);
        assert.match(engine.status.notes[0] ?? '', /^Git could not read the whole history of /);
        assert.deepEqual(findingLines(engine), []);
      });
    }));
});
