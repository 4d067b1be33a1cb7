import type { Day } from '../model/calendar';

/**
 * The days on which people work: all but Saturdays, Sundays and holidays. They are counted through, so that whoever plans
 * adds and compares plain numbers: working day n is followed by working day n + 1, whatever lies between them. Each question
 * takes a time that grows with the logarithm of the number of holidays, however far apart the days are.
 */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean;
  /** How many working days lie before this day, from a fixed one on; a day off has the number of the next working day. */
  numberOf(day: Day): number;
  /** The working day of this number; undoes {@link numberOf} for working days. */
  dayOf(number: number): Day;
  /** The day `count` working days after this one, or before it when negative; from a day off, it counts from the next working day. */
  add(day: Day, count: number): Day;
  /** How many of the days from `first` to `last`, both included, are working days; 0 when `last` is before `first`. */
  between(first: Day, last: Day): number;
}

/** 1970-01-01 was a Thursday; weeks are counted from the Monday before it. */
const DAYS_SINCE_MONDAY = 3;

const known = new WeakMap<ReadonlySet<Day>, WorkingDays>();

/** @param holidays days off beside weekends; the set must not change later */
export function workingDays(holidays: ReadonlySet<Day>): WorkingDays {
  let days = known.get(holidays);
  if (!days) {
    days = createWorkingDays(holidays);
    known.set(holidays, days);
  }
  return days;
}

function createWorkingDays(holidays: ReadonlySet<Day>): WorkingDays {
  /** The weekday numbers of holidays that are no weekend, sorted. */
  const off = Array.from(holidays)
    .filter((day) => Number.isInteger(day) && isWeekday(day))
    .map(weekdaysBefore)
    .sort((a, b) => a - b);
  const numberOf = (day: Day): number => {
    const weekdays = weekdaysBefore(day);
    return weekdays - firstIndex(off.length, (index) => (off[index] ?? 0) >= weekdays);
  };
  const dayOf = (number: number): Day =>
    // A holiday moves the working days behind it: as many holidays as lie before the working day have moved it.
    weekdayOf(number + firstIndex(off.length, (index) => (off[index] ?? 0) - index > number));
  return {
    isWorkingDay: (day) => isWeekday(day) && !holidays.has(day),
    numberOf,
    dayOf,
    add: (day, count) => dayOf(numberOf(day) + count),
    between: (first, last) => Math.max(0, numberOf(last + 1) - numberOf(first)),
  };
}

function isWeekday(day: Day): boolean {
  return dayOfWeek(day) < 5;
}

/** Monday is 0. */
function dayOfWeek(day: Day): number {
  return (((day + DAYS_SINCE_MONDAY) % 7) + 7) % 7;
}

function weekdaysBefore(day: Day): number {
  return Math.floor((day + DAYS_SINCE_MONDAY) / 7) * 5 + Math.min(dayOfWeek(day), 5);
}

/** The Monday to Friday with so many of them before it. */
function weekdayOf(number: number): Day {
  const week = Math.floor(number / 5);
  return week * 7 + (number - week * 5) - DAYS_SINCE_MONDAY;
}

/** The first index from 0 to `length` for which it is true, where it stays true behind that one. */
function firstIndex(length: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
