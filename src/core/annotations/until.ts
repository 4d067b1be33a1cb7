import { parseDayRange } from '../model/calendar';
import type { Mention, Until } from '../model/marks';
import type { Span } from '../model/span';

/**
 * Reads `until: 2026-09-30`, `due v2.0`, `expires=PAY-2` as a whole, and `by 2026-09-30`, which needs a date: `by ana` names
 * a person.
 *
 * @param mentions those of the comment, in order
 * @returns undefined: the words are something else
 */
export function readUntil(text: string, { start, end }: Span, mentions: readonly Mention[]): Until | undefined {
  const words = text.slice(start, end);
  const match = /^(\s*(?:until|due|expires|(by))\b[:=\s]\s*)(.*\S)/is.exec(words);
  const [, lead = '', by, value = ''] = match ?? [];
  const until =
    match && untilAt({ start: start + lead.length, end: start + lead.length + value.length }, text, mentions);
  return until && (by === undefined || until.days) ? until : undefined;
}

/** `2026-09-30` in square brackets, as linters of expiring annotations take it: `TODO [2026-09-30]: x`. */
export function readBareDay(text: string, { start, end }: Span): Until | undefined {
  const words = text.slice(start, end);
  return /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(words)
    ? untilAt({ start: start + words.search(/\S/), end: start + words.trimEnd().length }, text, [])
    : undefined;
}

function untilAt(span: Span, text: string, mentions: readonly Mention[]): Until {
  const value = text.slice(span.start, span.end);
  const mention = mentions.find((known) => known.span.start === span.start && known.span.end === span.end);
  return { text: value, span, days: parseDayRange(value), id: mention?.id };
}

/** `… (until: v2.0) …`: an end that stands in brackets within the message. */
const WITHIN_MESSAGE = /[([]\s{0,9}((?:until|due|expires)\b\s{0,9}[:=][^()[\]]{1,100})[)\]]/i;

/** The end that the lines of a message state in brackets; undefined: none. */
export function untilWithin(text: string, parts: readonly Span[], mentions: readonly Mention[]): Until | undefined {
  for (const { start, end } of parts) {
    const match = WITHIN_MESSAGE.exec(text.slice(start, end));
    const words = match?.[1];
    if (match && words !== undefined) {
      const from = start + match.index + match[0].indexOf(words);
      return readUntil(text, { start: from, end: from + words.length }, mentions);
    }
  }
  return undefined;
}
