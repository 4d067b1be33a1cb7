import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anywhere } from '../../../src/core/ids/searchPattern';
import { searchFiles } from '../../../src/engine/files/searchFiles';
import { commitText, listCommits } from '../../../src/engine/git/commits';
import { makeTempFolder, makeTempRepo, type TempRepo } from '../../support/tempRepo';
import { historyOf, open, wrappedGit } from './gitHelpers';

/** Settings with which a repository can make git run a program, each with a command of git that proves it. */
const TRAPS: readonly (readonly [setting: string, proof: readonly string[]])[] = [
  ['core.fsmonitor', ['status']],
  ['diff.external', ['diff', 'HEAD~2', 'HEAD']],
  ['diff.trap.textconv', ['diff', '--no-ext-diff', 'HEAD~2', 'HEAD']],
  ['diff.trap.command', ['diff', 'HEAD~2', 'HEAD']],
  ['filter.trap.clean', ['hash-object', 'a.txt']],
  ['gpg.program', ['log', '--show-signature', '-1']],
];

describe('A hostile repository', () => {
  let repo: TempRepo;
  let beside: string;
  let traps: string;
  let proof: string;
  let hookProof: string;

  before(() => {
    repo = makeTempRepo();
    beside = makeTempFolder();
    // Git hands these settings to a shell, which would split a path with a space.
    traps = mkdtempSync(join(tmpdir(), 'waymark-traps-'));
    proof = join(traps, 'it-ran');
    hookProof = join(traps, 'hook-ran');
    const script = join(traps, 'trap');
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${proof}'\ncat < /dev/null\n`, { mode: 0o755 });
    repo.write({ 'a.txt': 'TODO one\n', '.gitattributes': '* diff=trap filter=trap\n' });
    repo.commit('One');
    repo.write({ 'a.txt': 'TODO two\n' });
    repo.commit('Two');
    sign(repo);
    for (const [setting] of TRAPS) {
      repo.git('config', setting, script);
    }
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
      writeFileSync(join(repo.path, '.git/hooks', hook), `#!/bin/sh\ntouch '${hookProof}'\n`, { mode: 0o755 });
    }
    repo.git('config', 'log.showSignature', 'true');
    repo.git('config', 'core.pager', script);
    repo.git('config', 'alias.log', `!${script}`);
    repo.git('config', 'submodule.recurse', 'true');
    repo.git('config', 'log.diffMerges', 'remerge');
    forget();
  });

  function forget(): void {
    rmSync(proof, { force: true });
    rmSync(hookProof, { force: true });
  }

  after(() => {
    repo.dispose();
    rmSync(beside, { recursive: true });
    rmSync(traps, { recursive: true });
  });

  for (const [setting, command] of TRAPS) {
    it(`has a trap in ${setting} that works`, () => {
      repo.git(...command);
      assert.ok(existsSync(proof));
      forget();
    });
  }

  it('has hooks that work', () => {
    repo.git('update-ref', 'refs/heads/x', 'HEAD');
    assert.ok(existsSync(hookProof));
    forget();
  });

  it('runs nothing of its own when it is read', async () => {
    const repository = await open(repo.path);
    const head = commitIn(repo);
    forget();
    const commits = await historyOf(repository, head);
    assert.equal(commits.length, 3);
    assert.match(await commitText(repository, commits[1]?.sha ?? ''), /\+TODO two/);
    assert.equal((await listCommits(repository, { skip: 0, limit: 2, except: () => false })).commits.length, 2);
    assert.equal((await historyOf(repository, head, commits[2]?.sha)).length, 2);
    const found = await searchFiles(repo.path, [anywhere('TODO')], { gitAllowed: true, searcher: 'git' });
    assert.deepEqual([found.searcher, found.paths], ['git grep', ['a.txt']]);
    assert.equal(existsSync(proof), false, existsSync(proof) ? readFileSync(proof, 'utf8') : '');
    assert.equal(existsSync(hookProof), false);
  });

  it('writes nothing when it is read', async () => {
    const index = join(repo.path, '.git/index');
    const before = readFileSync(index);
    writeFileSync(join(repo.path, 'a.txt'), readFileSync(join(repo.path, 'a.txt')));
    await searchFiles(repo.path, [anywhere('TODO')], { gitAllowed: true, searcher: 'git' });
    await historyOf(await open(repo.path), commitIn(repo));
    assert.deepEqual(readFileSync(index), before);
  });

  it('cannot make a missing object be fetched', async () => {
    const seen = join(beside, 'arguments');
    const gitPath = wrappedGit(beside, `env | grep ^GIT_ >> '${seen}'`);
    await open(repo.path, { gitPath });
    const variables = readFileSync(seen, 'utf8');
    for (const variable of [
      'GIT_ALLOW_PROTOCOL=none',
      'GIT_NO_LAZY_FETCH=1',
      'GIT_TERMINAL_PROMPT=0',
      'GIT_OPTIONAL_LOCKS=0',
    ]) {
      assert.ok(variables.includes(variable), variable);
    }
  });

  it('is read without the variables by which git runs programs', async () => {
    const seen = join(beside, 'inherited');
    const gitPath = wrappedGit(beside, `env >> '${seen}'`);
    const environment = {
      ...process.env,
      GIT_DIR: beside,
      GIT_EXTERNAL_DIFF: 'x',
      EDITOR: 'x',
      PAGER: 'x',
      GIT_CONFIG_COUNT: '1',
    };
    await open(repo.path, { gitPath, environment });
    assert.doesNotMatch(readFileSync(seen, 'utf8'), /^(?:GIT_DIR|GIT_EXTERNAL_DIFF|EDITOR|PAGER|GIT_CONFIG_COUNT)=/m);
  });
});

function commitIn(repo: TempRepo): string {
  return readFileSync(join(repo.path, '.git/refs/heads/main'), 'utf8').trim();
}

/** Adds a commit with something that stands where a signature does: git asks a program about it. */
function sign(repo: TempRepo): void {
  const lines = repo.git('cat-file', 'commit', 'HEAD').split('\n');
  const end = lines.indexOf('');
  const signature = ['gpgsig -----BEGIN PGP SIGNATURE-----', ' ', ' x', ' -----END PGP SIGNATURE-----'];
  const parent = `parent ${repo.git('rev-parse', 'HEAD')}`;
  const headers = lines.slice(0, end).map((line) => (line.startsWith('parent ') ? parent : line));
  repo.write({ '.git/signed': `${[...headers, ...signature].join('\n')}\n\nSigned` });
  repo.git('update-ref', 'HEAD', repo.git('hash-object', '-t', 'commit', '-w', '.git/signed'));
}
