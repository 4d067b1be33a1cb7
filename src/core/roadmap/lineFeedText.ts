import { isSpan } from '../model/span';

/**
 * A text with line feeds alone, and how to tell of a place in it where that is in the text as it was. Markdown is read so:
 * its parser takes a carriage return for a letter of the line.
 */
export interface LineFeedText {
  readonly text: string;
  /** A value with all its spans moved to the text as it was; what several things share they still share. */
  withOwnSpans<T>(value: T): T;
}

/** undefined: the text has no line breaks of two characters. */
export function lineFeedText(text: string): LineFeedText | undefined {
  if (!text.includes('\r\n')) {
    return undefined;
  }
  const breaks = lineBreaksOf(text);
  const moved = new Map<object, unknown>();
  const move = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const known = moved.get(value);
    if (known !== undefined) {
      return known;
    }
    const next = isSpan(value)
      ? { start: offsetIn(breaks, value.start), end: offsetIn(breaks, value.end) }
      : Array.isArray(value)
        ? value.map(move)
        : value instanceof Map
          ? new Map([...value].map(([key, each]) => [key, move(each)]))
          : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, move(each)]));
    moved.set(value, next);
    return next;
  };
  return { text: text.replaceAll('\r\n', '\n'), withOwnSpans: <T>(value: T): T => move(value) as T };
}

/** Where those line feeds stand, in the text without their carriage returns, before which one was. */
function lineBreaksOf(text: string): readonly number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
    breaks.push(at - breaks.length);
  }
  return breaks;
}

/** An offset, and one more for each carriage return before it. */
function offsetIn(breaks: readonly number[], offset: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return offset + low;
}
