import assert from 'node:assert/strict';
import { namedPathTest, readNamedPath } from '../../../src/core/trace/namedPath';

/** What a text is read as: its globs, `word: …` for what is no plain path, or why it is none. */
function reading(text: string): string {
  const named = readNamedPath(text);
  return named.kind === 'inside' ? `${named.isPlain ? '' : 'word: '}${named.globs.join(' | ')}` : named.kind;
}

const CASES: readonly (readonly [text: string, reading: string])[] = [
  ['src/refunds/**', 'src/refunds/**'],
  [' ./src//refunds/ ', 'src/refunds'],
  ['src\\refunds\\api.ts', 'src/refunds/api.ts'],
  ['src/x/../refunds', 'src/refunds'],
  ['`src/a.ts`', 'src/a.ts'],
  ['[ADR 7](docs/adr/0007.md)', 'docs/adr/0007.md'],
  ['src/a.ts:12', 'src/a.ts'],
  ['src/a.ts:12-40', 'src/a.ts'],
  ['tests/a.py::TestRefund::test_it', 'tests/a.py'],
  ['docs/adr.md#decision', 'docs/adr.md'],
  ['src/a.ts (new)', 'src/a.ts'],
  ['src/a.ts - add the endpoint', 'src/a.ts'],
  ['src/{a,b}/*.{ts,js}', 'src/a/*.ts | src/a/*.js | src/b/*.ts | src/b/*.js'],
  ['app/[id]/page.tsx', 'app/[id]/page.tsx | app/?/page.tsx'],
  ['docs/My Notes.md', 'docs/My Notes.md'],
  ['README.md', 'README.md'],
  ['*.ts', '*.ts'],
  ['src', 'word: src'],
  ['Gateway.refund', 'word: Gateway.refund'],
  ['ADR-7', 'word: ADR-7'],
  ['../other/a.ts', 'outside'],
  ['src/../../a.ts', 'outside'],
  ['/etc/passwd', 'outside'],
  ['~/a.ts', 'outside'],
  ['C:\\a.ts', 'outside'],
  ['https://example.org/a.md', 'unclear'],
  ['file:///etc/passwd', 'unclear'],
  ['!src/legacy/**', 'unclear'],
  ['We keep one ledger', 'unclear'],
  ['Decided in docs/adr.md', 'unclear'],
  ['docs/a.md and docs/b.md', 'unclear'],
  ['', 'unclear'],
  ['.', 'unclear'],
];

describe('A path that a roadmap names', () => {
  for (const [text, expected] of CASES) {
    it(`"${text}" is read as ${expected}`, () => {
      assert.equal(reading(text), expected);
    });
  }

  it('of many braces in braces gives no more than some readings', () => {
    const named = readNamedPath(`src/${'{a,b}/'.repeat(40)}c.ts`);
    assert.ok(named.kind === 'inside' && named.globs.length <= 100);
  });

  it('names all that lies in the folder that it names, and nothing beside it', () => {
    const isNamed = namedPathTest(['src/refunds', 'docs/*.md', '../x', 'words that name nothing']);
    const paths = ['src/refunds/a.ts', 'src/refunds', 'src/refunds2/a.ts', 'docs/a.md', 'docs/b/a.md', 'x/a.ts'];
    assert.deepEqual(paths.filter(isNamed), ['src/refunds/a.ts', 'src/refunds', 'docs/a.md']);
  });
});
