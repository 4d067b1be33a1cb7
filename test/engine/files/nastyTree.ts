import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { TempRepo } from '../../support/tempRepo';

const WORD = 'TODO: x\n';

/** What a searcher must find in the tree below, with what is odd about each. */
export const FOUND: Readonly<Record<string, string>> = {
  'plain.ts': 'a tracked file',
  'untracked.ts': 'not added, not ignored',
  'with space.ts': 'a space',
  'with "quotes".ts': 'quotes',
  'with\nnewline.ts': 'a line break',
  'with\\backslash.ts': 'a backslash',
  'größe/文件.ts': 'letters beyond ASCII',
  '-l.ts': 'a name like an option',
  '--untracked': 'a name that is an option',
  ':(exclude)x.ts': 'a name like a magic path',
  '*.ts': 'a name like a glob',
  '.hidden/a.ts': 'a hidden folder',
  'crlf.ts': 'CRLF line ends',
  'bom.ts': 'UTF-8 with a byte order mark',
  'latin1.ts': 'bytes that are not UTF-8',
  'utf16.sql': 'UTF-16 with a byte order mark, little end first',
  'utf16-big.sql': 'the same, big end first',
  'utf16-untracked.sql': 'UTF-16 that git does not know',
  'utf16-piece.sql': 'a word in UTF-16 across the border of two pieces that are read',
  'late-nul.ts': 'NUL beyond the 8000 bytes that decide',
  'no-newline.ts': 'no line break at the end',
  'long-line.ts': 'a line of a megabyte',
  'piece.ts': 'a word across the border of two pieces that are read',
  'logs/kept.log': 'tracked although ignored',
  'build/kept/deep.ts': 'tracked in an ignored folder',
  'docs/again.tmp': 'taken back by a nested ignore file',
  'deep/a/b/c/last.ts': 'deep below',
  'sub/only-here.gen': 'ignored by name in another folder only',
  'executable.sh': 'executable',
  'modified.ts': 'tracked without the word, then changed on disk',
  'assumed.ts': 'git was told to assume it unchanged, yet it changed',
  'vendor/ours.js': 'taken back from being vendored',
  'binary-by-attribute.ts': 'text that .gitattributes calls binary',
};

/** What holds the word and is left out with a reason. */
export const SKIPPED: Readonly<Record<string, string>> = {
  'binary.bin': 'binary',
  'huge.min.js': 'larger than 20 MB',
  'untracked.bin': 'binary',
  'marked.bin': 'binary',
  'huge.sql': 'larger than 20 MB',
  'vendor/lib.js': 'vendored (.gitattributes)',
  'src/api.pb.go': 'generated (.gitattributes)',
  'src/nested/made.ts': 'generated (.gitattributes)',
  module: 'a repository of its own',
  'nested/clone': 'a repository of its own',
};

/** A tree with everything that searchers disagree about, partly committed. `outside` is a folder beside it. */
export function makeNastyTree(repo: TempRepo, other: TempRepo, outside: string): void {
  other.write({ 'inside.ts': WORD });
  other.commit('A file');
  writeTracked(repo);
  repo.commit('Everything');
  repo.git('add', '--force', 'logs/kept.log', 'build/kept/deep.ts');
  repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.path, 'module');
  repo.git('update-index', '--assume-unchanged', 'assumed.ts');
  repo.write({
    'modified.ts': `now\n${WORD}`,
    'assumed.ts': WORD,
    'untracked.ts': WORD,
    'untracked.bin': `\0${WORD}`,
    'utf16-untracked.sql': utf16(WORD),
    'not a match.ts': 'todo: case counts',
    'huge.min.js': Buffer.concat([Buffer.alloc(21 * 1024 * 1024, 'x'), Buffer.from(WORD)]),
    'piece.ts': `${'x'.repeat(1024 * 1024 - 2)}TODO`,
  });
  repo.git('clone', '-q', other.path, 'nested/clone');
  repo.git('rm', '-q', '--cached', 'deleted.ts');
  makeLinks(repo.path, outside);
}

function writeTracked(repo: TempRepo): void {
  const tracked = Object.keys(FOUND).filter(
    (path) => !/^(?:(?:untracked|modified|assumed|piece)\.ts|utf16-untracked\.sql)$/.test(path),
  );
  repo.write(Object.fromEntries(tracked.map((path) => [path, WORD])));
  repo.write({
    'crlf.ts': 'a\r\nTODO: x\r\n',
    'bom.ts': `\uFEFF${WORD}`,
    'latin1.ts': Buffer.from('caf\xe9 TODO', 'latin1'),
    'late-nul.ts': `${'x'.repeat(8000)}\0${WORD}`,
    'no-newline.ts': 'TODO',
    'long-line.ts': `${'x'.repeat(1024 * 1024)}TODO`,
    'modified.ts': 'nothing yet\n',
    'assumed.ts': 'nothing yet\n',
    'deleted.ts': 'nothing yet\n',
    'binary.bin': Buffer.from(`PNG\0${WORD}`),
    'utf16.sql': utf16(`x\n${WORD}`),
    'utf16-big.sql': utf16(`x\n${WORD}`).swap16(),
    'utf16-piece.sql': utf16(`${'x'.repeat(349_518)}TODO`),
    'utf16-nothing.sql': utf16('todo: case counts'),
    'utf16-unmarked.sql': utf16(WORD).subarray(2),
    'utf16-other-end.sql': utf16(WORD).swap16().subarray(2),
    'only-marks.bin': Buffer.from('\0\n\xff\xfe\n\xfe\xff\n', 'latin1'),
    'marked.bin': Buffer.from(`\0\n\xff\xfe\n${WORD}`, 'latin1'),
    'huge-nothing.sql': Buffer.concat([utf16('x'), Buffer.alloc(21 * 1024 * 1024)]),
    'huge.sql': Buffer.concat([utf16('x'), Buffer.alloc(21 * 1024 * 1024), utf16(WORD).subarray(2)]),
    'vendor/lib.js': WORD,
    'src/api.pb.go': WORD,
    'src/nested/made.ts': WORD,
    'logs/left-out.log': WORD,
    'build/left-out.ts': WORD,
    'deep/a/ignored-here/x.ts': WORD,
    'docs/left-out.tmp': WORD,
    'root-only.gen': WORD,
    'by-exclude.ts': WORD,
    '.gitignore': '*.log\n/build/\n*.tmp\r\n/*.gen\n!not-ignored-anyway\n\\#odd\ndeep/**/ignored-here\n',
    'docs/.gitignore': '!again.tmp\n',
    '.gitattributes':
      '[attr]made linguist-generated=true\nvendor/** linguist-vendored\nvendor/ours.js -linguist-vendored\n*.pb.go made\nbinary-by-attribute.ts binary\n',
    'src/nested/.gitattributes': '"made.ts" linguist-generated\n',
    '.git/info/exclude': 'by-exclude.ts\n',
  });
  chmodSync(join(repo.path, 'executable.sh'), 0o755);
}

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

function makeLinks(root: string, outside: string): void {
  mkdirSync(join(outside, 'folder'));
  symlinkSync(outside, join(root, 'link-out'));
  symlinkSync('.', join(root, 'link-loop'));
  symlinkSync('plain.ts', join(root, 'link-to-file.ts'));
  symlinkSync('nowhere', join(root, 'link-to-nothing.ts'));
}
