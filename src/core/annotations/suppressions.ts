import { endOfLine, startOfLine } from '../model/lineEnds';
import type { CodeSuppression, Mention } from '../model/marks';
import type { Named } from '../model/roadmap';
import type { Span } from '../model/span';
import { type Comment, findCommentsHolding } from './comments';
import { languageOf } from './languages/detect';
import { readUntil } from './until';

/** What a comment says that accepts a finding where it stands. */
export const SUPPRESSION_WORD = 'waymark-ignore';

/** Those in the comments of a text, in order. */
export function suppressionsIn(path: string, text: string): readonly CodeSuppression[] {
  const places = placesOfSuppressions(text);
  const language = places.length > 0 ? languageOf(path, text) : undefined;
  return language
    ? findCommentsHolding(text, language, places).flatMap((comment) => suppressionsOf(text, comment, []))
    : [];
}

/** Where the word stands in a text, whatever is around it. */
export function placesOfSuppressions(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(SUPPRESSION_WORD); at >= 0; at = text.indexOf(SUPPRESSION_WORD, at + 1)) {
    places.push(at);
  }
  return places;
}

/**
 * The word at the beginning of a comment's line; behind other words only where a rule's code follows it, since comments may
 * also speak of it.
 */
const SUPPRESSION = /(?:^|(?<=\s)(?=\S+\s+WM\d))waymark-ignore(-file)?(?![\w-])[ \t]*/;

/** `WM203, stale-active-item` */
const RULE_NAMES = /^[A-Za-z][\w-]*(?:[ \t]*,[ \t]*[A-Za-z][\w-]*)*/;

/** `until: v2.0` anywhere behind them, in brackets or not. */
const UNTIL = /(?:[([][ \t]*)?\b(until[ \t]*[:=][ \t]*[^\s,;:()[\]]+)[ \t]*[)\]]?/i;

/** The suppressions in one comment; prose of a document holds none. */
export function suppressionsOf(
  text: string,
  { parts, prose }: Comment,
  mentions: readonly Mention[],
): CodeSuppression[] {
  return prose ? [] : parts.flatMap((part) => suppressionIn(text, part, mentions) ?? []);
}

function suppressionIn(text: string, part: Span, mentions: readonly Mention[]): CodeSuppression | undefined {
  const line = text.slice(part.start, part.end);
  const match = line.includes(SUPPRESSION_WORD) ? SUPPRESSION.exec(line) : null;
  if (!match) {
    return undefined;
  }
  const [head, wholeFile] = match;
  const start = part.start + match.index;
  const behind = start + head.length;
  const names = RULE_NAMES.exec(text.slice(behind, part.end))?.[0] ?? '';
  const rules = /^until$/i.test(names) ? [] : namesIn(names, behind);
  const restAt = rules.length > 0 ? behind + names.length : behind;
  const rest = text.slice(restAt, part.end);
  const end = UNTIL.exec(rest);
  const untilAt = end ? restAt + end.index + end[0].indexOf(end[1] ?? '') : 0;
  const until = end ? readUntil(text, { start: untilAt, end: untilAt + (end[1]?.length ?? 0) }, mentions) : undefined;
  const words = end ? `${rest.slice(0, end.index)} ${rest.slice(end.index + end[0].length)}` : rest;
  const reason = words.replace(/^[\s:,;–—-]+|[\s:,;–—-]+$/g, '').replace(/\s+/g, ' ');
  return {
    rules,
    reason: reason === '' ? undefined : reason,
    until,
    covers: wholeFile === undefined ? { start: startOfLine(text, start), end: endOfCovered(text, start) } : undefined,
    span: { start, end: part.start + line.trimEnd().length },
  };
}

function namesIn(list: string, offset: number): Named[] {
  return Array.from(list.matchAll(/[\w-]+/g), ({ 0: name, index }) => {
    const start = offset + index;
    return { name, span: { start, end: start + name.length } };
  });
}

/** More of them in a row are no longer about one line. */
const MOST_IN_A_ROW = 20;

/** The end of the next line; lines that say the same of other rules stand between without parting the two. */
function endOfCovered(text: string, start: number): number {
  let end = endOfLine(text, start);
  for (let row = 0; row < MOST_IN_A_ROW; row++) {
    const next = nextLine(text, end);
    if (next === undefined) {
      break;
    }
    end = endOfLine(text, next);
    if (!text.slice(next, end).includes(SUPPRESSION_WORD)) {
      break;
    }
  }
  return end;
}

/** Where the line behind a line's end begins; undefined: it was the last. */
function nextLine(text: string, end: number): number | undefined {
  const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  return next > text.length ? undefined : next;
}
