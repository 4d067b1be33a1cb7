import { type Passed, stretchBefore } from './passed';

/** A head of more letters than this is something else. */
const LONGEST_HEAD = 1_500;

/**
 * The words that lead to a `{`: back to the end of the statement before, to a brace, or to a bracket that is still open. What is
 * no code, and all that stands in brackets, is left out. undefined: they are too many.
 */
export function headBefore(text: string, brace: number, passed: Passed): string | undefined {
  const letters: string[] = [];
  let stretch = stretchBefore(passed, brace - 1);
  let depth = 0;
  // Of type arguments such as `<T extends { x: number }>`: the only braces that a head may hold.
  let braces = 0;
  for (let at = brace - 1; at >= 0; at--) {
    if (brace - at > LONGEST_HEAD) {
      return undefined;
    }
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
