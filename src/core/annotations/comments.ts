import type { Span } from '../model/span';
import { firstFrom } from './ascending';
import { languageCalled } from './languages/catalogue';
import type { RawComment } from './languages/grammar';
import type { Language } from './languages/language';
import { lex } from './languages/lexer';
import { type Notebook, readNotebook } from './languages/notebook';
import { endOfLineUpTo } from '../model/lineEnds';
import { paragraphsOf } from './paragraphs';

/** A comment, or lines of comments that read as one, or a paragraph of a document. */
export interface Comment {
  readonly span: Span;
  /** Its words line by line, without comment signs and outer white space; a line without words is an empty span. */
  readonly parts: readonly Span[];
  /** Stretches that show code as an example: nothing is looked for in them. */
  readonly examples: readonly Span[];
  /** Prose of a document, not a comment. */
  readonly prose: boolean;
}

/**
 * All comments of a text in order, without overlaps; of a document its paragraphs and hidden comments. Line comments on
 * consecutive lines at the same indentation are one. Takes time linear in the text's length and never throws.
 */
export function findComments(text: string, language: Language): Comment[] {
  return language.notebook ? findCommentsInCells(readNotebook(text)) : findCommentsHolding(text, language, undefined);
}

/**
 * The comments of a notebook's code and the prose of its documents, where they stand in the file. `offsets` as in
 * {@link findCommentsHolding}.
 */
export function findCommentsInCells({ text, cells }: Notebook, offsets?: readonly number[]): Comment[] {
  return cells.flatMap(({ start, end, kind, language }) => {
    const wanted = offsets
      ?.slice(firstFrom(offsets, start, Number), firstFrom(offsets, end, Number))
      .map((offset) => offset - start);
    const read = wanted?.length === 0 ? undefined : languageCalled(kind === 'document' ? 'markdown' : language);
    return read ? findCommentsHolding(text.slice(start, end), read, wanted).map(movedBy(start)) : [];
  });
}

/** The same comment in a text of which a stretch was read by itself. */
export function movedBy(offset: number): (comment: Comment) => Comment {
  const move = (span: Span): Span => ({ start: span.start + offset, end: span.end + offset });
  return ({ span, parts, examples, prose }) => ({
    span: move(span),
    parts: parts.map(move),
    examples: examples.map(move),
    prose,
  });
}

/**
 * As {@link findComments}, but only those comments that reach around one of the ascending offsets; the rest costs nothing.
 *
 * @param passed as of {@link lex}
 */
export function findCommentsHolding(
  text: string,
  language: Language,
  offsets: readonly number[] | undefined,
  passed?: number[],
): Comment[] {
  return commentsOf(text, lex(text, language.grammar, passed), language, offsets);
}

/** @param raw what {@link lex} tells of the text */
export function commentsOf(
  text: string,
  raw: readonly RawComment[],
  language: Language,
  offsets: readonly number[] | undefined,
): Comment[] {
  const isWanted = ({ start, end }: Span) => offsets === undefined || anyBetween(offsets, start, end);
  const comments = groupLines(text, raw.filter(isComment))
    .filter((lines) => isWanted(spanOf(lines)))
    .map((lines) => {
      const parts = partsOf(text, lines);
      return { span: spanOf(lines), parts, examples: fencedIn(text, parts), prose: false };
    });
  return language.grammar.prose ? [...comments, ...proseOf(text, raw, isWanted)].sort(byStart) : comments;
}

function isComment({ style }: RawComment): boolean {
  return style === 'line' || style === 'block';
}

function byStart(a: Comment, b: Comment): number {
  return a.span.start - b.span.start;
}

function spanOf(lines: readonly RawComment[]): Span {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

function proseOf(text: string, raw: readonly RawComment[], isWanted: (span: Span) => boolean): Comment[] {
  const inline = raw.filter(({ style }) => style === 'inline');
  const gaps = raw.filter(({ style }) => style !== 'inline');
  let next = 0;
  return paragraphsOf(text, gaps)
    .filter(({ span }) => isWanted(span))
    .map(({ span, parts }) => {
      const examples: Span[] = [];
      for (; (inline[next]?.start ?? Number.POSITIVE_INFINITY) < span.end; next++) {
        examples.push({ start: inline[next]?.start ?? 0, end: inline[next]?.end ?? 0 });
      }
      return { span, parts, examples, prose: true };
    });
}

function anyBetween(offsets: readonly number[], start: number, end: number): boolean {
  return (offsets[firstFrom(offsets, start, Number)] ?? Number.POSITIVE_INFINITY) < end;
}

function groupLines(text: string, raw: readonly RawComment[]): RawComment[][] {
  const groups: RawComment[][] = [];
  let last: RawComment | undefined;
  for (const comment of raw) {
    const group = groups.at(-1);
    if (group && last && continues(text, last, comment)) {
      group.push(comment);
    } else {
      groups.push([comment]);
    }
    last = comment;
  }
  return groups;
}

/** On the next line, nothing before it but the white space that puts it in the same column, and with the same sign. */
function continues(text: string, last: RawComment, next: RawComment): boolean {
  if (last.style !== 'line' || next.style !== 'line' || text.charAt(last.start) !== text.charAt(next.start)) {
    return false;
  }
  if (text.charAt(last.end) !== '\n' && text.charAt(last.end) !== '\r') {
    return false;
  }
  const lineStart = text.startsWith('\r\n', last.end) ? last.end + 2 : last.end + 1;
  for (let at = lineStart; at < next.start; at++) {
    if (text.charAt(at) !== ' ' && text.charAt(at) !== '\t') {
      return false;
    }
  }
  const indent = next.start - lineStart;
  return indent >= 0 && indent === columnOf(text, last.start, indent);
}

/** The column of an offset; looks no farther back than `atMost` + 1 letters. */
function columnOf(text: string, offset: number, atMost: number): number {
  let column = 0;
  while (column <= atMost && offset - column > 0 && !/[\r\n]/.test(text.charAt(offset - column - 1))) {
    column++;
  }
  return column;
}

/** A line's words begin behind the signs that decorate rather than say: `///`, `//!`, `##`, `--|`, the frame of a box. */
const LEADING_SIGNS = '/*#!;%<|:-';
const WHITE_SPACE = ' \t\f\v';

/** Looks at the comment alone, never at the rest of its line: a line of a megabyte may hold a hundred thousand comments. */
function partsOf(text: string, comments: readonly RawComment[]): Span[] {
  const parts: Span[] = [];
  for (const comment of comments) {
    addParts(text, comment, parts);
  }
  return parts;
}

function addParts(text: string, { innerStart, innerEnd }: RawComment, parts: Span[]): void {
  for (let lineStart = innerStart; ; ) {
    const lineEnd = endOfLineUpTo(text, lineStart, innerEnd);
    const start =
      lineStart === innerStart
        ? skipAll(text, lineStart, lineEnd, LEADING_SIGNS)
        : skipAll(text, skipAll(text, lineStart, lineEnd, WHITE_SPACE), lineEnd, '*');
    parts.push(trimmed(text, skipAll(text, start, lineEnd, WHITE_SPACE), lineEnd));
    const next = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
    if (next > innerEnd) {
      return;
    }
    lineStart = next;
  }
}

/** Code between two lines of back-quotes, as in the documentation of Rust, Swift or TypeScript. */
function fencedIn(text: string, parts: readonly Span[]): Span[] {
  const fenced: Span[] = [];
  let open: Span | undefined;
  for (const part of parts) {
    if (!text.startsWith('```', part.start) || part.end < part.start + 3) {
      continue;
    }
    const line = text.slice(part.start, part.end);
    if (open && /^`+$/.test(line)) {
      fenced.push({ start: open.start, end: part.end });
      open = undefined;
    } else if (!open && !/^`+[^`]+`/.test(line)) {
      open = part;
    }
  }
  return fenced;
}

function skipAll(text: string, from: number, limit: number, letters: string): number {
  let at = from;
  while (at < limit && letters.includes(text.charAt(at))) {
    at++;
  }
  return at;
}

/** Without white space and the frame of a box at the end. */
function trimmed(text: string, start: number, lineEnd: number): Span {
  let end = lineEnd;
  const skip = (letters: string) => {
    while (end > start && letters.includes(text.charAt(end - 1))) {
      end--;
    }
  };
  skip(' \t\f\v\r');
  const words = end;
  skip('*#');
  if (end > start && end < words && !' \t'.includes(text.charAt(end - 1))) {
    end = words;
  }
  skip(' \t\f\v');
  return { start, end };
}
