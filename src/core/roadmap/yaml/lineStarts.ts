/** A key as it stands in a text; offsets in the same text. */
export interface WrittenKey {
  readonly text: string;
  /** Where its words start, quotes excluded. */
  readonly innerStart: number;
  readonly colon: number;
}

const KEY = /(?:([^\s\-?:,[\]{}#&*!|>'"%@`][^:#\n\r\t]*?)|"([^"\\\n\t]*)"|'([^'\n\t]*)')( *):(?=[ \r\n]|$)/y;

/** `key:` at an offset. */
export function keyAt(source: string, offset: number): WrittenKey | undefined {
  KEY.lastIndex = offset;
  const match = KEY.exec(source);
  if (match === null) {
    return undefined;
  }
  const text = match[1] ?? match[2] ?? match[3] ?? '';
  const innerStart = match[1] === undefined ? offset + 1 : offset;
  return { text, innerStart, colon: offset + match[0].length - 1 };
}

/** `- ` at an offset. */
export function isDashAt(source: string, offset: number): boolean {
  const next = source.charCodeAt(offset + 1);
  return (
    source.charCodeAt(offset) === 45 && (Number.isNaN(next) || next === 32 || next === 9 || next === 10 || next === 13)
  );
}

/** How a line starts: with the dash of a list, with a key, or with something else. */
export type LineShape = 'dash' | 'key' | 'other';

export function shapeAt(source: string, offset: number): LineShape {
  return isDashAt(source, offset) ? 'dash' : keyAt(source, offset) ? 'key' : 'other';
}

/** The offset of the first character that is no space, not behind `end`. */
export function skipSpaces(source: string, offset: number, end: number): number {
  let at = offset;
  while (at < end && source.charCodeAt(at) === 32) {
    at += 1;
  }
  return at;
}
