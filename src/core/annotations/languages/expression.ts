import type { LexPoint } from './grammar';

/**
 * Whether an operand may begin at a place: where it may, `/` opens a regular expression, else it divides. Told by what
 * stands before: a name, number, string or closing bracket is an operand already.
 *
 * @param operandFollows words after which an operand follows although they look like a name (`return`)
 */
export function operandMayBegin({ text, index, comments }: LexPoint, operandFollows: ReadonlySet<string>): boolean {
  const last = lastSignificant(text, index, comments);
  if (last < 0) {
    return true;
  }
  const letter = text.charAt(last);
  if (WORD.test(letter)) {
    const word = wordEndingAt(text, last);
    return operandFollows.has(word) && !/[.@$#]/.test(text.charAt(last - word.length));
  }
  if (letter === ')') {
    return closesCondition(text, last);
  }
  if (letter === '!') {
    return !isOperandEnd(text, last - 1, operandFollows);
  }
  if (letter === '+' || letter === '-') {
    return text.charAt(last - 1) !== letter;
  }
  return !/[\]}"'`]/.test(letter);
}

/** Whether a `!` behind this letter belongs to an operand, as TypeScript's `a!` does. */
function isOperandEnd(text: string, last: number, operandFollows: ReadonlySet<string>): boolean {
  const letter = text.charAt(last);
  return letter === ')' || letter === ']' || (WORD.test(letter) && !operandFollows.has(wordEndingAt(text, last)));
}

const WORD = /[\p{L}\p{N}_$]/u;
const LONGEST_KEYWORD = 12;

function wordEndingAt(text: string, last: number): string {
  return /[\p{L}\p{N}_$]*$/u.exec(text.slice(Math.max(0, last - LONGEST_KEYWORD), last + 1))?.[0] ?? '';
}

/** Index of the last letter before `index` that is neither white space nor in a comment; -1: there is none. */
function lastSignificant(text: string, index: number, comments: LexPoint['comments']): number {
  let at = index - 1;
  let comment = comments.length - 1;
  for (;;) {
    while (at >= 0 && isSpace(text.charCodeAt(at))) {
      at--;
    }
    while (comment >= 0 && (comments[comment]?.start ?? 0) > at) {
      comment--;
    }
    const last = comments[comment];
    if (!last || last.end <= at || at < 0) {
      return at;
    }
    at = last.start - 1;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** How far back the bracket that opens a condition is looked for. */
const FARTHEST_BRACKET = 300;

/** `if (x) /y/.test(z)`: behind the bracket of a condition an operand begins, behind any other it does not. */
function closesCondition(text: string, last: number): boolean {
  let depth = 0;
  for (let at = last; at >= 0 && last - at < FARTHEST_BRACKET; at--) {
    const letter = text.charAt(at);
    if (letter === ')') {
      depth++;
    } else if (letter === '(' && --depth === 0) {
      return /(?:^|[^\p{L}\p{N}_$.])(?:if|while|for|with)\s*$/u.test(text.slice(Math.max(0, at - LONGEST_KEYWORD), at));
    }
  }
  return false;
}

const LONGEST_REGEX = 20_000;

/**
 * Where a regular expression between slashes ends, its flags not included; undefined: its line has no closing slash, so
 * that it is none. `inside` is the index behind the opening slash.
 */
export function endOfRegex(text: string, inside: number): number | undefined {
  let inClass = false;
  for (let at = inside; at < Math.min(text.length, inside + LONGEST_REGEX); at++) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      at++;
    } else if (letter === '\n' || letter === '\r') {
      return undefined;
    } else if (letter === '[') {
      inClass = true;
    } else if (letter === ']') {
      inClass = false;
    } else if (letter === '/' && !inClass) {
      return at + 1;
    }
  }
  return undefined;
}
