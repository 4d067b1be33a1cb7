import { endOfLineUpTo, startOfLine } from '../model/lineEnds';
import type { Span } from '../model/span';

/** A line without its line break. */
export type TextLine = Span;

export function lineAt(text: string, offset: number, within: Span): TextLine {
  return {
    start: Math.max(within.start, startOfLine(text, offset)),
    end: endOfLineUpTo(text, offset, within.end),
  };
}

/** undefined: the line is the first. No line may end with a return alone, see {@link withFeeds}. */
export function lineBefore(text: string, { start }: TextLine, within: Span): TextLine | undefined {
  if (start <= within.start) {
    return undefined;
  }
  const isPair = text[start - 1] === '\n' && text[start - 2] === '\r';
  const end = Math.max(within.start, start - (isPair ? 2 : 1));
  const lineStart = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
  return { start: Math.max(within.start, lineStart), end };
}

/** undefined: the line is the last. */
export function lineAfter(text: string, { end }: TextLine, within: Span): TextLine | undefined {
  if (end >= within.end) {
    return undefined;
  }
  const start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  return start > within.end ? undefined : { start, end: endOfLineUpTo(text, start, within.end) };
}

/** The text with a feed for each return that ends a line alone, so that one sign ends every line; of the same length. */
export function withFeeds(text: string): string {
  return /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The offset of the first character that is no blank, up to a limit. */
export function skipBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlank(text[at])) {
    at++;
  }
  return at;
}

/** The offset behind the last character that is no blank, down to a limit. */
export function trimBlanks(text: string, to: number, limit: number): number {
  let at = to;
  while (at > limit && isBlank(text[at - 1])) {
    at--;
  }
  return at;
}

export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
