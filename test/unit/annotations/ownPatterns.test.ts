import assert from 'node:assert/strict';
import { compilePatterns } from '../../../src/core/annotations/ownPatterns';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { BAD_PATTERNS, HOSTILE_PATTERNS, PATTERN_CASES } from './cases/patterns';
import { describeMarks } from './describeMarks';

const FINDER = createIdFinder(vocabularyOf(['PAY'], ['login-page']));

function scan(patterns: readonly string[], path: string, text: string) {
  const { patterns: compiled, problems } = compilePatterns(patterns);
  assert.deepEqual(problems, []);
  return scanFile(path, text, { finder: FINDER, tags: createTagSet(), patterns: compiled });
}

describe('Patterns of one’s own', () => {
  for (const [patterns, path, text, expected, reason] of PATTERN_CASES) {
    it(`${patterns.join(' and ')} read ${JSON.stringify(text)} of ${path}: ${reason}`, () =>
      assert.deepEqual(describeMarks(scan(patterns, path, text)), expected));
  }

  for (const [pattern, sentence, reason] of BAD_PATTERNS) {
    it(`are left out with a sentence, and the others go on: ${reason}`, () => {
      const { patterns, problems, used } = compilePatterns([pattern, 's=(?<id>\\S+)']);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]?.includes(sentence), problems[0]);
      assert.ok(problems[0]?.includes('waymark.annotations.patterns') && problems[0].includes(pattern.slice(0, 70)));
      assert.deepEqual(used, ['s=(?<id>\\S+)']);
      assert.equal(patterns.count, 1);
    });
  }

  it('are no more than fifty', () => {
    const { patterns, problems } = compilePatterns(Array.from({ length: 51 }, (_, index) => `s${index}=(?<id>\\S+)`));
    assert.equal(patterns.count, 50);
    assert.match(problems.join(), /more than 50 patterns/);
  });

  for (const [pattern, letter] of HOSTILE_PATTERNS) {
    it(`come to an end on a long line, whatever they are: ${pattern} on ${JSON.stringify(letter)}`, () => {
      const { references } = scan([pattern], 'a.ts', `// PAY-1 ${letter.repeat(100_000)}!\n`.repeat(20));
      assert.equal(references.length, 20);
    });
  }
});
