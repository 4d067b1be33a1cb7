import { endOfLine } from '../model/lineEnds';

/** The line break that ends the line with this offset; at the end of the text the one that the text uses first. */
export function lineBreakAfter(text: string, offset: number): string {
  const end = endOfLine(text, offset);
  return LINE_BREAK.exec(text.slice(end, end + 2))?.[0] ?? /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

const LINE_BREAK = /^(?:\r\n|\r|\n)/;
