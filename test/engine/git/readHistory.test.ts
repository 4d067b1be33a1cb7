import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { nulFieldReader } from '../../../src/engine/git/nulFieldReader';
import { readHistory } from '../../../src/engine/git/readHistory';
import { withTempRepo } from '../../support/tempRepo';
import { historyOf, open, wrappedGit } from './gitHelpers';

describe('Reading the history', () => {
  it('tells everything of each commit, newest first', () =>
    withTempRepo(async (repo) => {
      const first = repo.commit('PAY-1: One\n\nBody, two\nlines.\n\nStory: PAY-2\n', {
        date: '2026-03-01T10:00:00+05:30',
      });
      const second = repo.commit('Zwei 文 😀', {
        author: 'Zoë Ünal',
        email: 'zoe@example.org',
        date: '2026-03-02T00:00:00Z',
      });
      const commits = await historyOf(await open(repo.path), second);
      assert.deepEqual(commits, [
        {
          sha: second,
          parents: [first],
          author: 'Zoë Ünal',
          email: 'zoe@example.org',
          date: '2026-03-02T00:00:00+00:00',
          committed: Date.parse('2026-03-02T00:00:00Z') / 1000,
          message: 'Zwei 文 😀',
        },
        {
          sha: first,
          parents: [],
          author: 'Ana Silva',
          email: 'ana@example.org',
          date: '2026-03-01T10:00:00+05:30',
          committed: Date.parse('2026-03-01T10:00:00+05:30') / 1000,
          message: 'PAY-1: One\n\nBody, two\nlines.\n\nStory: PAY-2\n',
        },
      ]);
    }));

  it('gives the parents of a merge in order, and only what is new', () =>
    withTempRepo(async (repo) => {
      repo.commit('Base');
      repo.git('checkout', '-q', '-b', 'side');
      const side = repo.commit('Side');
      repo.git('checkout', '-q', 'main');
      const main = repo.commit('Main');
      repo.git('merge', '-q', '--no-ff', '-m', "Merge branch 'side'", 'side');
      const merge = repo.git('rev-parse', 'HEAD');
      const repository = await open(repo.path);
      const commits = await historyOf(repository, merge, main);
      assert.deepEqual(commits.map(({ sha }) => sha).sort(), [merge, side].sort());
      assert.deepEqual(commits.find(({ sha }) => sha === merge)?.parents, [main, side]);
      assert.deepEqual(await historyOf(repository, merge, merge), []);
    }));

  it('counts the whole repository when the folder is a part of it', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'app/a.ts': '', 'b.ts': '' });
      repo.commit('One');
      repo.write({ 'b.ts': 'x' });
      const sha = repo.commit('Two');
      assert.equal((await historyOf(await open(join(repo.path, 'app')), sha)).length, 2);
    }));

  it('applies .mailmap', () =>
    withTempRepo(async (repo) => {
      repo.write({ '.mailmap': 'Ana Silva <ana@example.org> <ana@old.example.org>\n' });
      const sha = repo.commit('One', { author: 'anita', email: 'ana@old.example.org' });
      const [commit] = await historyOf(await open(repo.path), sha);
      assert.deepEqual([commit?.author, commit?.email], ['Ana Silva', 'ana@example.org']);
    }));

  it('reads names and messages in other encodings', () =>
    withTempRepo(async (repo) => {
      repo.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
      repo.commit(Buffer.from('declared: caf\xe9', 'latin1'));
      repo.git('config', '--unset', 'i18n.commitEncoding');
      const tree = repo.git('write-tree');
      const header = `tree ${tree}\nauthor Ren\xe9 <rene@example.org> 0 +0000\ncommitter C <c@example.org> 0 +0000\n\n`;
      repo.write({ '.git/raw': Buffer.from(`${header}undeclared: caf\xe9\n`, 'latin1') });
      const undeclared = repo.git('hash-object', '-t', 'commit', '-w', '.git/raw');
      const repository = await open(repo.path);
      assert.equal((await historyOf(repository, repo.git('rev-parse', 'HEAD')))[0]?.message, 'declared: café');
      const [commit] = await historyOf(repository, undeclared);
      assert.deepEqual([commit?.author, commit?.message], ['René', 'undeclared: café\n']);
    }));

  it('reads a message of ten megabytes between others', () =>
    withTempRepo(async (repo) => {
      const huge = 'PAY-12 é\n'.repeat(1024 * 1024);
      repo.commit('Before');
      repo.commit(huge);
      const commits = await historyOf(await open(repo.path), repo.commit('After'));
      assert.deepEqual(
        commits.map(({ message }) => message.length),
        [5, huge.length, 6],
      );
      assert.equal(commits[1]?.message, huge);
    }));

  it('reads a SHA-256 repository', () =>
    withTempRepo(async (repo) => {
      const first = repo.commit('One');
      const second = repo.commit('Two');
      const repository = await open(repo.path);
      assert.deepEqual(
        (await historyOf(repository, second, first)).map(({ sha }) => sha),
        [second],
      );
    }, '--object-format=sha256'));

  it('is not bent by the configuration of log', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      const settings = {
        'log.showSignature': 'true',
        'color.ui': 'always',
        'log.decorate': 'full',
        'format.pretty': '%h',
      };
      for (const [key, value] of Object.entries(settings)) {
        repo.git('config', key, value);
      }
      assert.equal((await historyOf(await open(repo.path), sha))[0]?.sha, sha);
    }));

  it('keeps what could be read when a commit is damaged, and says so', () =>
    withTempRepo(async (repo) => {
      const lost = repo.commit('Lost');
      repo.commit('Kept');
      const head = repo.commit('Newest');
      rmSync(join(repo.path, '.git/objects', lost.slice(0, 2), lost.slice(2)));
      const messages: string[] = [];
      const failure = await readHistory(await open(repo.path), {
        to: head,
        onCommits: (batch) => messages.push(...batch.map(({ message }) => message)),
      });
      assert.match(failure ?? '', /^Git could not read the whole history of .*: .*\b[0-9a-f]{40}\b.*\.$/);
      assert.deepEqual(messages, ['Newest']);
    }));

  it('takes nothing but a hash for a commit', () =>
    withTempRepo(async (repo) => {
      const sha = repo.commit('One');
      const repository = await open(repo.path);
      for (const to of ['--output=stolen', 'HEAD', '', `${sha}^`, sha.slice(0, 39)]) {
        const failure = await readHistory(repository, { to, onCommits: () => assert.fail() });
        assert.match(failure ?? '', /is not a commit's hash/);
      }
      assert.deepEqual(readdirSync(repo.path), ['.git']);
    }));

  it('stops when it is told to, and passes on what the receiver throws', () =>
    withTempRepo(async (repo) => {
      const to = repo.commit('One');
      const repository = await open(repo.path);
      const abort = new AbortController();
      const reading = readHistory(repository, { to, onCommits: () => assert.fail(), signal: abort.signal });
      abort.abort(new Error('enough'));
      await assert.rejects(reading, /enough/);
      const failing = readHistory(repository, {
        to,
        onCommits() {
          throw new Error('full');
        },
      });
      await assert.rejects(failing, /full/);
    }));

  it('gives up on a git that hangs in the middle', () =>
    withTempRepo(async (repo) => {
      const to = repo.commit('One');
      const gitPath = wrappedGit(repo.path, 'case "$*" in *tformat*) exec sleep 20;; esac');
      const failure = await readHistory(await open(repo.path, { gitPath, deadlineMs: 400 }), {
        to,
        onCommits: () => undefined,
      });
      assert.match(failure ?? '', /printed nothing for \d+ seconds/);
    }));

  it('tells what is lost when another history takes the place of one that is known', () =>
    withTempRepo(async (repo) => {
      const base = repo.commit('Base');
      const former = repo.commit('Former');
      repo.git('reset', '-q', '--hard', base);
      const latter = repo.commit('Latter');
      const repository = await open(repo.path);
      const told: string[] = [];
      const lost: string[] = [];
      const difference = async (known: string, to: string) => {
        told.length = 0;
        lost.length = 0;
        return readHistory(repository, {
          known,
          to,
          onCommits: (batch) => told.push(...batch.map(({ sha }) => sha)),
          onLost: (batch) => lost.push(...batch),
        });
      };
      assert.equal(await difference(former, latter), undefined);
      assert.deepEqual([told, lost], [[latter], [former]]);
      assert.equal(await difference(latter, base), undefined);
      assert.deepEqual([told, lost], [[], [latter]]);
      assert.match((await difference('0'.repeat(40), base)) ?? '', /could not read the whole history/);
    }));
});

describe('Cutting bytes into fields', () => {
  it('gives the same however the bytes arrive', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '文', '😀', '\n'), maxLength: 6 });
    const records = fc.array(fc.tuple(field, field, field), { maxLength: 5 });
    fc.assert(
      fc.property(records, fc.array(fc.nat(12)), (expected, lengths) => {
        const bytes = Buffer.from(
          expected
            .flat()
            .map((text) => `${text}\0`)
            .join(''),
        );
        const found: string[][] = [];
        const read = nulFieldReader(3, (batch) => found.push(...batch));
        let at = 0;
        for (const length of [...lengths, bytes.length]) {
          read(bytes.subarray(at, at + length));
          at = Math.min(at + length, bytes.length);
        }
        assert.deepEqual(found, expected);
      }),
    );
  });
});
