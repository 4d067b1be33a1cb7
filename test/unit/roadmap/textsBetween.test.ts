import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { differenceOf } from '../../../src/core/roadmap/reading/textDifference';
import { textsBetween } from '../../../src/core/roadmap/reading/textsBetween';

const LINES = Array.from({ length: 1000 }, (_, line) => `line ${line % 7 === 0 ? 'again' : line}\n`);
const TEXT = LINES.join('');

/** The text with other words in some lines, lines added or lines left out. */
function edited(changes: ReadonlyMap<number, string>): string {
  return LINES.map((line, index) => changes.get(index) ?? line).join('');
}

/** How many letters differ from one text to the next. */
function sizes(text: string): number[] {
  const way = [TEXT, ...textsBetween(TEXT, text)];
  return way.slice(1).map((next, index) => {
    const { from, formerEnd, end } = differenceOf(way[index] ?? '', next);
    return Math.max(formerEnd, end) - from;
  });
}

describe('The way from one text to another', () => {
  it('has a step for each place that differs, each as small as what differs there', () => {
    const text = edited(
      new Map([
        [10, 'other\n'],
        [500, ''],
        [900, 'line 900\nnew\nnewer\n'],
      ]),
    );
    assert.equal(textsBetween(TEXT, text).length, 3);
    assert.ok(Math.max(...sizes(text)) < 40, `${sizes(text).join(' ')} letters`);
  });

  it('is one step where the places lie near each other, and where they are very many', () => {
    assert.equal(
      textsBetween(
        TEXT,
        edited(
          new Map([
            [10, 'a\n'],
            [20, 'b\n'],
          ]),
        ),
      ).length,
      1,
    );
    const many = new Map(Array.from({ length: 60 }, (_, at) => [at * 15, 'x\n'] as const));
    assert.equal(textsBetween(TEXT, edited(many)).length, 1);
  });

  it('ends at the other text, wherever they differ', () => {
    const changes = fc.array(
      fc.tuple(fc.nat(999), fc.constantFrom('', 'x\n', 'line again\n', 'a\nb\nc\n', 'no break')),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(changes, changes, (some, others) => {
        const [former, text] = [edited(new Map(some)), edited(new Map(others))];
        assert.equal(textsBetween(former, text).at(-1), text);
      }),
    );
  });

  it('takes no long time where everything differs', () => {
    const other = Array.from({ length: 20_000 }, (_, line) => `other ${line}\n`).join('');
    assert.deepEqual(textsBetween(TEXT, other), [other]);
  });
});
