import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { folderRules } from '../../../src/engine/files/folderRules';
import { parseGitPattern } from '../../../src/engine/files/gitPattern';
import { listFiles } from '../../../src/engine/files/listFiles';
import { makeTempRepo, type TempRepo } from '../../support/tempRepo';

const PATHS = [
  ['a', 'ab', 'a b', 'b.c', 'B.C', 'é.c', '#a', '!a', 'a*', 'a[b', '-a'].map((name) => `x/${name}`),
  ['a', 'ab ', 'b.c', 'aé', '[a]', 'a]', 'a\\b', '^a'],
  ['x/y/a', 'x/y/z/a', 'y/a', 'y/x/b.c', 'y/ab', 'a-dir/a', 'a-dir/b/a', 'z/z/z/a.b.c'],
].flat();

const PIECES = [
  ['a', 'b', 'ab', 'x', 'y', 'z', '.', 'c', '/', '/', '*', '**', '**/', '/**', '?', '[ab]', '[!a]', '[^b]', '[a-c]'],
  [
    '[[:alpha:]]',
    '[[:digit:]]',
    '[]a]',
    '[a',
    ']',
    '\\',
    '\\*',
    '\\ ',
    ' ',
    '#',
    '!',
    'é',
    '-',
    '[!]',
    '[a\\]]',
    'B',
    '[Z-]',
  ],
].flat();

const piece = fc.constantFrom(...PIECES);
const line = fc.tuple(fc.constantFrom('', '', '', '!', '/'), fc.array(piece, { minLength: 1, maxLength: 5 }));
const ignoreFile = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map(([start, pieces]) => start + pieces.join('')).join('\n'))
  // A star before an escaped slash, which nobody writes: git then wants one folder at least.
  .filter((text) => !text.includes('*\\/'));

describe('Ignore rules', () => {
  let repo: TempRepo;

  before(() => {
    repo = makeTempRepo();
    repo.write(Object.fromEntries(PATHS.map((path) => [path, ''])));
  });

  after(() => repo.dispose());

  async function check(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(repo.path, path), text);
    }
    const listed = repo.git('ls-files', '-z', '--others', '--exclude-standard').split('\0').slice(0, -1);
    const { paths } = await listFiles(folderRules(repo.path));
    assert.deepEqual([...paths].sort(), listed.sort(), JSON.stringify(files));
  }

  it('are those of git for any patterns, in nested files too', async () => {
    await fc.assert(
      fc.asyncProperty(ignoreFile, ignoreFile, (top, nested) => check({ '.gitignore': top, 'x/.gitignore': nested })),
      { numRuns: 120 },
    );
  });

  it('are those of git where case does not count', async () => {
    repo.git('config', 'core.ignoreCase', 'true');
    await check({ '.gitignore': 'b.c\nA-DIR\n[A]B\n[X-Z]/[A-C]\n', 'x/.gitignore': '!B.*\n[[:upper:]]B' });
    repo.git('config', 'core.ignoreCase', 'false');
  });

  it('come from the file that core.excludesFile names, too', async () => {
    repo.write({ '.git/mine': 'y\n*.c\n' });
    repo.git('config', 'core.excludesFile', join(repo.path, '.git/mine'));
    await check({ '.gitignore': '!b.c\n', 'x/.gitignore': '' });
    repo.git('config', '--unset', 'core.excludesFile');
  });

  it('take linear time on patterns made to take for ever', () => {
    const pattern = parseGitPattern(`/${'*a'.repeat(60)}b/${'**/'.repeat(40)}${'*a'.repeat(60)}b`, false);
    const name = 'a'.repeat(250);
    const began = process.cpuUsage().user;
    assert.equal(pattern?.matches(`${name}b/${`${name}/`.repeat(15)}${name}`, name), false);
    assert.ok(process.cpuUsage().user - began < 2_000_000, 'more than two seconds of work');
  });
});
