import { languageNow, t } from '../words/t';

/** A calendar day as days since 1970-01-01, without a time zone: `2026-08-03` is the same day for everyone. */
export type Day = number;

/** First and last day of what a date field names: one day, a month (`2026-08`) or a quarter (`2026-Q3`). Both inclusive. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The day of a year, month (1 to 12) and day of month; undefined when the calendar has no such day (30 February). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const time = Date.UTC(year, month - 1, dayOfMonth);
  const date = new Date(time);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999, and days beyond a month's end for the next month's.
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? time / MILLISECONDS_A_DAY : undefined;
}

/** Reads `2026-08-03`, `2026-08`, `2026-Q3`, `Q3 2026` or `2026`; undefined for anything else, an impossible day too. */
export function parseDayRange(text: string): DayRange | undefined {
  const trimmed = text.trim();
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(trimmed);
  if (date) {
    const day = dayOf(Number(date[1]), Number(date[2]), Number(date[3]));
    return day === undefined ? undefined : { first: day, last: day };
  }
  const month = /^(\d{4})-(\d{1,2})$/.exec(trimmed);
  if (month) {
    return months(Number(month[1]), Number(month[2]), 1);
  }
  const quarter = /^(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[- ]?(\d{4}))$/i.exec(trimmed);
  if (quarter) {
    return months(Number(quarter[1] ?? quarter[4]), Number(quarter[2] ?? quarter[3]) * 3 - 2, 3);
  }
  return /^\d{4}$/.test(trimmed) ? months(Number(trimmed), 1, 12) : undefined;
}

function months(year: number, month: number, count: number): DayRange | undefined {
  const first = dayOf(year, month, 1);
  return first === undefined || month + count > 13
    ? undefined
    : { first, last: Date.UTC(year, month - 1 + count, 1) / MILLISECONDS_A_DAY - 1 };
}

/** Every day of a range; none of a missing one. */
export function daysOf(range: DayRange | undefined): Day[] {
  return range ? Array.from({ length: range.last - range.first + 1 }, (_, day) => range.first + day) : [];
}

/** `2026-08-03`: the form that files, JSON and sorting use. */
export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** A day of each month, as people read it. */
const MONTHS: readonly {
  readonly day: (day: number) => string;
  readonly dayOfYear: (day: number, year: number) => string;
}[] = [
  { day: (day) => t('{0} Jan', day), dayOfYear: (day, year) => t('{0} Jan {1}', day, year) },
  { day: (day) => t('{0} Feb', day), dayOfYear: (day, year) => t('{0} Feb {1}', day, year) },
  { day: (day) => t('{0} Mar', day), dayOfYear: (day, year) => t('{0} Mar {1}', day, year) },
  { day: (day) => t('{0} Apr', day), dayOfYear: (day, year) => t('{0} Apr {1}', day, year) },
  { day: (day) => t('{0} May', day), dayOfYear: (day, year) => t('{0} May {1}', day, year) },
  { day: (day) => t('{0} Jun', day), dayOfYear: (day, year) => t('{0} Jun {1}', day, year) },
  { day: (day) => t('{0} Jul', day), dayOfYear: (day, year) => t('{0} Jul {1}', day, year) },
  { day: (day) => t('{0} Aug', day), dayOfYear: (day, year) => t('{0} Aug {1}', day, year) },
  { day: (day) => t('{0} Sep', day), dayOfYear: (day, year) => t('{0} Sep {1}', day, year) },
  { day: (day) => t('{0} Oct', day), dayOfYear: (day, year) => t('{0} Oct {1}', day, year) },
  { day: (day) => t('{0} Nov', day), dayOfYear: (day, year) => t('{0} Nov {1}', day, year) },
  { day: (day) => t('{0} Dec', day), dayOfYear: (day, year) => t('{0} Dec {1}', day, year) },
];

/** `3 Aug`, or `3 Aug 2027` when it is another year than `today`'s: the form that people read. */
export function formatDayShort(day: Day, today: Day): string {
  const language = languageNow();
  if (written.today !== today || written.language !== language) {
    written = { today, language, days: new Map() };
  }
  let words = written.days.get(day);
  if (words === undefined) {
    words = wordsOfDay(day, today);
    written.days.set(day, words);
  }
  return words;
}

/** Thousands of sentences are about the same few hundred days. */
let written: { readonly today: Day; readonly language: object; readonly days: Map<Day, string> } = {
  today: Number.NaN,
  language: {},
  days: new Map(),
};

function wordsOfDay(day: Day, today: Day): string {
  const date = new Date(day * MILLISECONDS_A_DAY);
  const month = MONTHS[date.getUTCMonth()];
  const year = date.getUTCFullYear();
  const isThisYear = year === new Date(today * MILLISECONDS_A_DAY).getUTCFullYear();
  return (isThisYear ? month?.day(date.getUTCDate()) : month?.dayOfYear(date.getUTCDate(), year)) ?? '';
}

/** The calendar day that an ISO 8601 time with offset (`2026-08-04T23:10:00+02:00`) shows to whoever wrote it. */
export function dayOfTimestamp(timestamp: string): Day | undefined {
  // Every commit is asked again and again, so no pattern is tried, and no date is made of it.
  const year = digits(timestamp, 0, 4);
  const month = digits(timestamp, 5, 2);
  const day = digits(timestamp, 8, 2);
  const isDate = timestamp.charAt(4) === '-' && timestamp.charAt(7) === '-';
  if (!isDate || !(month >= 1 && month <= 12 && day >= 1 && year >= 100)) {
    return undefined;
  }
  return day <= 28 ? daysBeforeMonth(year, month) + day - 1 : dayOf(year, month, day);
}

/** -1: not all of these characters are digits. */
function digits(text: string, start: number, length: number): number {
  let number = 0;
  for (let at = start; at < start + length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) {
      return -1;
    }
    number = number * 10 + digit;
  }
  return number;
}

/** Days from 1970-01-01 to the first of the month, in the Gregorian calendar; years begin in March, so that leap days come last. */
function daysBeforeMonth(year: number, month: number): number {
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + dayOfYear - 719_468;
}
