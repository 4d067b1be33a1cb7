import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Span } from '../../model/span';

/** The line with the headers of the table that a row belongs to; undefined: none is found above it. */
export function headerOf(text: string, rowStart: number): Span | undefined {
  let start = startOfLine(text, rowStart);
  while (start > 0) {
    const end = lineBefore(text, start);
    start = startOfLine(text, end);
    const line = text.slice(start, end);
    if (!line.includes('|')) {
      return undefined;
    }
    if (/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*$/.test(line) && start > 0) {
      const headerEnd = lineBefore(text, start);
      const lineStart = startOfLine(text, headerEnd);
      const indent = /^[ \t]*/.exec(text.slice(lineStart, headerEnd))?.[0].length ?? 0;
      return { start: lineStart + indent, end: endOfLine(text, lineStart) };
    }
  }
  return undefined;
}

/** Where the line ends before the one that starts here. */
function lineBefore(text: string, start: number): number {
  return start - (text.slice(Math.max(0, start - 2), start) === '\r\n' ? 2 : 1);
}
