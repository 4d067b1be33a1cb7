import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Span } from '../../model/span';
import { deletion, type TextChange } from '../../edit/textChange';

/** Where the line after the one of an offset begins; the text's end where there is none. */
export function startOfNextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** Takes a stretch away: with its lines where they hold nothing else, else with the space that set it off. */
export function withoutTrace(text: string, { start, end }: Span): TextChange {
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (before.trim() === '' && after.trim() === '') {
    return wholeLines(text, lineStart, lineEnd);
  }
  if (after.trim() === '') {
    return deletion(lineStart + before.trimEnd().length, lineEnd);
  }
  const isSetOff = before.trim() === '' || /\s$/.test(before);
  return deletion(start, isSetOff ? end + after.length - after.trimStart().length : end);
}

/** Lines with their break; of the last one the break before it, so that no empty line is left. */
export function wholeLines(text: string, lineStart: number, lineEnd: number): TextChange {
  const next = startOfNextLine(text, lineEnd);
  if (next > lineEnd || lineStart === 0) {
    return deletion(lineStart, next);
  }
  const isPair = text.startsWith('\r\n', lineStart - 2);
  return deletion(lineStart - (isPair ? 2 : 1), next);
}
