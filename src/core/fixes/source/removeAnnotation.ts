import { t } from '../../words/t';
import type { RawComment } from '../../annotations/languages/grammar';
import { deletion, type TextChange } from '../../edit/textChange';
import { endOfLineUpTo, startOfLine } from '../../model/lineEnds';
import type { Span } from '../../model/span';
import { Refusal } from '../../edit/refusal';
import { startOfNextLine, wholeLines, withoutTrace } from './lines';
import { writtenComments } from './comments';

/**
 * The changes that take an annotation out of a text. A comment that holds nothing else goes as a whole, with its lines where
 * no code stands in them; of another one only the annotation's own words, and the lines that they fill.
 *
 * @param span from the annotation's tag to the end of its message
 */
export function removeAnnotation(path: string, text: string, span: Span): readonly TextChange[] | Refusal {
  const written = writtenComments(path, text);
  if (!written) {
    return new Refusal(t('The comments of {0} cannot be changed safely. Remove the annotation there yourself.', path));
  }
  const around = written.comments.filter(({ start, end }) => start < span.end && end > span.start);
  return around.length === 0
    ? fromProse(text, span)
    : around.flatMap((comment) =>
        isAllOf(text, comment, span) ? [withoutTrace(text, comment)] : fromComment(text, comment, span),
      );
}

/** A string that documents code is not taken away: something must stand where it stands. */
function isAllOf(text: string, { start, innerStart, innerEnd }: RawComment, span: Span): boolean {
  const isString = /^\w*["'`]/.test(text.slice(start, innerStart));
  return (
    !isString &&
    !saysSomething(text.slice(innerStart, Math.max(innerStart, span.start))) &&
    !saysSomething(text.slice(Math.min(innerEnd, span.end), innerEnd))
  );
}

function saysSomething(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/** Line by line: a line that says nothing else goes whole, unless the comment begins or ends in it. */
function fromComment(text: string, { start, end, innerStart, innerEnd }: RawComment, span: Span): TextChange[] {
  const changes: TextChange[] = [];
  const whole = withBrackets(text, { start: Math.max(span.start, innerStart), end: Math.min(span.end, innerEnd) });
  for (let at = whole.start; at < whole.end; ) {
    const lineStart = startOfLine(text, at);
    const lineEnd = endOfLineUpTo(text, at, innerEnd);
    const stop = Math.min(lineEnd, whole.end);
    const holdsSign = start >= lineStart || end <= lineEnd || lineEnd === innerEnd;
    const others = text.slice(Math.max(lineStart, innerStart), at) + text.slice(stop, lineEnd);
    changes.push(
      !holdsSign && !saysSomething(others)
        ? wholeLines(text, lineStart, lineEnd)
        : withSpace(text, at, stop, innerStart, innerEnd),
    );
    at = Math.max(startOfNextLine(text, at), at + 1);
  }
  return changes;
}

/** Takes the space along that set it off, but not the one that sets the words off from the comment's signs. */
function withSpace(text: string, start: number, end: number, innerStart: number, innerEnd: number): TextChange {
  let from = start;
  while (from > innerStart && /[ \t]/.test(text[from - 1] ?? '')) {
    from--;
  }
  const isRest = saysSomething(text.slice(from > innerStart ? startOfLine(text, from) : from, from));
  let to = end;
  while (to < innerEnd && /[ \t]/.test(text[to] ?? '')) {
    to++;
  }
  const endsLine = to === innerEnd || /[\r\n]/.test(text[to] ?? '');
  return isRest ? deletion(from, endsLine && to < innerEnd ? to : end) : deletion(start, to);
}

/** `(TODO: round up)`: with the brackets that hold nothing else, and the sign of a list before it. */
function withBrackets(text: string, { start, end }: Span): Span {
  const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  const close = closing[text[start - 1] ?? ''];
  return close !== undefined && text[end] === close ? { start: start - 1, end: end + 1 } : { start, end };
}

/** A document: the lines that hold nothing else go, with the sign of a list or quotation. */
function fromProse(text: string, span: Span): TextChange[] {
  const whole = withBrackets(text, span);
  const lineStart = startOfLine(text, whole.start);
  const lineEnd = endOfLineUpTo(text, whole.end, text.length);
  const before = text.slice(lineStart, whole.start);
  const isAlone = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?[*_`]*$/.test(before);
  return isAlone && !saysSomething(text.slice(whole.end, lineEnd))
    ? [wholeLines(text, lineStart, lineEnd)]
    : [withoutTrace(text, whole)];
}
