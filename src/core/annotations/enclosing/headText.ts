import { endOfPassed, type Passed, stretchBefore } from './passed';

/** The letters of code of a head that are looked at; no name stands farther away. */
const LONGEST_HEAD = 1_500;

/**
 * The words that lead to a `{`: back to the end of the statement before, to a brace, or to a bracket that is still open. What is
 * no code, and all that stands in brackets, is left out.
 */
export function headBefore(text: string, brace: number, passed: Passed): string {
  const from = beforeTypeLiteral(text, brace, passed);
  const letters: string[] = [];
  let stretch = stretchBefore(passed, from - 1);
  let depth = 0;
  // Of type arguments such as `<T extends { x: number }>`: the only braces that a head may hold.
  let braces = 0;
  let seen = 0;
  for (let at = from - 1; at >= 0 && seen < LONGEST_HEAD; at--) {
    seen++;
    while (stretch >= 0 && (passed[stretch] ?? 0) > at) {
      stretch -= 2;
    }
    if (stretch >= 0 && (passed[stretch + 1] ?? 0) > at) {
      letters.push(...(depth === 0 ? [' '] : []));
      at = passed[stretch] ?? 0;
      continue;
    }
    const letter = text.charAt(at);
    if (letter === '}' && (braces > 0 || (depth === 0 && letters.findLast((found) => found.trim() !== '') === '>'))) {
      braces++;
      depth++;
    } else if (letter === '{' && braces > 0) {
      braces--;
      depth--;
    } else if (letter === ')' || letter === ']') {
      letters.push(...(depth === 0 ? [letter] : []));
      depth++;
    } else if (letter === '(' || letter === '[') {
      if (--depth < 0) {
        break;
      }
      letters.push(...(depth === 0 ? [letter] : []));
    } else if (depth === 0) {
      if (letter === ';' || letter === '{' || letter === '}') {
        break;
      }
      letters.push(letter);
    }
  }
  return plain(letters.reverse().join(''));
}

/** `(): { a: number } {`, `func f() interface{} {`: what a function returns may have braces of its own before the function's. */
function beforeTypeLiteral(text: string, brace: number, passed: Passed): number {
  let at = brace - 1;
  while (at >= 0 && text.charAt(at).trim() === '' && brace - at < LONGEST_HEAD) {
    at--;
  }
  let depth = 0;
  for (const last = at; text.charAt(last) === '}' && at >= 0 && last - at < LONGEST_HEAD; at--) {
    const letter = endOfPassed(passed, at) === undefined ? text.charAt(at) : '';
    depth += letter === '}' ? 1 : letter === '{' ? -1 : 0;
    if (depth === 0 && letter === '{') {
      return RETURNED.test(text.slice(Math.max(0, at - 20), at)) ? at : brace;
    }
  }
  return brace;
}

const RETURNED = /(?:[:|&]|\b(?:interface|struct))\s*$/;

/** Where a declaration that begins at `from` has its braces, and how it ends; undefined: there is none near. */
export function headFrom(
  text: string,
  from: number,
  passed: Passed,
): { readonly words: string; readonly end: number; readonly closed: '{' | ';' } | undefined {
  let words = '';
  let stretch = stretchBefore(passed, from);
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + LONGEST_HEAD); at++) {
    while ((passed[stretch + 2] ?? Number.POSITIVE_INFINITY) <= at) {
      stretch += 2;
    }
    const end = passed[stretch + 1];
    if (stretch >= 0 && end !== undefined && end > at) {
      words += depth === 0 ? ' ' : '';
      at = end - 1;
      continue;
    }
    const letter = text.charAt(at);
    if (letter === '(' || letter === '[') {
      words += depth === 0 ? letter : '';
      depth++;
    } else if (letter === ')' || letter === ']') {
      if (--depth < 0) {
        return undefined;
      }
      words += depth === 0 ? letter : '';
    } else if (depth === 0) {
      if (letter === '{' || letter === ';') {
        return { words: plain(words), end: at, closed: letter };
      }
      if (letter === '}') {
        return undefined;
      }
      words += letter;
    }
  }
  return undefined;
}

/** Without type arguments, which may hold anything. */
function plain(words: string): string {
  let left = words.replace(/[-=]>/g, '→');
  for (let depth = 0; depth < 4 && left.includes('<'); depth++) {
    left = left.replace(/<[^<>]*>/g, '');
  }
  return left;
}
