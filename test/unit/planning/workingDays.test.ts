import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDay } from '../../../src/core/model/calendar';
import { workingDays } from '../../../src/core/planning/workingDays';
import { days } from '../../support/planBuilder';

const day = (text: string) => days(text).first;
const off = (...texts: readonly string[]) => workingDays(new Set(texts.map(day)));

describe('Working days', () => {
  /** 4 September 2026 is a Friday. */
  const additions: readonly (readonly [from: string, count: number, holidays: readonly string[], is: string])[] = [
    ['2026-09-04', 0, [], '2026-09-04'],
    ['2026-09-04', 1, [], '2026-09-07'],
    ['2026-09-04', 1, ['2026-09-07', '2026-09-08'], '2026-09-09'],
    ['2026-09-04', 10, [], '2026-09-18'],
    ['2026-09-05', 0, [], '2026-09-07'],
    ['2026-09-05', 1, ['2026-09-06'], '2026-09-08'],
    ['2026-09-07', -1, [], '2026-09-04'],
    ['2026-09-07', -1, ['2026-09-04'], '2026-09-03'],
    ['1969-12-31', 1, ['1970-01-01'], '1970-01-02'],
    ['2026-12-23', 3, ['2026-12-24', '2026-12-25', '2027-01-01'], '2026-12-30'],
  ];
  for (const [from, count, holidays, is] of additions) {
    it(`${from} and ${count} working days is ${is}${holidays.length > 0 ? `, without ${holidays.join(' ')}` : ''}`, () => {
      assert.equal(formatDay(off(...holidays).add(day(from), count)), is);
    });
  }

  it('counts both ends, and nothing backwards', () => {
    const plain = off();
    assert.equal(plain.between(day('2026-09-04'), day('2026-09-07')), 2);
    assert.equal(plain.between(day('2026-09-05'), day('2026-09-06')), 0);
    assert.equal(plain.between(day('2026-09-07'), day('2026-09-04')), 0);
    assert.equal(off('2026-09-09', '2026-09-12').between(day('2026-09-07'), day('2026-09-18')), 9);
  });

  it('counts as one does who looks at each day', () => {
    const near = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(near, fc.nat(60), fc.array(near, { maxLength: 30 }), (first, length, holidays) => {
        const calendar = workingDays(new Set(holidays));
        const all = Array.from({ length }, (_, index) => first + index);
        const working = all.filter((each) => calendar.isWorkingDay(each));
        assert.equal(calendar.between(first, first + length - 1), working.length);
        working.forEach((each, index) => {
          assert.equal(calendar.dayOf(calendar.numberOf(each)), each);
          assert.equal(calendar.add(working[0] ?? 0, index), each);
        });
      }),
    );
  });
});
