import { EXACT, ISSUE_NUMBER, stands } from './boundaries';

/** The further end of a range. */
export interface RangeEnd {
  /** Digits as written. */
  readonly number: string;
  /** Where the range ends in the text. */
  readonly end: number;
}

/** `PAY-3..PAY-7`, `PAY-3–PAY-7`, `PAY-3 - PAY-7`, `PAY-3 to PAY-7`; a dash without spaces needs the sign of `#3-#7`. */
const BETWEEN = /[ \t]{0,2}(?:\.{2,3}|…|–)[ \t]{0,2}|[ \t]{1,2}(?:--?|to|thru|through)[ \t]{1,2}|-(?=#)/y;

/** `PAY-3..7` and `PAY-3–7`: a number alone is one end only where nothing but the sign stands between. */
const SHORT = /(?:\.{2,3}|…|–)#?(\d{1,9})/y;

/** "moved from PAY-3 to PAY-7" names two items. */
const MOVES =
  /\b(?:mov|renam|chang|merg|migrat|switch|map|convert|relat|link|refer|point|forward|depend|add|transfer|split|duplicat|assign)\p{Ll}*[ \t]+(?:it[ \t]+)?(?:from[ \t]+)?$/iu;

/** Letters before an ID among which such a word is looked for. */
const FARTHEST_WORD = 40;

/**
 * The other end of a range that begins with the ID between two offsets; undefined: none does.
 *
 * @param prefix what stands before the number of both ends: `PAY-`, `#`
 */
export function rangeEndAt(text: string, start: number, end: number, prefix: string): RangeEnd | undefined {
  const further = furtherNumber(text, start, end, prefix) ?? match(SHORT, text, end);
  if (further === undefined) {
    return undefined;
  }
  const to = further.end;
  return stands(text, to, to, { before: ANYTHING, after: (prefix === '#' ? ISSUE_NUMBER : EXACT).after })
    ? further
    : undefined;
}

function furtherNumber(text: string, start: number, end: number, prefix: string): RangeEnd | undefined {
  const from = match(BETWEEN, text, end)?.end;
  if (from === undefined || !text.startsWith(prefix, from)) {
    return undefined;
  }
  const isWord = text.slice(end, from).trim() === 'to';
  return isWord && MOVES.test(text.slice(Math.max(0, start - FARTHEST_WORD), start))
    ? undefined
    : match(NUMBER, text, from + prefix.length);
}

const NUMBER = /(\d{1,9})/y;
const ANYTHING = /(?:)/y;

function match(pattern: RegExp, text: string, at: number): RangeEnd | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { number: found[1] ?? '', end: at + found[0].length } : undefined;
}

/** A range of more items than this names its two ends alone: nobody means each of hundreds. */
const LONGEST_RANGE = 100;

/**
 * Every number of a range, both ends included and written as they are; the others have leading zeros where the first one has.
 * undefined: the ends are in no order, or too far apart.
 */
export function numbersBetween(first: string, last: string): readonly string[] | undefined {
  const from = Number(first);
  const to = Number(last);
  if (from >= to || to - from >= LONGEST_RANGE) {
    return undefined;
  }
  const width = first.startsWith('0') ? first.length : 0;
  const between = Array.from({ length: to - from - 1 }, (_, index) => String(from + index + 1).padStart(width, '0'));
  return [first, ...between, last];
}
