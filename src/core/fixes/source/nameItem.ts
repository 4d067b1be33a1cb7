import { t } from '../../words/t';
import { scanFile, type ScanOptions } from '../../annotations/scanFile';
import { applyChanges, insertion, type TextChange } from '../../edit/textChange';
import { endOfLine } from '../../model/lineEnds';
import { Refusal } from '../../edit/refusal';
import type { Span } from '../../model/span';

/**
 * The change that has an annotation name an item: `TODO(PAY-12): retry`. The result is read again before it is proposed.
 *
 * @param tagSpan where the annotation's tag stands
 */
export function nameItem(
  path: string,
  text: string,
  tagSpan: Span,
  id: string,
  scan: ScanOptions,
): readonly TextChange[] | Refusal {
  for (const change of waysToName(text, tagSpan, id)) {
    const marks = scanFile(path, applyChanges(text, [change]), scan);
    const annotation = marks.annotations.find((each) => each.tagSpan.start === tagSpan.start);
    if (annotation?.mentions.some((mention) => mention.id === id)) {
      return [change];
    }
  }
  return new Refusal(t('{0} cannot be written safely into this annotation of {1}. Write it there yourself.', id, path));
}

/**
 * The change that has an annotation say until when it may stay: `TODO(PAY-12, until: 2026-12-31): retry`. The result is read
 * again before it is proposed.
 */
export function waitUntil(
  path: string,
  text: string,
  tagSpan: Span,
  until: string,
  scan: ScanOptions,
): readonly TextChange[] | Refusal {
  for (const change of waysToName(text, tagSpan, `until: ${until}`)) {
    const marks = scanFile(path, applyChanges(text, [change]), scan);
    const annotation = marks.annotations.find((each) => each.tagSpan.start === tagSpan.start);
    if (annotation?.until?.text === until) {
      return [change];
    }
  }
  return new Refusal(
    t('{0} cannot be written safely into this annotation of {1}. Write `until: {0}` there yourself.', until, path),
  );
}

/** Behind the tag, in its brackets where it has some, else before the message or at its end. */
function* waysToName(text: string, { start, end }: Span, id: string): Iterable<TextChange> {
  const rest = text.slice(end, endOfLine(text, end));
  const brackets = /^\(([^()]*)\)/.exec(rest);
  if (brackets) {
    const separator = brackets[1]?.trim() ? ', ' : '';
    yield insertion(end + brackets[0].length - 1, `${separator}${id}`);
  }
  const isBracketed = /[([]$/.test(text.slice(0, start)) && /^[)\]]/.test(rest);
  yield insertion(isBracketed ? end + 1 : end, isBracketed ? ` ${id}` : `(${id})`);
  yield insertion(end + (/^[\s:]*/.exec(rest)?.[0].length ?? 0), `${id} `);
  yield insertion(end + rest.trimEnd().length, ` (${id})`);
}
