import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Head, headSignature, readHead } from '../../../src/engine/git/readHead';
import { type TempRepo, withTempRepo } from '../../support/tempRepo';
import { open } from './gitHelpers';

async function headOf(repo: TempRepo): Promise<Head> {
  const { sha, branch, operation } = await readHead(await open(repo.path));
  return operation === undefined ? { sha, branch } : { sha, branch, operation };
}

function withConflict(body: (repo: TempRepo, main: string) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'a.txt': 'one\n' });
    repo.commit('Base');
    repo.git('checkout', '-q', '-b', 'feature/PAY-12');
    repo.write({ 'a.txt': 'two\n' });
    repo.commit('Two');
    repo.git('checkout', '-q', 'main');
    repo.write({ 'a.txt': 'three\n' });
    await body(repo, repo.commit('Three'));
  });
}

describe('Reading HEAD', () => {
  it('knows a branch without commits', () =>
    withTempRepo(async (repo) => assert.deepEqual(await headOf(repo), { sha: null, branch: 'main' })));

  it('knows branch and commit, also of packed and nested branches', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      assert.deepEqual(await headOf(repo), { sha, branch: 'main' });
      repo.git('checkout', '-q', '-b', 'feature/PAY-12/refunds');
      repo.git('pack-refs', '--all', '--prune');
      assert.deepEqual(await headOf(repo), { sha, branch: 'feature/PAY-12/refunds' });
    }));

  it('does not take a branch for another whose name ends alike', () =>
    withTempRepo(async (repo) => {
      const one = repo.commit('One');
      repo.git('update-ref', 'refs/heads/x/refs/heads/y', one);
      const two = repo.commit('Two');
      repo.git('checkout', '-q', '-b', 'y');
      repo.git('pack-refs', '--all', '--prune');
      assert.deepEqual(await headOf(repo), { sha: two, branch: 'y' });
    }));

  it('knows a detached HEAD', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      repo.git('checkout', '-q', '--detach');
      assert.deepEqual(await headOf(repo), { sha, branch: null });
    }));

  it('knows the commits of a SHA-256 repository', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      assert.deepEqual([sha.length, await headOf(repo)], [64, { sha, branch: 'main' }]);
    }, '--object-format=sha256'));

  it('follows a branch that stands for another', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      repo.git('symbolic-ref', 'refs/heads/alias', 'refs/heads/main');
      writeFileSync(join(repo.path, '.git/HEAD'), 'ref: refs/heads/alias\n');
      assert.deepEqual(await headOf(repo), { sha, branch: 'alias' });
    }));

  it('asks git where the file says nothing', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      const repository = await open(repo.path);
      // What a repository with branches in tables has there; this git may be too old to make one.
      writeFileSync(join(repo.path, '.git/HEAD'), 'ref: refs/heads/.invalid\n');
      assert.equal((await readHead(repository)).sha, null);
      writeFileSync(join(repo.path, '.git/HEAD'), 'ref: refs/heads/main\n');
      assert.equal((await readHead(repository)).sha, sha);
    }));

  it('knows that a rebase is in progress, and of which branch', () =>
    withConflict(async (repo, main) => {
      repo.git('checkout', '-q', 'feature/PAY-12');
      assert.throws(() => repo.git('rebase', '-q', 'main'));
      assert.deepEqual(await headOf(repo), { sha: main, branch: 'feature/PAY-12', operation: 'rebase' });
      repo.git('rebase', '--abort');
      assert.equal((await headOf(repo)).operation, undefined);
    }));

  for (const [operation, args] of [
    ['merge', ['merge', '-q', 'feature/PAY-12']],
    ['cherry-pick', ['cherry-pick', 'feature/PAY-12']],
    ['revert', ['revert', 'HEAD~1']],
    ['bisect', ['bisect', 'start']],
  ] as const) {
    it(`knows that a ${operation} is in progress`, () =>
      withConflict(async (repo, sha) => {
        try {
          repo.git(...args);
        } catch {
          // The conflict that it is about.
        }
        assert.deepEqual(await headOf(repo), { sha, branch: 'main', operation });
      }));
  }

  it('has a signature that changes with it and with nothing else', () =>
    withTempRepo(async (repo) => {
      const repository = await open(repo.path);
      const signatures = [headSignature(repository)];
      const after = (...args: string[]): void => {
        repo.git(...args);
        signatures.push(headSignature(repository));
      };
      after('commit', '-q', '--allow-empty', '-m', 'One');
      after('commit', '-q', '--allow-empty', '--amend', '-m', 'Uno');
      after('checkout', '-q', '-b', 'other');
      after('checkout', '-q', '--detach');
      assert.equal(new Set(signatures).size, signatures.length);
      repo.git('tag', 'v1');
      repo.git('branch', 'unused');
      repo.git('pack-refs', '--all');
      appendFileSync(join(repo.path, '.git/config'), '# nothing\n');
      assert.equal(headSignature(repository), signatures.at(-1));
    }));
});
