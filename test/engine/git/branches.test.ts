import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { branchNameOf } from '../../../src/core/workflow/branchName';
import { switchBranch, workStateOf } from '../../../src/engine/git/branches';
import { isAvailable, openRepository, type Repository } from '../../../src/engine/git/repository';
import { repoAt, type TempRepo, withTempFolder, withTempRepo } from '../../support/tempRepo';

async function opened(path: string): Promise<Repository> {
  const repository = await openRepository(path);
  return isAvailable(repository) ? repository : assert.fail(repository.unavailable);
}

async function stateOf({ path }: TempRepo) {
  const repository = await opened(path);
  const state = await workStateOf(repository, '');
  return 'unavailable' in state ? assert.fail(state.unavailable) : state;
}

describe('the state of a work tree', () => {
  it('names the branches of here and then those of remotes, the last changed first, and the one that others start from', () =>
    withTempRepo((origin) =>
      withTempFolder(async (folder) => {
        origin.git('switch', '-q', '-c', 'trunk');
        origin.commit('Begin', { date: '2026-01-01T10:00:00Z' });
        origin.git('switch', '-q', '-c', 'PAY-12-theirs');
        origin.commit('PAY-12: more', { date: '2026-01-03T10:00:00Z' });
        origin.git('switch', '-q', 'trunk');
        origin.git('clone', '-q', origin.path, `${folder}/clone`);
        const clone = repoAt(`${folder}/clone`);
        clone.git('switch', '-q', '-c', 'PAY-13-mine');
        clone.commit('PAY-13: more', { date: '2026-01-02T10:00:00Z' });
        clone.write({ 'new.txt': 'nobody follows this\n' });
        assert.deepEqual(await stateOf(clone), {
          branch: 'PAY-13-mine',
          hasCommits: true,
          operation: undefined,
          branches: ['PAY-13-mine', 'trunk', 'PAY-12-theirs'],
          defaultBranch: 'trunk',
          changedFiles: 0,
        });
        assert.equal(await switchBranch(await opened(clone.path), { name: 'PAY-12-theirs', isNew: false }), undefined);
        assert.equal(clone.git('rev-parse', '--abbrev-ref', '@{upstream}'), 'origin/PAY-12-theirs');
      }),
    ));

  it('counts changed files, staged or not, and knows a usual name where no remote says one', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
      repo.commit('Begin');
      repo.write({ 'a.txt': 'other\n', 'b.txt': 'other\n' });
      repo.git('add', 'a.txt');
      const { changedFiles, defaultBranch } = await stateOf(repo);
      assert.deepEqual([changedFiles, defaultBranch], [2, 'main']);
    }));

  it('tells where nothing is committed yet', () =>
    withTempRepo(async (repo) => {
      const { hasCommits, branches, branch } = await stateOf(repo);
      assert.deepEqual([hasCommits, branches, branch], [false, [], 'main']);
    }));
});

describe('the name of a branch', () => {
  it('is one that git takes, whatever the template and the title hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (before, title, after) => {
        const name = branchNameOf(`${before}{id}/{title}${after}`, { id: 'PAY-12', title, kind: 'story' }, '');
        assert.equal(execFileSync('git', ['check-ref-format', '--branch', name], { encoding: 'utf8' }).trim(), name);
      }),
      { numRuns: 60 },
    );
  });
});
