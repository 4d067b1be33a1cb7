import type { Mention } from '../model/marks';
import type { Span } from '../model/span';

/** What stands between a tag and its message. */
export interface Header {
  /** Where the message begins. */
  readonly end: number;
  readonly owner: string | undefined;
  readonly until: { readonly text: string; readonly span: Span } | undefined;
  /** Words in the brackets that are neither ID nor owner nor date: they belong to the message. */
  readonly remarks: readonly string[];
}

interface Brackets {
  readonly inner: Span;
  readonly end: number;
}

/**
 * Reads `(PAY-12)`, `[PAY-12]`, ` PAY-12, PAY-13:`, `(@ana, PAY-12, until: 2026-09-30):`, `: PAY-12` and mixtures of them.
 *
 * @param from behind the tag
 * @param to the end of the tag's line
 * @param mentions those between `from` and `to`, in order
 */
export function readHeader(text: string, from: number, to: number, mentions: readonly Mention[]): Header {
  const header = { owner: undefined as Header['owner'], until: undefined as Header['until'], remarks: [] as string[] };
  let at = skip(text, from, to, /(?:[ \t]*[/|&+][ \t]*\p{Lu}{2,}(?![\p{L}\p{N}]))*[\])}*_]*!*/uy);
  let separated = false;
  let listed = false;
  let nextMention = 0;
  for (;;) {
    const next = skip(text, at, to, listed ? /[ \t]*(?:[,;&/+]|and\b)?[ \t]*#?/y : /[ \t]*#?/y);
    while ((mentions[nextMention]?.span.start ?? next) < next) {
      nextMention++;
    }
    const mention = mentions[nextMention]?.span.start === next ? mentions[nextMention] : undefined;
    const brackets = bracketsAt(text, next, to);
    const name = separated ? undefined : nameAt(text, next, to);
    if (mention) {
      at = mention.span.end;
    } else if (brackets && belongs(text, brackets, next === from, separated, mentions)) {
      readBrackets(text, brackets.inner, mentions, header);
      at = brackets.end;
    } else if (name) {
      header.owner ??= name.owner;
      at = name.end;
    } else {
      const colon = skip(text, at, to, separated ? /[ \t]*(?::|-+(?=\s)|[–—])[ \t]*/y : SEPARATOR);
      if (colon === at || (separated && !listed)) {
        return { ...header, end: at };
      }
      at = colon;
      separated = true;
      listed = false;
      continue;
    }
    listed = true;
  }
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
  const close = CLOSING[text.charAt(at)];
  const length = close === undefined || at >= to ? -1 : text.slice(at, to).indexOf(close);
  return length === -1 ? undefined : { inner: { start: at + 1, end: at + length }, end: at + length + 1 };
}

/** Brackets right behind the tag are the header; further ones only when they name something, as `(see below)` does not. */
function belongs(
  text: string,
  { inner, end }: Brackets,
  attached: boolean,
  separated: boolean,
  mentions: readonly Mention[],
): boolean {
  const words = text.slice(inner.start, inner.end);
  if (separated) {
    return without(words, inner.start, mentions).trim() === '' && words.trim() !== '';
  }
  return (
    attached ||
    text.charAt(end) === ':' ||
    mentions.some(({ span }) => span.start >= inner.start && span.end <= inner.end) ||
    /^\s*@|\buntil\b\s*[: ]/i.test(words)
  );
}

/** `TODO @ana: …`: a name before the colon. */
function nameAt(text: string, at: number, to: number): { readonly owner: string; readonly end: number } | undefined {
  const match = /^@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)(?=[ \t]*[:,([]|[ \t]+\p{Lu})/u.exec(
    text.slice(at, to),
  );
  return match ? { owner: match[1] ?? '', end: at + match[0].length } : undefined;
}

interface Findings {
  owner: Header['owner'];
  until: Header['until'];
  readonly remarks: string[];
}

function readBrackets(text: string, inner: Span, mentions: readonly Mention[], found: Findings): void {
  for (const piece of text.slice(inner.start, inner.end).matchAll(/[^,;|]+/g)) {
    const start = inner.start + piece.index;
    const until = /^(\s*until\b[:=\s]\s*)(.*\S)/is.exec(piece[0]);
    if (until) {
      const span = { start: start + (until[1] ?? '').length, end: start + until[0].length };
      found.until ??= { text: text.slice(span.start, span.end), span };
      continue;
    }
    const words = without(piece[0], start, mentions);
    const name = OWNER.exec(words)?.[1];
    if (name !== undefined && !FOREIGN_ID.test(name)) {
      found.owner ??= name;
    } else if (words !== '') {
      found.remarks.push(words);
    }
  }
}

/** A lone word, `@` before it or not; an address. */
const OWNER = /^(?:owner[:=]\s*)?@?([\p{L}_](?:[\p{L}\p{N}._+-]*[\p{L}\p{N}])?(?:@[\p{L}\p{N}.-]+)?)$/u;

/** An ID of another roadmap or tracker. */
const FOREIGN_ID = /^\p{Lu}[\p{Lu}\p{N}_]*-\d+$/u;

/** The words that are left without the IDs and what ties them together. */
function without(words: string, offset: number, mentions: readonly Mention[]): string {
  let left = '';
  let at = 0;
  for (const { span } of mentions) {
    if (span.start >= offset + at && span.end <= offset + words.length) {
      left += words.slice(at, span.start - offset);
      at = span.end - offset;
    }
  }
  return (left + words.slice(at)).replace(/^(?:[\s,;:&/+|-]|and\b|see\b)+|(?:[\s,;:&/+|#-]|\band)+$/g, '');
}

/** The message without brackets that hold nothing but IDs, in one line. */
export function plainMessage(
  text: string,
  parts: readonly Span[],
  mentions: readonly Mention[],
  remarks: readonly string[],
): string {
  const lines = parts.map(({ start, end }) => {
    const line = text.slice(start, end);
    return line.replace(/\s*[([]([^()[\]]{1,200})[)\]]/g, (brackets, inner: string, at: number) => {
      const offset = start + at + brackets.lastIndexOf(inner);
      const named = mentions.some(({ span }) => span.start >= offset && span.end <= offset + inner.length);
      return named && without(inner, offset, mentions) === '' ? '' : brackets;
    });
  });
  const message = lines.join(' ').replace(/\s+/g, ' ').trim();
  return [remarks.join(', '), message].filter((words) => words !== '').join(': ');
}
