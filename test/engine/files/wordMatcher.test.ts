import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { shortestWords, wordMatcher } from '../../../src/engine/files/wordMatcher';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), maxLength: 40 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), minLength: 1, maxLength: 6 });

describe('Looking for words', () => {
  it('finds what a search for each word finds, however many they are', () => {
    fc.assert(
      fc.property(letters, fc.array(word, { maxLength: 30 }), (text, words) => {
        const expected = words.some((each) => text.includes(each));
        assert.equal(wordMatcher(words)(Buffer.from(text)), expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds one of ten thousand words at the very end', () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `story-${index}`);
    const matches = wordMatcher(words);
    assert.equal(matches(Buffer.from(`${'story '.repeat(1000)}story-9999`)), true);
    assert.equal(matches(Buffer.from(`${'story '.repeat(1000)}story-`)), false);
  });

  it('asks only for the words that decide', () => {
    assert.deepEqual(shortestWords(['TODOS', 'TODO', 'FIXME', 'TODO']), ['TODO', 'FIXME']);
  });
});
