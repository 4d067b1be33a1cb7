import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { anywhere, searchExpression, type SearchPattern } from '../../../src/core/ids/searchPattern';
import { decidingPatterns, overlapOf, patternMatcher } from '../../../src/engine/files/patternMatcher';

const LETTERS = fc.constantFrom('a', 'b', 'é', '-', '1', '$');
const letters = fc.string({ unit: LETTERS, maxLength: 40 });
const pattern: fc.Arbitrary<SearchPattern> = fc.record({
  text: fc.string({ unit: LETTERS, minLength: 1, maxLength: 6 }),
  before: fc.constantFrom('anything', 'break'),
  next: fc.constantFrom('anything', 'break', 'digit'),
});

function isIn(patterns: readonly SearchPattern[], text: string): boolean {
  return patternMatcher(patterns)({ bytes: Buffer.from(text), from: 0, isLast: true });
}

/** Reads the text in two pieces, as a large file is read. */
function isInPieces(patterns: readonly SearchPattern[], text: string, border: number): boolean {
  const matches = patternMatcher(patterns);
  const bytes = Buffer.from(text);
  const first = bytes.subarray(0, border);
  const kept = Math.min(first.length, overlapOf(patterns));
  return (
    matches({ bytes: first, from: 0, isLast: false }) ||
    matches({ bytes: bytes.subarray(first.length - kept), from: kept === first.length ? 0 : 1, isLast: true })
  );
}

describe('Looking for patterns', () => {
  it('finds what their expression finds, however many they are', () => {
    fc.assert(
      fc.property(letters, fc.array(pattern, { maxLength: 30 }), (text, patterns) => {
        // Beyond ASCII, bytes are compared: the expression sees them as a search of bytes does.
        const bytewise = (value: string) => Buffer.from(value).toString('latin1');
        const inBytes = patterns.map((each) => ({ ...each, text: bytewise(each.text) }));
        const expected = new RegExp(searchExpression(inBytes)).test(bytewise(text));
        assert.equal(isIn(patterns, text), expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same wherever the border of two pieces lies', () => {
    fc.assert(
      fc.property(letters, fc.array(pattern, { maxLength: 15 }), fc.nat(45), (text, patterns, border) => {
        assert.equal(isInPieces(patterns, text, border), isIn(patterns, text));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds one of ten thousand at the very end', () => {
    const patterns = Array.from({ length: 10_000 }, (_, index) => anywhere(`story-${index}`));
    assert.equal(isIn(patterns, `${'story '.repeat(1000)}story-9999`), true);
    assert.equal(isIn(patterns, `${'story '.repeat(1000)}story-`), false);
  });

  it('asks only for those that decide', () => {
    const texts = decidingPatterns(['TODOS', 'TODO', 'FIXME'].map(anywhere)).map(({ text }) => text);
    assert.deepEqual(texts, ['TODO', 'FIXME']);
    const narrow: SearchPattern = { text: 'TODO', before: 'break', next: 'break' };
    assert.equal(decidingPatterns([narrow, anywhere('TODOS')]).length, 2);
  });
});
