import assert from 'node:assert/strict';
import { commitText, listCommits } from '../../../src/engine/git/commits';
import { withTempRepo } from '../../support/tempRepo';
import { open } from './gitHelpers';

describe('Listing commits', () => {
  it('gives pages of those that are wanted, and says where the next begins', () =>
    withTempRepo(async (repo) => {
      const shas = Array.from({ length: 9 }, (_, index) => repo.commit(`Commit ${index + 1}\n\nBody`));
      const planned = new Set(shas.filter((_, index) => index % 3 === 0));
      const repository = await open(repo.path);
      const pages: string[][] = [];
      for (let skip: number | undefined = 0; skip !== undefined; ) {
        const page = await listCommits(repository, { skip, limit: 2, except: (sha) => planned.has(sha) });
        pages.push(page.commits.map(({ subject }) => subject));
        skip = page.next;
      }
      assert.deepEqual(pages, [
        ['Commit 9', 'Commit 8'],
        ['Commit 6', 'Commit 5'],
        ['Commit 3', 'Commit 2'],
      ]);
    }));

  it('tells hash, date, author and subject', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('Grün\n\nBody', { author: 'Zoë', date: '2026-03-01T10:00:00+02:00' });
      const page = await listCommits(await open(repo.path), { skip: 0, limit: 10, except: () => false });
      const commit = { sha, date: '2026-03-01T10:00:00+02:00', author: 'Zoë', subject: 'Grün' };
      assert.deepEqual(page, { commits: [commit], next: undefined });
    }));

  it('gives none where there are none yet', () =>
    withTempRepo(async (repo) => {
      const page = await listCommits(await open(repo.path), { skip: 0, limit: 10, except: () => false });
      assert.deepEqual(page, { commits: [], next: undefined });
    }));
});

describe('The text of a commit', () => {
  it('holds message, statistics and changes', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'a.txt': 'one\n' });
      const sha = repo.commit('PAY-12: Grün\n\nBody');
      const text = await commitText(await open(repo.path), sha);
      for (const part of [`commit ${sha}`, 'Ana Silva', 'PAY-12: Grün', '1 file changed', '+one']) {
        assert.ok(text.includes(part), part);
      }
      assert.equal(await commitText(await open(repo.path), sha.slice(0, 8)), text);
    }));

  it('is cut at a line after a megabyte, and says so', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'a.txt': 'é line\n'.repeat(400_000) });
      const text = await commitText(await open(repo.path), repo.commit('Huge'));
      assert.ok(text.length < 1024 * 1024 + 200);
      assert.match(
        text,
        /\n\+é line\n\n\[Cut here: the commit is longer than 1 MB\. See the rest with `git show [0-9a-f]{40}`\.\]\n$/,
      );
    }));

  it('is a sentence when there is no such commit', () =>
    withTempRepo(async (repo) => {
      const tree = repo.commit('One') && repo.git('rev-parse', 'HEAD^{tree}');
      const repository = await open(repo.path);
      assert.match(await commitText(repository, '0'.repeat(40)), /^Git could not show the commit 0+ of .*\.\n$/);
      assert.match(await commitText(repository, tree), /^Git could not show the commit/);
      assert.match(await commitText(repository, '--output=x'), /^"--output=x" is not a commit's hash\.\n$/);
    }));
});
