import assert from 'node:assert/strict';
import { dayOfTimestamp, formatDay, formatDayShort, parseDayRange } from '../../../src/core/model/calendar';

/** `first..last`, or undefined for what is no date. */
function range(text: string): string | undefined {
  const days = parseDayRange(text);
  return days && `${formatDay(days.first)}..${formatDay(days.last)}`;
}

const CASES: readonly (readonly [text: string, expected: string | undefined, reason: string])[] = [
  ['2026-08-03', '2026-08-03..2026-08-03', 'a day'],
  [' 2026-8-3 ', '2026-08-03..2026-08-03', 'people leave out zeros and leave in spaces'],
  ['2026-08-03T10:00:00+02:00', '2026-08-03..2026-08-03', 'a time of day is no other day'],
  ['2024-02-29', '2024-02-29..2024-02-29', 'a leap day'],
  ['2026-02-29', undefined, 'no leap day'],
  ['2026-13-01', undefined, 'no thirteenth month'],
  ['2026-00-10', undefined, 'no month zero'],
  ['2026-08', '2026-08-01..2026-08-31', 'a month is all of its days'],
  ['2026-12', '2026-12-01..2026-12-31', 'the last month ends in its year'],
  ['2026-13', undefined, 'no thirteenth month'],
  ['2026-Q3', '2026-07-01..2026-09-30', 'a quarter'],
  ['Q4 2026', '2026-10-01..2026-12-31', 'a quarter as people say it'],
  ['2026-Q5', undefined, 'no fifth quarter'],
  ['2026', '2026-01-01..2026-12-31', 'a year'],
  ['0012-01-01', undefined, 'a year that no one plans for is a slip of the keys'],
  ['soon', undefined, 'words'],
  ['', undefined, 'nothing'],
];

describe('Calendar days', () => {
  for (const [text, expected, reason] of CASES) {
    it(`reads "${text}" as ${expected ?? 'no date'}: ${reason}`, () => assert.equal(range(text), expected));
  }

  it('are shown short, with the year only when it is another one', () => {
    const today = parseDayRange('2026-05-01')?.first ?? 0;
    assert.equal(formatDayShort(parseDayRange('2026-08-03')?.first ?? 0, today), '3 Aug');
    assert.equal(formatDayShort(parseDayRange('2027-08-03')?.first ?? 0, today), '3 Aug 2027');
  });

  it('of a commit are those that its author saw on the calendar', () => {
    assert.equal(formatDay(dayOfTimestamp('2026-08-04T00:30:00+02:00') ?? 0), '2026-08-04');
    assert.equal(formatDay(dayOfTimestamp('2026-08-03T23:30:00-07:00') ?? 0), '2026-08-03');
    assert.equal(dayOfTimestamp('yesterday'), undefined);
  });
});
