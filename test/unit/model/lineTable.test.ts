import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LineTable } from '../../../src/core/model/lineTable';

/** The slow truth: walks the text letter by letter. */
function positionByWalking(text: string, offset: number) {
  let [line, column] = [0, 0];
  for (let at = 0; at < offset; at++) {
    const ends = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
    [line, column] = ends ? [line + 1, 0] : [line, column + 1];
  }
  return { line, column };
}

const texts = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\t')).map((parts) => parts.join(''));

describe('A line table', () => {
  it('counts lines and UTF-16 columns as an editor does, whatever the line ends', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        // Between the two characters of one line end there is no place for a caret.
        fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
        assert.deepEqual(LineTable.of(text).positionAt(offset), positionByWalking(text, offset));
      }),
    );
  });

  it('finds the offset of a position', () => {
    const lines = LineTable.of('one\r\ntwo\rthree');
    assert.equal(lines.offsetAt({ line: 1, column: 2 }), 7);
    assert.equal(lines.offsetAt({ line: 2, column: 0 }), 9);
    assert.equal(lines.offsetAt({ line: 99, column: 1 }), 10, 'a line beyond the text counts as its last');
  });

  it('answers the same for the offsets it keeps, also after it was written down and restored', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (text, seeds) => {
        const offsets = seeds.map((seed) => seed % (text.length + 1));
        const whole = LineTable.of(text);
        const kept = whole.keepOnly(offsets);
        const restored = LineTable.fromEntries(kept.entries());
        for (const offset of offsets) {
          assert.deepEqual(kept.positionAt(offset), whole.positionAt(offset));
          assert.deepEqual(restored.positionAt(offset), whole.positionAt(offset));
        }
      }),
    );
  });

  it('keeps no more lines than were asked for', () => {
    assert.equal(LineTable.of('a\n'.repeat(1000)).keepOnly([3, 2, 500]).entries().length, 2);
  });
});
