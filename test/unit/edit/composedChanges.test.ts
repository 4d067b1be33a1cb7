import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { composedChanges } from '../../../src/core/edit/composedChanges';
import { applyChanges, type TextChange } from '../../../src/core/edit/textChange';

/** Changes that do not overlap, of a text of this length. */
function changesOf(length: number): fc.Arbitrary<readonly TextChange[]> {
  return fc
    .tuple(
      fc.uniqueArray(fc.nat(length), { maxLength: 6 }),
      fc.array(fc.string({ maxLength: 4 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([offsets, texts]) => {
      const sorted = offsets.sort((a, b) => a - b);
      return texts.flatMap((text, index) => {
        const [start, end] = sorted.slice(index * 2, index * 2 + 2);
        return start !== undefined && end !== undefined ? [{ span: { start, end }, text }] : [];
      });
    });
}

const twoSteps = fc.string({ minLength: 1, maxLength: 40 }).chain((text) =>
  changesOf(text.length).chain((first) => {
    const between = applyChanges(text, first);
    return changesOf(between.length).map((second) => ({ text, first, between, second }));
  }),
);

describe('Changes of a changed text', () => {
  it('come to the same when they are made at once', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, between, second }) => {
        const composed = composedChanges(text, first, second);
        assert.equal(applyChanges(text, composed), applyChanges(between, second));
      }),
    );
  });

  it('touch nothing that both steps leave alone', () => {
    const text = 'abcdefgh';
    const composed = composedChanges(
      text,
      [{ span: { start: 1, end: 2 }, text: 'BB' }],
      [{ span: { start: 7, end: 8 }, text: '' }],
    );
    assert.deepEqual(composed, [
      { span: { start: 1, end: 2 }, text: 'BB' },
      { span: { start: 6, end: 7 }, text: '' },
    ]);
  });
});
