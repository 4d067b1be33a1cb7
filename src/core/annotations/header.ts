import type { Mention, Until } from '../model/marks';
import type { Span } from '../model/span';
import { mentionsWithin } from './ascending';
import { priorityOfSigns, readPriority } from './priority';
import { readBareDay, readUntil } from './until';

/** What stands between a tag and its message. */
export interface Header {
  /** Where the message begins. */
  readonly end: number;
  readonly owner: string | undefined;
  readonly until: Until | undefined;
  /** As in {@link Annotation}. */
  readonly priority: number | undefined;
  /** Words in the brackets that are nothing of the above and no ID: they belong to the message. */
  readonly remarks: readonly string[];
}

/** What is known of a header so far. */
type Facts = { -readonly [K in keyof Omit<Header, 'end' | 'remarks'>]: Header[K] } & { readonly remarks: string[] };

interface Brackets {
  readonly inner: Span;
  readonly end: number;
  readonly square: boolean;
}

/**
 * Reads `(PAY-12)`, `[PAY-12]`, ` PAY-12, PAY-13:`, `(@ana, PAY-12, until: 2026-09-30):`, `!: PAY-12` and mixtures of them.
 *
 * @param from behind the tag
 * @param to the end of the tag's line
 * @param mentions those between `from` and `to`, in order
 */
export function readHeader(text: string, from: number, to: number, mentions: readonly Mention[]): Header {
  const facts: Facts = { owner: undefined, until: undefined, priority: undefined, remarks: [] };
  const first = skip(text, from, to, OTHER_TAGS);
  let at = readSigns(text, first, to, facts);
  let separated = false;
  let listed = false;
  let nextMention = 0;
  for (;;) {
    const next = skip(text, at, to, listed ? /[ \t]*(?:[,;&/+]|and\b)?[ \t]*#?/y : /[ \t]*#?/y);
    // The sign is a part of `#12`, and none of `#PAY-12`.
    const sign = next > at && text.charAt(next - 1) === '#' ? next - 1 : next;
    while ((mentions[nextMention]?.span.start ?? sign) < sign) {
      nextMention++;
    }
    const named = mentions[nextMention];
    const mention = named?.span.start === sign || named?.span.start === next ? named : undefined;
    const brackets = bracketsAt(text, next, to);
    const stated = separated ? undefined : statedAt(text, next, to, mentions, facts);
    const level = skip(text, next, to, separated ? LEVEL_OF_MESSAGE : LEVEL);
    if (mention) {
      at = mention.span.end;
    } else if (brackets && belongs(text, brackets, next === first, separated, mentions)) {
      readBrackets(text, brackets, mentions, facts);
      at = readSigns(text, brackets.end, to, facts);
    } else if (level > next) {
      facts.priority ??= Number(text.charAt(next + 1));
      at = level;
    } else if (stated !== undefined) {
      at = stated;
    } else {
      const colon = skip(text, at, to, separated ? /[ \t]*(?::|-+(?=\s)|[–—])[ \t]*/y : SEPARATOR);
      if (colon === at || (separated && !listed)) {
        return { ...facts, end: at };
      }
      at = colon;
      separated = true;
      listed = false;
      continue;
    }
    listed = true;
  }
}

/** `TODO/FIXME`, and what closes brackets or bold type around a tag. */
const OTHER_TAGS = /(?:[ \t]*[/|&+][ \t]*\p{Lu}{2,}(?![\p{L}\p{N}]))*[\])}*_]*/uy;

/** `P0` where a name could stand; in a message only before a colon. */
const LEVEL = /P[0-9](?=[ \t]|[:,([]|$)/my;
const LEVEL_OF_MESSAGE = /P[0-9](?=[ \t]*:)/y;

/** `TODO!`, `TODO(PAY-12)!!`. */
function readSigns(text: string, at: number, to: number, facts: Facts): number {
  const end = skip(text, at, to, /!+/y);
  facts.priority ??= priorityOfSigns(text.slice(at, end));
  return end;
}

/** Marks of bold type (`**TODO**:`, `<b>TODO:</b>`) may end around the colon. */
const SEPARATOR = /(?:<\/\w{1,9}>|\**)[ \t]*(?::(?:<\/\w{1,9}>|\**)|-+(?=\s)|[–—])[ \t]*/y;

/** @returns the end of what the sticky pattern matches at `at`, or `at` itself when that would pass `to` */
function skip(text: string, at: number, to: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= to ? pattern.lastIndex : at;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function bracketsAt(text: string, at: number, to: number): Brackets | undefined {
  const open = text.charAt(at);
  const close = CLOSING[open];
  const length = close === undefined || at >= to ? -1 : text.slice(at, to).indexOf(close);
  return length === -1
    ? undefined
    : { inner: { start: at + 1, end: at + length }, end: at + length + 1, square: open === '[' };
}

/** Brackets right behind the tag are the header; further ones only when they name something, as `(see below)` does not. */
function belongs(
  text: string,
  { inner, end, square }: Brackets,
  attached: boolean,
  separated: boolean,
  mentions: readonly Mention[],
): boolean {
  const words = text.slice(inner.start, inner.end);
  const states = /^\s*P[0-9]\s*$/.test(words) || (square && readBareDay(text, inner) !== undefined);
  if (separated) {
    return states || (without(words, inner.start, mentions).trim() === '' && words.trim() !== '');
  }
  return (
    attached ||
    states ||
    text.charAt(end) === ':' ||
    mentionsWithin(mentions, inner.start, inner.end).length > 0 ||
    /^\s*@|\b(?:until|due|expires)\b\s*[: =]/i.test(words)
  );
}

/** `TODO @ana: …`, `TODO until v2.0: …`: what may stand before the colon without brackets. Returns its end. */
function statedAt(
  text: string,
  at: number,
  to: number,
  mentions: readonly Mention[],
  facts: Facts,
): number | undefined {
  const line = text.slice(at, to);
  const name = /^@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)(?=[ \t]*[:,([!]|[ \t]+\p{Lu})/u.exec(line);
  if (name) {
    facts.owner ??= name[1];
    return at + name[0].length;
  }
  const words = /^(?:until|due|expires|by)(?::|[ \t])[ \t]*[^\s:,()[\]]+(?=:)/i.exec(line)?.[0];
  const until = words === undefined ? undefined : readUntil(text, { start: at, end: at + words.length }, mentions);
  facts.until ??= until;
  return until?.span.end;
}

function readBrackets(text: string, { inner, square }: Brackets, mentions: readonly Mention[], facts: Facts): void {
  for (const piece of text.slice(inner.start, inner.end).matchAll(/[^,;|]+/g)) {
    const start = inner.start + piece.index;
    const span = { start, end: start + piece[0].length };
    const until = readUntil(text, span, mentions) ?? (square ? readBareDay(text, span) : undefined);
    if (until) {
      facts.until ??= until;
      continue;
    }
    const words = without(piece[0], start, mentions);
    const priority = readPriority(words);
    const name = OWNER.exec(words)?.[1];
    if (priority !== undefined) {
      facts.priority ??= priority;
    } else if (name !== undefined && !NO_NAME.test(words)) {
      facts.owner ??= name;
    } else if (words !== '') {
      facts.remarks.push(words);
    }
  }
}

/** A lone word, `@` before it or not; an address. */
const OWNER = /^(?:(?:owner|by)[:=\s]\s*)?@?([\p{L}_](?:[\p{L}\p{N}._+-]*[\p{L}\p{N}])?(?:@[\p{L}\p{N}.-]+)?)$/iu;

/** An ID of another roadmap or tracker, one that is still to be filled in (`PAY-XXX`), and a version. */
const NO_NAME = /^(?:\p{L}[\p{L}\p{N}_]*-(?:\d+|X+|N+)|v?\d[\d.]*)$/iu;

/** The words that are left without the IDs and what ties them together. */
function without(words: string, offset: number, mentions: readonly Mention[]): string {
  let left = '';
  let at = 0;
  for (const { span } of mentionsWithin(mentions, offset, offset + words.length)) {
    left += words.slice(at, span.start - offset);
    at = span.end - offset;
  }
  return withoutTiesAtEnd((left + words.slice(at)).replace(/^(?:[\s,;:&/+|-]|and\b|see\b)+/, ''));
}

/** Letter by letter, because a pattern would try each of many signs as the first of the last ones. */
function withoutTiesAtEnd(words: string): string {
  let end = words.length;
  for (;;) {
    if (/[\s,;:&/+|#-]/.test(words.charAt(end - 1))) {
      end -= 1;
    } else if (/\band$/.test(words.slice(Math.max(0, end - 4), end))) {
      end -= 3;
    } else {
      return words.slice(0, end);
    }
  }
}

/** The message without brackets that hold nothing but IDs or an end, in one line. */
export function plainMessage(
  text: string,
  parts: readonly Span[],
  mentions: readonly Mention[],
  { remarks, until }: Pick<Header, 'remarks' | 'until'>,
): string {
  const lines = parts.map(({ start, end }) => {
    let line = '';
    let at = start;
    for (const { 0: brackets, 1: inner = '', index } of text.slice(start, end).matchAll(BRACKETS)) {
      const offset = start + index + 1;
      const named = mentionsWithin(mentions, offset, offset + inner.length);
      const saysEnd = until && offset <= until.span.start && until.span.end <= offset + inner.length;
      if (saysEnd || (named.length > 0 && without(inner, offset, named) === '')) {
        line += text.slice(at, start + index).trimEnd();
        at = start + index + brackets.length;
      }
    }
    return line + text.slice(at, end);
  });
  const message = withoutClosingTag(lines.join(' ').replace(/\s+/g, ' ').trim());
  return [remarks.join(', '), message].filter((words) => words !== '').join(': ');
}

/** `<li>TODO: x</li>`: what closes something that was opened before the message is none of it. */
function withoutClosingTag(message: string): string {
  const [closing, name] = /\s*<\/(\w{1,9})>$/.exec(message.slice(-LONGEST_TAG)) ?? [];
  return closing === undefined || message.includes(`<${name}`) ? message : message.slice(0, -closing.length);
}

const LONGEST_TAG = 20;

const BRACKETS = /[([]([^()[\]]{1,200})[)\]]/g;
