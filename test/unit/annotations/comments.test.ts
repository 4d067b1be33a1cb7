import assert from 'node:assert/strict';
import path from 'node:path';
import { findComments } from '../../../src/core/annotations/comments';
import { languageOf } from '../../../src/core/annotations/languages/detect';
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
