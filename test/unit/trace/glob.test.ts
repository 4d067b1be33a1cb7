import assert from 'node:assert/strict';
import { matchesGlob } from '../../../src/core/trace/glob';

const CASES: readonly (readonly [glob: string, fits: readonly string[], fails: readonly string[]])[] = [
  ['docs/prices.md', ['docs/prices.md'], ['docs/prices.md.bak', 'x/docs/prices.md', 'docs/pricesXmd']],
  ['docs/', ['docs/a.md', 'docs/a/b.md'], ['docs', 'docsa/a.md']],
  ['*.md', ['a.md', '.md'], ['docs/a.md', 'a.mdx']],
  ['src/*/a?.ts', ['src/x/ab.ts'], ['src/a.ts', 'src/x/y/ab.ts', 'src/x/a.ts', 'src/x/a/.ts']],
  ['**/*.md', ['a.md', 'docs/a.md', 'docs/x/a.md'], ['a.mdx']],
  ['src/**', ['src/a.ts', 'src/x/a.ts'], ['srcx/a.ts', 'src']],
  ['src/**/a.ts', ['src/a.ts', 'src/x/y/a.ts'], ['src/ba.ts']],
  ['**', ['a', 'a/b'], []],
  ['[a].{b}', ['[a].{b}'], ['a.b']],
];

describe('A glob', () => {
  for (const [glob, fits, fails] of CASES) {
    it(`${glob} fits ${fits.join(', ')}${fails.length > 0 ? `, but not ${fails.join(', ')}` : ''}`, () => {
      assert.deepEqual(
        [fits.filter((path) => !matchesGlob(glob, path)), fails.filter((path) => matchesGlob(glob, path))],
        [[], []],
      );
    });
  }

  it('of nothing but stars ends soon on a long path', () => {
    assert.equal(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(4000)), false);
  });
});
