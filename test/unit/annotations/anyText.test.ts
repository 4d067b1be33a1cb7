import assert from 'node:assert/strict';
import path from 'node:path';
import * as fc from 'fast-check';
import { findComments } from '../../../src/core/annotations/comments';
import { LANGUAGES } from '../../../src/core/annotations/languages/catalogue';
import { languageOf } from '../../../src/core/annotations/languages/detect';
import { UNKNOWN } from '../../../src/core/annotations/languages/guessed';
import type { Language } from '../../../src/core/annotations/languages/language';
import { readMarkedCases, withoutMarks } from './marked';
import { piecesOf } from './signs';

/** More by hand: `WAYMARK_RUNS=10000 npx mocha --import=tsx test/unit/annotations/anyText.test.ts`. */
const RUNS = Number(process.env['WAYMARK_RUNS'] ?? 60);

/** One language of each grammar: what holds for it holds for all. */
const BY_GRAMMAR = [
  ...new Map([...LANGUAGES.values(), UNKNOWN].map((language) => [language.grammar, language])).values(),
];

const TRAPS = readMarkedCases(path.join(__dirname, 'traps')).flatMap(({ cases }) =>
  cases.map(({ file, marked }) => ({ file, text: withoutMarks(marked) })),
);

describe('The comments of any text lie in it, in order, apart, and their lines in them:', function () {
  this.timeout(RUNS * 1_000);
  for (const language of BY_GRAMMAR) {
    it(language.name, () => {
      fc.assert(
        fc.property(textsIn(language), (text) => check(text, language)),
        { numRuns: RUNS },
      );
    });
  }
});

const LETTERS = 150_000;

/** Work that grows with the square of the length takes minutes here, and runs into the time limit. */
describe('The comments of a long text are found in time linear in its length:', () => {
  for (const language of BY_GRAMMAR) {
    it(language.name, () => {
      const pieces = piecesOf(language.grammar);
      const repeated = fc.array(pieces, { minLength: 1, maxLength: 4, size: 'max' }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(pieces, repeated, pieces, (before, middle, after) => {
          findComments(before + middle.repeat(LETTERS / middle.length) + after, language);
        }),
        { numRuns: 4 },
      );
    });
  }
});

/** Of the language's own signs; and of its traps, cut up and mixed. */
function textsIn(language: Language): fc.Arbitrary<string> {
  const pieces = piecesOf(language.grammar);
  const own = TRAPS.filter(({ file, text }) => languageOf(file, text)?.grammar === language.grammar);
  const soup = fc.array(pieces, { maxLength: 60, size: 'max' }).map((parts) => parts.join(''));
  const stretches = fc
    .array(fc.tuple(fc.constantFrom('', ...own.map(({ text }) => text)), fc.nat(), fc.nat(60), pieces), {
      maxLength: 6,
      size: 'max',
    })
    .map((parts) =>
      parts.map(([text, at, length, sign]) => text.slice(at % (text.length + 1)).slice(0, length) + sign).join(''),
    );
  return own.length === 0 ? soup : fc.oneof(soup, stretches);
}

function check(text: string, language: Language): void {
  let last = 0;
  for (const { span, parts, examples } of findComments(text, language)) {
    assert.ok(last <= span.start && span.start < span.end && span.end <= text.length);
    last = span.start;
    for (const part of parts) {
      assert.ok(last <= part.start && part.start <= part.end && part.end <= span.end);
      assert.doesNotMatch(text.slice(part.start, part.end), /[\r\n]/);
      last = part.end;
    }
    assert.ok(examples.every((example) => example.start < span.end && example.end > span.start));
    last = span.end;
  }
}
