import assert from 'node:assert/strict';
import path from 'node:path';
import * as fc from 'fast-check';
import { findComments } from '../../../src/core/annotations/comments';
import { languageOf } from '../../../src/core/annotations/languages/detect';
import { UNKNOWN } from '../../../src/core/annotations/languages/guessed';
import { LANGUAGES } from '../../../src/core/annotations/languages/table';
import { readMarkedCases, withoutMarks } from './marked';

/** Compares the marked text with the same text marked again: `«»` around comments, `‹›` around examples. */
function check(file: string, marked: string): void {
  const text = withoutMarks(marked);
  const language = languageOf(file, text);
  const comments = language ? findComments(text, language) : [];
  const marks: [offset: number, order: number, mark: string][] = comments.flatMap(({ span, examples }) => [
    [span.start, 2, '«'],
    [span.end, 1, '»'],
    ...examples.flatMap((example): [number, number, string][] => [
      [example.start, 3, '‹'],
      [example.end, 0, '›'],
    ]),
  ]);
  let found = '';
  let from = 0;
  for (const [offset, , mark] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    found += text.slice(from, offset) + mark;
    from = offset;
  }
  assert.equal(found + text.slice(from), marked);
}

describe('The comments of a language are told from traps:', () => {
  for (const { name, cases } of readMarkedCases(path.join(__dirname, 'traps'))) {
    describe(name.replace('.txt', ''), () => {
      for (const { reason, file, marked } of cases) {
        it(reason, () => check(file, marked));
      }
    });
  }
});

/** Letters that begin, end or hide something in one language or another. */
const PIECES = `" ' \` / // /* */ # -- { } \${ #{ \\( ( ) < > <a> </a> <<EOF EOF << <<~A A """ ''' r#" "# R"x( )x" [[ ]] --[[
  {- -} (* *) %w( =begin =end <!-- --> <script> </script> <?php ?> | : - \\ a TODO return = + $ @" $" ~s( q( s{ :: \`\`\` ~~~ .. *`;

describe('The comments of any text lie in it, in order, apart, and their lines in them:', () => {
  const pieces = fc.constantFrom(...PIECES.split(/\s+/), '\n', '\r\n', '\r', ' ', '\n  ', '|\n', '\u{1F600}', '\0');
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
  for (const language of [...LANGUAGES, UNKNOWN]) {
    it(language.name, () => {
      fc.assert(
        fc.property(texts, (text) => {
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
        }),
        { numRuns: 100 },
      );
    });
  }
});
