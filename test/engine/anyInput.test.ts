import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine';
import { findProgram } from '../../src/engine/git/gitProgram';
import { withTempFolder, withTempRepo } from '../support/tempRepo';
import { LINKS, ROADMAP, SOURCE } from './engineFixtures';
import { wrappedGit } from './git/gitHelpers';
import { knowledgeOf, linksOf, withEngine } from './openFolder';

const TEXT = '// é文😀\nx\n😀a  // TODO(PAY-12): größer\n';
const PLACE = { line: 3, column: 9, text: 'größer' };

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** What a file may hold; each has one annotation, and where an editor shows it. */
const FILES: readonly (readonly [path: string, what: string, bytes: string | Buffer, place?: Partial<typeof PLACE>])[] =
  [
    ['utf8.ts', 'UTF-8', TEXT],
    ['bom.ts', 'UTF-8 with a byte order mark', `\uFEFF${TEXT}`],
    ['latin1.ts', 'Latin-1', latin1('// caf\xe9\nx\na\xe9  // TODO(PAY-12): gr\xf6\xdfer\n'), { column: 8 }],
    ['utf16.ts', 'UTF-16, little end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf16-big.ts', 'UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['crlf.ts', 'CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['cr.ts', 'lone CR', TEXT.replaceAll('\n', '\r')],
    ['mixed.ts', 'all line ends', TEXT.replace('\n', '\r').replace('\n', '\r\n')],
    ['separators.ts', 'letters that only look like line ends', `\u2028\u0085\f\v${TEXT}`],
    ['nul.ts', 'NUL beyond what decides', `${TEXT}${'x'.repeat(8000)}\0`],
    [
      'long.ts',
      'a line of ten megabytes',
      `\n\n${'a;'.repeat(5_000_000)} // TODO(PAY-12): größer`,
      { column: 10_000_005 },
    ],
    ['broken.ts', 'UTF-8 with a damaged letter', Buffer.concat([Buffer.from(TEXT), latin1('// \xe9\xe9\n')])],
    ['surrogates.ts', 'half a letter', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xed, 0xa0, 0x80])])],
    ['with space.ts', 'a space in its name', TEXT],
    ['with "quotes" and \'more\'.ts', 'quotes in its name', TEXT],
    ['with\nnewline.ts', 'a line break in its name', TEXT],
    ['größe/文件😀.ts', 'letters beyond ASCII in its name', TEXT],
    ['-rf.ts', 'a name like an option', TEXT],
    ['$(touch owned).ts', 'a name like a command', TEXT],
    ['%s%n;&|.ts', 'signs in its name', TEXT],
  ];

const TREE = {
  'roadmap.yaml': ROADMAP,
  ...Object.fromEntries(FILES.map(([path, , bytes]) => [path, bytes])),
};

describe('An annotation is found at its place', () => {
  for (const way of ['by git grep', 'by reading each file', 'by editing'] as const) {
    it(`whatever its file holds and is called, ${way}`, () =>
      withTempRepo(async (repo) => {
        repo.write(TREE);
        if (way === 'by git grep') {
          repo.git('add', '--all');
        }
        await withEngine(repo.path, async (engine) => {
          if (way === 'by editing') {
            await changeAll(engine);
          }
          const found = placesOf(engine);
          for (const [path, what, , place] of FILES) {
            assert.deepEqual(found.get(path), { ...PLACE, ...place }, what);
          }
          assert.equal(found.size, FILES.length);
        });
      })).timeout(30_000);
  }
});

describe('A folder is read to its end', () => {
  it('around links in a circle, and links that lead nowhere', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
      mkdirSync(join(repo.path, 'deep'));
      const links = {
        'deep/up': '..',
        'deep/self': 'self',
        a: 'b',
        b: 'a',
        docs: 'docs/docs',
        gone: 'nowhere',
        'c.ts': 'src/refund.ts',
      };
      for (const [path, target] of Object.entries(links)) {
        symlinkSync(target, join(repo.path, path));
      }
      await withEngine(repo.path, async (engine) => {
        engine.filesChanged(Object.keys(links));
        await engine.idle();
        assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
      });
    }));

  it('without a file that vanishes between the search and its reading', () =>
    withTempFolder((beside) =>
      withTempRepo(async (repo) => {
        repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE, 'short-lived.ts': '// PAY-12\n' });
        repo.git('add', '--all');
        const file = join(repo.path, 'short-lived.ts');
        const search = `case "$*" in *' grep '*) '${findProgram('git')}' "$@"; found=$?; rm '${file}'; exit $found;; esac`;
        await withEngine(
          repo.path,
          (engine) => {
            assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
            assert.deepEqual(engine.status.skipped, [{ path: 'short-lived.ts', reason: 'vanished' }]);
          },
          { git: { gitPath: wrappedGit(beside, search) } },
        );
      }),
    ));

  it('past a minified line of fifty megabytes, and says that it was left out', () =>
    withTempRepo(async (repo) => {
      const minified = Buffer.alloc(50 * 1024 * 1024, 'a;/*TODO(PAY-12): x*/');
      repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE, 'all.min.js': minified, 'all.ts': minified });
      await withEngine(repo.path, (engine) => {
        assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
        assert.deepEqual(engine.status.skipped, [
          { path: 'all.min.js', reason: 'larger than 20 MB' },
          { path: 'all.ts', reason: 'larger than 20 MB' },
        ]);
      });
    }));
});

/** As if a person had opened each file in an editor. */
async function changeAll(engine: Engine): Promise<void> {
  for (const [path, , bytes] of FILES) {
    if (typeof bytes === 'string') {
      engine.changeDocument(path, bytes.replace(/^\uFEFF/, ''));
    }
  }
  await engine.idle();
}

function placesOf(engine: Engine): Map<string, typeof PLACE> {
  const marks = knowledgeOf(engine).items.flatMap(({ annotations }) => annotations);
  return new Map(marks.map(({ path, line, column, text }) => [path, { line, column, text }]));
}
