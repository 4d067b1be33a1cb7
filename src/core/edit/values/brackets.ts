import { lineBreakAfter } from '../lineBreak';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Span } from '../../model/span';
import { deletion, insertion, type TextChange } from '../textChange';
import { endsLine, nextLine, startsLine } from './layout';

/** What stands between two brackets: the brackets included, and the places of its entries in order. */
export interface Bracketed {
  readonly span: Span;
  readonly parts: readonly Span[];
}

/** Whether each entry stands on a line of its own. */
export function isInLines(text: string, { parts }: Bracketed): boolean {
  const [first] = parts;
  return first !== undefined && startsLine(text, first.start);
}

/** The white space with which the line of an entry begins. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(startOfLine(text, offset), offset))?.[0] ?? '';
}

/**
 * One entry more, behind as many others. On a line of its own where the others have theirs.
 *
 * @param gap between two entries on one line
 */
export function withPart(
  text: string,
  brackets: Bracketed,
  index: number,
  words: string,
  gap: string,
): readonly TextChange[] {
  const { span, parts } = brackets;
  const before = parts[index - 1];
  const behind = parts[index];
  if (!before) {
    if (!behind) {
      return [{ span: { start: span.start + 1, end: emptyEnd(text, span) }, text: words }];
    }
    const separator = isInLines(text, brackets)
      ? lineBreakAfter(text, behind.start) + indentAt(text, behind.start)
      : gap;
    return [insertion(behind.start, `${words},${separator}`)];
  }
  if (!isInLines(text, brackets)) {
    return [insertion(before.end, `,${gap}${words}`)];
  }
  const line = lineBreakAfter(text, before.end) + indentAt(text, before.start);
  const comma = commaBehind(text, before.end);
  if (comma !== undefined && endsLine(text, comma)) {
    // The comment behind the comma stays with what it is about.
    return [insertion(endOfLine(text, comma), `${line}${words},`)];
  }
  return comma === undefined && endsLine(text, before.end)
    ? [insertion(before.end, ','), insertion(endOfLine(text, before.end), line + words)]
    : [insertion(before.end, `,${line}${words}`)];
}

/** Takes one entry out with its comma, and with its line where it has one of its own. */
export function withoutPart(text: string, { span, parts }: Bracketed, index: number): readonly TextChange[] {
  const [before, part, behind] = [parts[index - 1], parts[index], parts[index + 1]];
  if (!part) {
    return [];
  }
  const comma = commaBehind(text, part.end);
  if (!before && !behind) {
    const rest = text.slice(span.start + 1, part.start) + text.slice(comma ?? part.end, span.end - 1);
    if (rest.trim() === '') {
      return [deletion(span.start + 1, span.end - 1)];
    }
  }
  const ownLine = startsLine(text, part.start) && endsLine(text, comma ?? part.end);
  if (ownLine && (behind || !before || comma !== undefined)) {
    return [deletion(startOfLine(text, part.start), nextLine(text, comma ?? part.end))];
  }
  if (ownLine && before) {
    const lineStart = startOfLine(text, part.start);
    const lineEnd = endOfLine(text, part.end);
    const formerComma = commaBehind(text, before.end) ?? before.end;
    return [deletion(before.end, formerComma), deletion(lineStart - lineBreakBefore(text, lineStart), lineEnd)];
  }
  if (behind) {
    return [deletion(part.start, behind.start)];
  }
  return [before ? deletion(before.end, part.end) : deletion(part.start, comma ?? part.end)];
}

/** The offset behind the comma that follows; undefined: none does. */
function commaBehind(text: string, end: number): number | undefined {
  COMMA.lastIndex = end;
  const found = COMMA.exec(text);
  return found ? end + found[0].length : undefined;
}

const COMMA = /[ \t]*,/y;

/** Where white space ends that stands behind an opening bracket. */
function emptyEnd(text: string, { start, end }: Span): number {
  const inner = /^[ \t]*/.exec(text.slice(start + 1, end - 1))?.[0] ?? '';
  return start + 1 + (start + 1 + inner.length === end - 1 ? inner.length : 0);
}

function lineBreakBefore(text: string, lineStart: number): number {
  return text.slice(lineStart - 2, lineStart) === '\r\n' ? 2 : Math.min(1, lineStart);
}
