import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type RepositoryWatcher, watchRepository } from '../../../src/engine/git/watchRepository';
import { pollUntil } from '../../support/pollUntil';
import { makeTempFolder, makeTempRepo, repoAt, type TempRepo, withTempRepo } from '../../support/tempRepo';
import { open } from './gitHelpers';

describe('Watching a repository', () => {
  let repo: TempRepo;
  let beside: string;
  let watcher: RepositoryWatcher;
  let calls = 0;

  before(async () => {
    repo = makeTempRepo();
    beside = makeTempFolder();
    repo.write({ 'a.txt': 'one\n' });
    repo.commit('Base');
    repo.commit('Second');
    repo.git('branch', 'feature/PAY-12/refunds');
    watcher = watchRepository(await open(repo.path), () => {
      calls++;
    });
  });

  after(() => {
    watcher.dispose();
    repo.dispose();
    rmSync(beside, { recursive: true });
  });

  async function notices(change: () => void): Promise<void> {
    const before = calls;
    change();
    await pollUntil('the change was noticed', () => calls > before, 5_000);
    assert.equal(watcher.note, undefined);
  }

  /** Each begins where the former ended. */
  const CHANGES: readonly (readonly [title: string, change: () => unknown])[] = [
    ['a commit', () => repo.commit('Third')],
    ['an empty commit', () => repo.git('commit', '-q', '--allow-empty', '-m', 'Fourth')],
    ['an amended commit', () => repo.git('commit', '-q', '--allow-empty', '--amend', '-m', 'Fifth')],
    ['a reset', () => repo.git('reset', '-q', '--hard', 'HEAD~1')],
    ['a switch of branch', () => repo.git('checkout', '-q', 'feature/PAY-12/refunds')],
    ['a commit on a branch in folders', () => repo.commit('On the branch')],
    ['a commit after branches were packed', () => repo.git('pack-refs', '--all', '--prune') || repo.commit('Packed')],
    ['another commit there', () => repo.commit('Once more')],
    ['a new branch', () => repo.git('checkout', '-q', '-b', 'deep/er/still')],
    ['a commit on the new branch', () => repo.commit('Deep')],
    ['a detached HEAD', () => repo.git('checkout', '-q', '--detach')],
    ['a commit on no branch', () => repo.commit('Alone')],
    ['a return', () => repo.git('checkout', '-q', 'main')],
    ['a merge', () => repo.git('merge', '-q', '--no-ff', '-m', 'Merge', 'deep/er/still')],
    ['a rebase', () => repo.git('reset', '-q', '--hard', 'HEAD~1') || repo.git('rebase', '-q', 'deep/er/still')],
  ];
  for (const [title, change] of CHANGES) {
    it(`notices ${title}`, () => notices(() => void change()));
  }

  it('says nothing of what does not move HEAD', async () => {
    const before = calls;
    repo.write({ 'b.txt': '' });
    repo.git('add', 'b.txt');
    repo.git('tag', 'v1');
    repo.git('branch', 'unused');
    repo.git('status');
    // A change that must be noticed ends the waiting for those that must not.
    await notices(() => repo.git('checkout', '-q', '--detach'));
    assert.equal(calls, before + 1);
  });

  it('tells of many changes at once', async () => {
    const before = calls;
    await notices(() => {
      for (let count = 0; count < 5; count++) {
        repo.git('commit', '-q', '--allow-empty', '-m', 'Many');
      }
    });
    assert.ok(calls - before < 5, `${calls - before} calls`);
  });

  it('watches a linked work tree, and not what others do', async () => {
    const linked = repoAt(join(beside, 'linked'));
    repo.git('worktree', 'add', '-q', '-b', 'linked', linked.path);
    let here = 0;
    const linkedWatcher = watchRepository(await open(linked.path), () => {
      here++;
    });
    await notices(() => repo.commit('Elsewhere'));
    linked.commit('Here');
    await pollUntil('the commit was noticed', () => here > 0);
    assert.equal(here, 1);
    linkedWatcher.dispose();
  });

  it('notices the first commit, and the second', () =>
    withTempRepo(async (fresh) => {
      let count = 0;
      const freshWatcher = watchRepository(await open(fresh.path), () => {
        count++;
      });
      fresh.commit('First');
      await pollUntil('the first commit was noticed', () => count === 1);
      fresh.commit('Second');
      await pollUntil('the second commit was noticed', () => count === 2);
      freshWatcher.dispose();
    }));

  it('notices commits where git keeps no log of them, in folders of branches that come and go', () =>
    withTempRepo(async (quiet) => {
      quiet.git('config', 'core.logAllRefUpdates', 'false');
      quiet.commit('Base');
      let count = 0;
      const quietWatcher = watchRepository(await open(quiet.path), () => {
        count++;
      });
      const steps = [
        () => quiet.commit('On main'),
        () => quiet.git('checkout', '-q', '-b', 'deep/er/branch'),
        () => quiet.commit('On the branch'),
        () => quiet.git('pack-refs', '--all', '--prune') || quiet.commit('After packing'),
        () => quiet.commit('And again'),
      ];
      for (const [index, step] of steps.entries()) {
        step();
        await pollUntil(`step ${index} was noticed`, () => count > index, 5_000);
        assert.deepEqual([count, quietWatcher.note], [index + 1, undefined]);
      }
      quietWatcher.dispose();
    }));

  it('stays silent after it was disposed, and outlives the repository', async () => {
    const doomed = makeTempRepo();
    let count = 0;
    const doomedWatcher = watchRepository(await open(doomed.path), () => {
      count++;
    });
    doomed.commit('One');
    doomedWatcher.dispose();
    doomedWatcher.dispose();
    const orphan = watchRepository(await open(doomed.path), () => undefined);
    doomed.dispose();
    await notices(() => repo.commit('Meanwhile'));
    assert.equal(count, 0);
    assert.equal(orphan.note, undefined);
    orphan.dispose();
  });
});
