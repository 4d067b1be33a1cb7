import { type Day, dayOf, formatDay } from '../model/calendar';
import { readDayRange } from '../roadmap/dateWords';

/** In which order a table writes the parts of `03/04/2026`. */
export type DateOrder = 'day first' | 'month first';

/** How the dates of a table are to be read. */
export interface DateReading {
  readonly order: DateOrder;
  /** No date of the table tells the order: it is only the likelier one. */
  readonly isGuess: boolean;
}

/** `03/04/2026`, `3.4.26`, `03-04-2026`, with or without a time behind it. */
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/;

/** Decides the order over all dates of a table, since only some of them tell: in `25/04/2026` the day comes first. */
export function dateReadingOf(cells: Iterable<string>): DateReading {
  let dayFirst = 0;
  let monthFirst = 0;
  let dotted = 0;
  let isTwelveHours = false;
  for (const cell of cells) {
    const match = NUMBERS.exec(cell);
    if (match) {
      dayFirst += Number(match[1]) > 12 ? 1 : 0;
      monthFirst += Number(match[3]) > 12 ? 1 : 0;
      dotted += match[2] === '.' ? 1 : 0;
      isTwelveHours ||= /[ap]\.?m\.?\s*$/i.test(cell);
    }
  }
  if (dayFirst !== monthFirst) {
    return { order: dayFirst > monthFirst ? 'day first' : 'month first', isGuess: false };
  }
  return { order: dotted === 0 && isTwelveHours ? 'month first' : 'day first', isGuess: dotted === 0 };
}

/** Whether a cell's date means another day in the other order. */
export function isAmbiguous(cell: string): boolean {
  const match = NUMBERS.exec(cell);
  return match !== null && Number(match[1]) <= 12 && Number(match[3]) <= 12 && match[1] !== match[3];
}

/**
 * The date of a cell as a roadmap writes it: `2026-03-12`, or a month or quarter as it stands there. A time of day is left
 * out. undefined: it is no date.
 */
export function dateOf(cell: string, order: DateOrder): string | undefined {
  const text = cell.trim();
  const day = dayOfNumbers(text, order) ?? dayInWords(text) ?? dayOfSheet(text);
  if (day !== undefined) {
    return formatDay(day);
  }
  const range = readDayRange(text);
  return range && (range.first === range.last ? formatDay(range.first) : text);
}

function dayOfNumbers(text: string, order: DateOrder): Day | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
  if (iso) {
    return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const match = NUMBERS.exec(text);
  if (!match) {
    return undefined;
  }
  const [first, second] = [Number(match[1]), Number(match[3])];
  const [day, month] = order === 'day first' ? [first, second] : [second, first];
  return dayOf(fullYear(match[4] ?? ''), month, day);
}

/** Beginnings of the names of months in English and German. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de'];
const MONTH = '([a-zä]{3,9})\\.?';
/** `12/Mar/26 3:04 PM`, `12. März 2026`, `Tue Mar 12 2026 10:00:00 GMT+0000`, `Tue, 12 Mar 2026`, `Mar 12, 2026`. */
const DAY_FIRST = new RegExp(
  `^(?:[a-z]{2,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s/-]+${MONTH}[\\s/,-]+(\\d{4}|\\d{2})(?!\\d)`,
  'i',
);
const MONTH_FIRST = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'i',
);

function dayInWords(text: string): Day | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const month = monthOf((dayFirst?.[2] ?? monthFirst?.[1] ?? '').toLowerCase());
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  return month === undefined || year === undefined
    ? undefined
    : dayOf(fullYear(year), month, Number(dayFirst?.[1] ?? monthFirst?.[2]));
}

function monthOf(word: string): number | undefined {
  const name = word.replace('mär', 'mar').replace(/^mrz/, 'mar');
  const at = MONTHS.findIndex((month) => month.length === 3 && name.startsWith(month));
  if (at >= 0) {
    return at + 1;
  }
  return /^ma[yi]/.test(name) ? 5 : /^o[ck]t/.test(name) ? 10 : /^de[cz]/.test(name) ? 12 : undefined;
}

/** Spreadsheets count days from the end of 1899; only what lies between 2000 and 2100 is taken for such a number. */
function dayOfSheet(text: string): Day | undefined {
  const number = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return number >= 36_526 && number <= 73_050 ? number - 25_569 : undefined;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}
