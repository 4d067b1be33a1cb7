import { lineBreakAfter } from '../lineBreak';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Span } from '../../model/span';
import type { MapEntry, MapNode, ValueNode } from '../../roadmap/valueNode';
import { deletion, insertion, type TextChange } from '../textChange';
import { columnOf, contentEnd, entryEnd, keyPlace, nextLine, spaces, startsLine } from './layout';

/** One field more in a mapping in lines, behind another one or as the first. @param words of the field, from its key on */
export function withBlockEntry(
  text: string,
  node: MapNode,
  after: MapEntry | undefined,
  words: string,
): readonly TextChange[] {
  const first = node.entries.find((entry) => isOwn(node, entry));
  const key = first && keyPlace(text, first);
  if (!key) {
    return [];
  }
  const indent = spaces(columnOf(text, key.start));
  if (!after) {
    return [insertion(key.start, words + lineBreakAfter(text, key.start) + indent)];
  }
  const end = entryEnd(text, after);
  return [insertion(endOfLine(text, end), lineBreakAfter(text, end) + indent + words)];
}

/** Takes a field of a mapping in lines out with its lines. The first one leaves the dash before it to the next. */
export function withoutBlockEntry(text: string, node: MapNode, entry: MapEntry): readonly TextChange[] {
  const key = keyPlace(text, entry);
  const next = node.entries.find((each) => isOwn(node, each) && (each.keySpan?.start ?? 0) > (key?.start ?? 0));
  if (!key) {
    return [];
  }
  if (startsLine(text, key.start)) {
    return withoutLines(text, startOfLine(text, key.start), entryEnd(text, entry));
  }
  const nextKey = next && keyPlace(text, next);
  return nextKey ? [deletion(key.start, nextKey.start)] : [];
}

/** From the start of a line to the end of the one with the other offset, with one line break. */
export function withoutLines(text: string, lineStart: number, end: number): readonly TextChange[] {
  const next = nextLine(text, end);
  const isLastLine = next === endOfLine(text, end);
  // The last line of a text without line break takes the one before it along.
  return [isLastLine && lineStart > 0 ? deletion(endOfLineBefore(text, lineStart), next) : deletion(lineStart, next)];
}

export function endOfLineBefore(text: string, lineStart: number): number {
  return lineStart - (text.slice(lineStart - 2, lineStart) === '\r\n' ? 2 : 1);
}

/** Entries that come from a merge stand elsewhere. */
export function isOwn(node: MapNode, { keySpan }: MapEntry): boolean {
  return keySpan !== undefined && keySpan.start >= node.span.start && keySpan.end <= node.span.end;
}

/** Where the dash of an entry stands; undefined: something stands between them, an anchor say. */
export function dashOf(text: string, node: ValueNode): number | undefined {
  let at = node.span.start - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) {
    at -= 1;
  }
  return text.charAt(at) === '-' && at < node.span.start - 1 ? at : undefined;
}

/** One entry of a list in lines, or of a mapping of items: all of its lines, with the comments directly above it. */
export interface Chunk {
  /** Where its first line starts, comments included. */
  readonly start: number;
  /** Where its last line ends, before the line break. */
  readonly end: number;
  /** The column of its dash or key. */
  readonly column: number;
}

/** @param from the dash or key */
export function chunkOf(text: string, from: number, value: Span): Chunk | undefined {
  if (!startsLine(text, from)) {
    return undefined;
  }
  const column = columnOf(text, from);
  let start = startOfLine(text, from);
  while (start > 0) {
    const above = startOfLine(text, endOfLineBefore(text, start));
    const line = text.slice(above, endOfLine(text, above));
    if (!/^\uFEFF? *#/.test(line) || line.search(/#/) !== column) {
      break;
    }
    start = above;
  }
  let end = endOfLine(text, Math.max(from, contentEnd(text, value)));
  // Comments below it that are indented deeper are about what it holds.
  for (let below = nextLine(text, end); below > end && below < text.length; below = nextLine(text, end)) {
    const line = text.slice(below, endOfLine(text, below));
    if (!/^ *#/.test(line) || line.search(/#/) <= column) {
      break;
    }
    end = below + line.length;
  }
  return { start, end, column };
}
