import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Span } from '../../model/span';
import type { MapEntry, ValueNode } from '../../roadmap/valueNode';

/** Characters before the offset on its line. */
export function columnOf(text: string, offset: number): number {
  const start = startOfLine(text, offset);
  return offset - start - (text.charAt(start) === '\uFEFF' ? 1 : 0);
}

const LINE_BREAK = /^(?:\r\n|\r|\n)/;

/** Where the line behind the one with this offset starts; the text's end when there is none. */
export function nextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return end + (LINE_BREAK.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** Whether a list or mapping stands between brackets. */
export function isBracketed(text: string, node: ValueNode): boolean {
  const first = text.charAt(node.span.start);
  const last = text.charAt(node.span.end - 1);
  return (
    (node.kind === 'list' && first === '[' && last === ']') || (node.kind === 'map' && first === '{' && last === '}')
  );
}

/** The key with the quotes around it. undefined: the entry has none, or it stands elsewhere. */
export function keyPlace(text: string, { keySpan }: MapEntry): Span | undefined {
  if (keySpan === undefined) {
    return undefined;
  }
  const quote = text.charAt(keySpan.start - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(keySpan.end) === quote;
  return isQuoted ? { start: keySpan.start - 1, end: keySpan.end + 1 } : keySpan;
}

/** Where what belongs to a value ends, before the line break behind it: block scalars count that in. */
export function contentEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) {
    at -= 1;
  }
  return at;
}

/** Where an entry ends, without the comment behind it. */
export function entryEnd(text: string, entry: MapEntry): number {
  const key = keyPlace(text, entry);
  const afterKey = key ? text.indexOf(':', key.end) + 1 : entry.value.span.start;
  return entry.value.kind === 'empty'
    ? Math.max(afterKey, nullEnd(text, entry.value.span.start))
    : Math.max(afterKey, contentEnd(text, entry.value.span));
}

/** Behind `null` or `~`, which are read as nothing. */
export function nullEnd(text: string, start: number): number {
  NULL.lastIndex = start;
  return start + (NULL.exec(text)?.[0].length ?? 0);
}

const NULL = /[ \t]*(?:null|~)(?=[\s,\]}]|$)/iy;

/** Whether only space stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[\uFEFF \t]*$/.test(text.slice(startOfLine(text, offset), offset));
}

/** Whether nothing, or only a comment, stands behind the offset on its line. */
export function endsLine(text: string, offset: number): boolean {
  return /^[ \t]*(?:(?:#|\/\/).*)?$/.test(text.slice(offset, endOfLine(text, offset)));
}

export function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count));
}
