import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anywhere } from '../../../src/core/ids/searchPattern';
import { type SearchOptions, searchFiles } from '../../../src/engine/files/searchFiles';
import { findProgram } from '../../../src/engine/git/gitProgram';
import {
  makeTempFolder,
  makeTempRepo,
  type TempRepo,
  withTempFolder,
  withTempRepo,
  writeFiles,
} from '../../support/tempRepo';
import { wrappedGit } from '../git/gitHelpers';
import { FOUND, makeNastyTree, SKIPPED } from './nastyTree';

/** Stands for ripgrep where there is none: knows no ignore files at all, so it finds more than it should. Decodes UTF-16. */
const STAND_IN = `#!${process.execPath}
const fs = require('fs');
const words = process.argv.includes('-f') ? fs.readFileSync(0, 'utf8').split('\\n').slice(0, -1) : [''];
const read = (path) => {
  const bytes = fs.readFileSync(path);
  const mark = bytes.toString('latin1', 0, 2);
  if (mark !== '\\xff\\xfe' && mark !== '\\xfe\\xff') return bytes;
  return new TextDecoder(mark === '\\xff\\xfe' ? 'utf-16le' : 'utf-16be').decode(bytes);
};
for (const entry of fs.readdirSync('.', { recursive: true, withFileTypes: true })) {
  const path = (entry.parentPath ?? entry.path) + '/' + entry.name;
  if (entry.isFile() && words.some((word) => read(path).includes(word))) {
    process.stdout.write('./' + path.replace(/^\\.\\//, '') + '\\0');
  }
}
`;

type Searcher = Pick<SearchOptions, 'searcher' | 'ripgrepPath' | 'git'>;

/** Says what Apple's git says, which knows no Perl. */
const WITHOUT_PERL = `case "$*" in *' grep -P '*) echo 'fatal: cannot use Perl-compatible regexes when not compiled with USE_LIBPCRE' >&2; exit 128;; esac`;

function searchers(folder: string): Record<string, Searcher> {
  const standIn = join(folder, 'rg');
  writeFileSync(standIn, STAND_IN, { mode: 0o755 });
  const ripgrep = findProgram('rg');
  return {
    'git grep': { searcher: 'git' },
    'a git without Perl expressions': { searcher: 'git', git: { gitPath: wrappedGit(folder, WITHOUT_PERL) } },
    walk: { searcher: 'walk' },
    'a program called like ripgrep': { searcher: 'ripgrep', ripgrepPath: standIn },
    'the choice of Waymark': {},
    ...(ripgrep !== undefined && { ripgrep: { searcher: 'ripgrep' as const, ripgrepPath: ripgrep } }),
  };
}

function search(root: string, words: string[] = ['TODO', 'FIXME'], options: Partial<SearchOptions> = {}) {
  return searchFiles(root, words.map(anywhere), { gitAllowed: true, ...options });
}

describe('Searching files', () => {
  let repo: TempRepo;
  let other: TempRepo;
  let outside: string;

  before(() => {
    repo = makeTempRepo();
    other = makeTempRepo();
    outside = makeTempFolder();
    writeFiles(outside, { 'secret.ts': 'TODO' });
    makeNastyTree(repo, other, outside);
  });

  after(() => {
    repo.dispose();
    other.dispose();
    rmSync(outside, { recursive: true });
  });

  it('finds the same with every searcher, in a tree that has everything they disagree about', async () => {
    for (const [name, options] of Object.entries(searchers(outside))) {
      const result = await search(repo.path, undefined, options);
      assert.deepEqual(result.paths, Object.keys(FOUND).sort(), name);
      const skipped = Object.fromEntries(result.skipped.map(({ path, reason }) => [path, reason]));
      assert.deepEqual(skipped, SKIPPED, name);
      assert.deepEqual(result.notes, [], name);
    }
  });

  it('says which searcher was used', async () => {
    const used = [];
    for (const searcher of ['git', 'walk'] as const) {
      used.push((await search(repo.path, undefined, { searcher })).searcher);
    }
    assert.deepEqual(used, ['git grep', 'walk']);
  });

  it('counts exactly the files that git lists, without links, submodules and deleted ones', async () => {
    const listed = repo.git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
    const files = new Set(listed.filter((path) => path !== '' && !path.endsWith('/') && !path.startsWith('link-')));
    files.delete('module');
    for (const searcher of ['git', 'walk'] as const) {
      assert.equal((await search(repo.path, undefined, { searcher })).filesSearched, files.size);
    }
  });

  it('answers for single files as for the whole folder', async () => {
    const whole = await search(repo.path);
    const files = repo.git('ls-files', '-z', '--cached', '--others').split('\0').slice(0, -1);
    const odd = [
      '',
      '.',
      '../x',
      'missing.ts',
      '.git/config',
      'link-out/secret.ts',
      'module/inside.ts',
      'nested/clone/inside.ts',
    ];
    const one = await search(repo.path, undefined, { paths: [...files, ...odd] });
    assert.deepEqual(one.paths, whole.paths);
  });

  it('takes the empty word as held by every file', async () => {
    const result = await search(repo.path, [''], { paths: ['not a match.ts', 'binary.bin', 'logs/left-out.log'] });
    assert.deepEqual(result.paths, ['not a match.ts']);
  });

  it('finds nothing without words, and still counts the files', async () => {
    const result = await search(repo.path, []);
    assert.deepEqual(result.paths, []);
    assert.ok(result.filesSearched > 20);
  });

  it('keeps to a folder inside of a repository, under the rules of the folders above', () =>
    withTempRepo(async (inner) => {
      inner.write({ '.gitignore': '*.log\n/app/out/\n', '.gitattributes': '/app/lib/** linguist-vendored\n' });
      inner.write({
        'app/a.ts': 'TODO',
        'app/a.log': 'TODO',
        'app/out/b.ts': 'TODO',
        'app/lib/c.ts': 'TODO',
        'd.ts': 'TODO',
      });
      inner.commit('Everything');
      for (const options of Object.values(searchers(outside))) {
        const result = await search(join(inner.path, 'app'), undefined, options);
        assert.deepEqual(result.paths, ['a.ts']);
        assert.deepEqual(result.skipped, [{ path: 'lib/c.ts', reason: 'vendored (.gitattributes)' }]);
      }
    }));

  it('honours ignore files where there is no repository', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, {
        '.gitignore': 'out/\n',
        'a.ts': 'TODO',
        'out/b.ts': 'TODO',
        'c/.gitignore': '*',
        'c/d.ts': 'TODO',
      });
      for (const options of Object.values(searchers(outside))) {
        assert.deepEqual((await search(folder, undefined, options)).paths, ['a.ts']);
      }
    }));

  it('takes a folder that the repository around it ignores for a project of its own', () =>
    withTempRepo(async (home) => {
      home.write({
        '.gitignore': '*\n',
        'project/a.ts': 'TODO',
        'project/.gitignore': '*.log',
        'project/b.log': 'TODO',
      });
      for (const options of Object.values(searchers(outside))) {
        assert.deepEqual((await search(join(home.path, 'project'), undefined, options)).paths, ['a.ts']);
      }
    }));

  it('reads the files itself, and says so, when git fails', () =>
    withTempRepo(async (broken) => {
      broken.write({ 'a.ts': 'TODO' });
      broken.commit('A file');
      writeFileSync(join(broken.path, '.git/index'), 'DIRC no index');
      const result = await search(broken.path);
      assert.deepEqual([result.searcher, result.paths], ['walk', ['a.ts']]);
      assert.match(result.notes.join(' '), /index of .* could not be read/);
      assert.match(
        result.notes.join(' '),
        /Git could not search .*: .*index.*\. The files were read one by one instead\./,
      );
    }));

  it('reads the files itself, and says so, when the searcher asked for cannot be had', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'a.ts': 'TODO' });
      const result = await search(folder, undefined, { searcher: 'git' });
      assert.deepEqual([result.searcher, result.paths], ['walk', ['a.ts']]);
      assert.match(result.notes.join(), /cannot be searched with git/);
      const gone = await search(folder, undefined, { searcher: 'ripgrep', ripgrepPath: join(folder, 'no-rg') });
      assert.deepEqual([gone.searcher, gone.paths], ['walk', ['a.ts']]);
      assert.match(gone.notes.join(), /ripgrep could not search .*ENOENT/);
    }));

  it('starts no git where it is not allowed', () =>
    withTempRepo(async (untrusted) => {
      untrusted.write({ 'a.ts': 'TODO', 'b.log': 'TODO', '.gitignore': '*.log' });
      untrusted.git('add', '--force', 'b.log');
      const gitPath = join(outside, 'git-that-tells');
      const told = join(outside, 'started');
      writeFileSync(gitPath, `#!/bin/sh\ntouch '${told}'\n`, { mode: 0o755 });
      const result = await search(untrusted.path, undefined, { gitAllowed: false, git: { gitPath } });
      assert.deepEqual(result.paths, ['a.ts', 'b.log']);
      assert.equal(existsSync(told), false);
      await search(untrusted.path, undefined, { git: { gitPath } });
      assert.equal(existsSync(told), true);
    }));

  for (const version of ['2', '3', '4']) {
    it(`reads version ${version} of git's index`, () =>
      withTempRepo(async (indexed) => {
        indexed.write({
          '.gitignore': '*.log\n',
          'a/b/one.log': 'TODO',
          'a/b/two.log': 'TODO',
          'a/c.log': 'TODO',
          'd.ts': '',
        });
        indexed.git('add', '--all', '--force');
        // Version 3 is version 2 with room for this flag.
        indexed.git('update-index', version === '2' ? '--no-skip-worktree' : '--skip-worktree', 'a/c.log');
        indexed.git('update-index', '--index-version', version);
        assert.equal(readFileSync(join(indexed.path, '.git/index')).readUInt32BE(4), Number(version));
        const result = await search(indexed.path, undefined, { searcher: 'walk' });
        assert.deepEqual(result.paths, ['a/b/one.log', 'a/b/two.log', 'a/c.log']);
      }));
  }

  it('reads the index of a SHA-256 repository', () =>
    withTempRepo(async (indexed) => {
      indexed.write({ '.gitignore': '*.log\n', 'a.log': 'TODO', 'b.log': 'TODO' });
      indexed.git('add', '--all', '--force');
      for (const searcher of ['git', 'walk'] as const) {
        assert.deepEqual((await search(indexed.path, undefined, { searcher })).paths, ['a.log', 'b.log']);
      }
    }, '--object-format=sha256'));

  it('does not follow a tracked folder that was replaced by a link out of the tree', () =>
    withTempRepo(async (swapped) => {
      swapped.write({ 'lib/secret.ts': 'TODO', 'a.ts': 'TODO' });
      swapped.commit('Everything');
      renameSync(join(swapped.path, 'lib'), join(swapped.path, 'away'));
      symlinkSync(outside, join(swapped.path, 'lib'));
      for (const options of Object.values(searchers(outside))) {
        assert.deepEqual((await search(swapped.path, undefined, options)).paths, ['a.ts', 'away/secret.ts']);
      }
    }));

  it('finds words however many they are, whatever they begin with', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'a.ts': 'see item-number-0999', 'b.ts': '-e', 'c.ts': 'grün', 'd.ts': 'item-number-1' });
      const many = Array.from({ length: 1000 }, (_, index) => `item-number-${String(index).padStart(4, '0')}`);
      for (const options of Object.values(searchers(outside))) {
        assert.deepEqual((await search(folder, many, options)).paths, ['a.ts']);
        assert.deepEqual((await search(folder, ['-e', 'grün'], options)).paths, ['b.ts', 'c.ts']);
      }
    }));

  it('says so when the folder is not there', async () => {
    const result = await search(join(outside, 'missing'));
    assert.deepEqual([result.paths, result.filesSearched], [[], 0]);
    assert.match(result.notes.join(), /could not be searched: vanished/);
  });

  it('stops when it is told to', async () => {
    for (const searcher of ['git', 'walk'] as const) {
      const abort = new AbortController();
      const searching = search(repo.path, undefined, { searcher, signal: abort.signal });
      abort.abort(new Error('enough'));
      await assert.rejects(searching, /enough/);
    }
  });
});
