import type { LexPoint } from './grammar';
import { startOfLine } from '../../model/lineEnds';

/**
 * Whether a string of Python is the documentation of a module, class or function: it is the first statement there, and a
 * statement by itself.
 *
 * @param end behind the string
 */
export function isDocstring({ text, index, comments }: LexPoint, end: number): boolean {
  let at = startOfPrefix(text, index);
  if (!mayBeginStatement(text, at) || !endsStatement(text, end)) {
    return false;
  }
  for (let comment = comments.length; ; comment--) {
    at = skipSpaceBack(text, at);
    const before = comments[comment - 1];
    if (!before || before.style !== 'line' || before.start >= at || before.end < at) {
      break;
    }
    at = before.start;
  }
  if (at === 0) {
    return true;
  }
  return text.charAt(at - 1) === ':' && closesHeader(text, at - 1);
}

/** Most strings stand behind a bracket, a comma or an operator: they are told at once. */
function mayBeginStatement(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) {
    at--;
  }
  return at === 0 || '\n\r:\uFEFF'.includes(text.charAt(at - 1));
}

/** `r"""`: neither bytes nor formatted text can be documentation. */
function startOfPrefix(text: string, index: number): number {
  return /[rRuU]/.test(text.charAt(index - 1)) && !/[\w]/.test(text.charAt(index - 2)) ? index - 1 : index;
}

function endsStatement(text: string, end: number): boolean {
  return /^[ \t]*(?:[\r\n;#]|$)/.test(text.slice(end, end + LONGEST_SPACE));
}

const LONGEST_SPACE = 200;

function skipSpaceBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && ' \t\r\n\f\uFEFF'.includes(text.charAt(at - 1))) {
    at--;
  }
  return at;
}

/** How far back the beginning of a header is looked for, which may go over many lines. */
const LONGEST_HEADER = 3_000;

/** Whether the colon is the one of `def name(…) -> Type:` or `class Name:`. */
function closesHeader(text: string, colon: number): boolean {
  let depth = 0;
  for (let at = colon - 1; at >= Math.max(0, colon - LONGEST_HEADER); at--) {
    const letter = text.charAt(at);
    if (letter === ')' || letter === ']' || letter === '}') {
      depth++;
    } else if (letter === '(' || letter === '[' || letter === '{') {
      depth--;
    }
    if ((letter === '\n' || at === 0) && depth <= 0) {
      const line = startOfLine(text, at === 0 ? 0 : at + 1);
      return HEADER.test(text.slice(line, line + LONGEST_SPACE));
    }
  }
  return false;
}

const HEADER = /^[ \t]*(?:async[ \t]+)?(?:def|class|cdef|cpdef|func|fn|struct|trait)\b/;
