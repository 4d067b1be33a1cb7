import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PagedColumn } from '../../../src/core/planning/pagedColumn';

describe('A paged column', () => {
  /** Several pages, the last of them not a whole one. */
  const LENGTH = 1300;
  const number = fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, 0.25, -0));
  const changes = fc.array(fc.tuple(fc.nat(LENGTH - 1), number), { maxLength: 6 });
  const all = (column: PagedColumn) => Array.from({ length: LENGTH }, (_, place) => column.at(place));

  it('says the same at all places first, and nothing behind them', () => {
    const column = PagedColumn.of(LENGTH, 7);
    assert.deepEqual(
      all(column),
      Array.from({ length: LENGTH }, () => 7),
    );
    assert.ok(Number.isNaN(column.at(LENGTH)));
    assert.ok(Number.isNaN(column.at(LENGTH + 5000)));
    column.set(LENGTH, 8);
    assert.ok(Number.isNaN(column.at(LENGTH)));
  });

  it('is not changed by what is set in a copy, nor in a copy of that', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 4 }), (versions) => {
        let column = PagedColumn.of(LENGTH, 0);
        let numbers = Array.from({ length: LENGTH }, () => 0);
        const seen: [PagedColumn, number[]][] = [[column, numbers]];
        for (const version of versions) {
          column = column.copy();
          numbers = [...numbers];
          for (const [place, value] of version) {
            column.set(place, value);
            numbers[place] = value;
          }
          seen.push([column, numbers]);
        }
        for (const [each, expected] of seen) {
          assert.deepEqual(all(each), expected);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('knows the places at which another one differs', () => {
    fc.assert(
      fc.property(changes, changes, (one, two) => {
        const first = PagedColumn.of(LENGTH, 0);
        one.forEach(([place, value]) => first.set(place, value));
        const second = first.copy();
        two.forEach(([place, value]) => second.set(place, value));
        const places = new Set<number>();
        first.addPlacesUnlike(second, places);
        const unlike = Array.from({ length: LENGTH }, (_, place) => place).filter(
          (place) => !Object.is(first.at(place), second.at(place)),
        );
        assert.deepEqual([...places], unlike);
      }),
      { numRuns: 50 },
    );
  });
});
