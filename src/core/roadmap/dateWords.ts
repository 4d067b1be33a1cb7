import { type DayRange, dayOf, parseDayRange } from '../model/calendar';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)? ${MONTH},? (\\d{4})$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
const MONTH_ONLY = new RegExp(`^${MONTH},? (\\d{4})$`, 'i');

/**
 * What `parseDayRange` reads, and the words people write: `28 Aug 2026`, `August 28, 2026`, `August 2026`, `2026/08/28`,
 * `H1 2026`, and from one to another: `2026-07-01 – 2026-09-30`. Forms that differ between countries (`08/09/2026`) are not read.
 */
export function readDayRange(text: string): DayRange | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return oneRange(trimmed) ?? fromTo(trimmed);
}

function oneRange(text: string): DayRange | undefined {
  return parseDayRange(text) ?? parseDayRange(text.replaceAll('/', '-')) ?? dayInWords(text) ?? halfYear(text);
}

const FROM_TO = /^(\S+(?: \S+){0,2}) ?(?:->|→|–|—|\.\.+| - | to | until |\/) ?(\S+(?: \S+){0,2})$/;

/** `2026-07-01 -> 2026-09-30`, `2026-07 to 2026-09` */
function fromTo(text: string): DayRange | undefined {
  const match = text.length <= LONGEST_RANGE ? FROM_TO.exec(text) : null;
  const first = match?.[1] ? oneRange(match[1].trim()) : undefined;
  const last = match?.[2] ? oneRange(match[2].trim()) : undefined;
  return first && last && first.first <= last.last ? { first: first.first, last: last.last } : undefined;
}

const LONGEST_RANGE = 50;

function dayInWords(text: string): DayRange | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = MONTH_FIRST.exec(text);
  const monthOnly = MONTH_ONLY.exec(text);
  if (monthOnly) {
    return parseDayRange(`${monthOnly[2]}-${monthNumber(monthOnly[1])}`);
  }
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const found = dayOf(Number(year), monthNumber(month), Number(day));
  return found === undefined ? undefined : { first: found, last: found };
}

function halfYear(text: string): DayRange | undefined {
  const match = /^(?:H([12])[- ]?(\d{4})|(\d{4})[- ]?H([12]))$/i.exec(text);
  const year = match?.[2] ?? match?.[3];
  const second = (match?.[1] ?? match?.[4]) === '2';
  const first = year ? parseDayRange(`${year}-${second ? 'Q3' : 'Q1'}`) : undefined;
  const last = year ? parseDayRange(`${year}-${second ? 'Q4' : 'Q2'}`) : undefined;
  return first && last && { first: first.first, last: last.last };
}

function monthNumber(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}
