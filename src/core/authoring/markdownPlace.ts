import type { Span } from '../model/span';
import { type FieldSpec, fieldNamed } from '../roadmap/fields';
import type { AuthoringPlace, KeyPlace, ValuePlace } from './place';
import { canonicalNames } from './structure';
import { lineAt, skipBlanks, trimBlanks } from './textLines';
import { yamlPlace } from './yamlPlace';

/**
 * The place of an offset in a line of Markdown that says something of an item: in parentheses or inline code, behind `@` and
 * `#`, in a line such as `- Owner: …` under an item, and in a fenced block of fields. undefined elsewhere, prose and code
 * included.
 */
export function markdownPlace(text: string, offset: number): AuthoringPlace | undefined {
  const { start, end } = lineAt(text, offset, { start: 0, end: text.length });
  const fence = fenceAround(text, start);
  if (fence) {
    const holdsFields = /^\s*ya?ml\s+waymark\s*$/i.test(fence.info);
    return holdsFields ? yamlPlace(text, fence.inner, 'story', offset) : undefined;
  }
  if (end - start > LONGEST_LINE || !isItemLine(text.slice(start, end))) {
    return undefined;
  }
  const line: Line = { text: text.slice(start, end), start, at: offset - start };
  return mentionPlace(line) ?? enclosedPlace(line) ?? attributeLinePlace(line);
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Of the cursor, in the line. */
  readonly at: number;
}

/** The reader takes no more of a line either. */
const LONGEST_LINE = 10_000;

/** A list item, a heading, a row of a table, or what goes on under one of them. */
function isItemLine(line: string): boolean {
  return /^(?:\s*(?:[-*+]|\d{1,9}[.)])\s|#{1,6}\s|\s*\||\s{2,}\S)/.test(line);
}

/** The fenced block of code that holds a line: its first line, and what is inside. */
function fenceAround(text: string, lineStart: number): { readonly info: string; readonly inner: Span } | undefined {
  let open: { marks: string; info: string; start: number } | undefined;
  for (const match of text.matchAll(/^[ \t]*(`{3,}|~{3,})(.*)$/gm)) {
    const [line, marks = '', info = ''] = match;
    const isClosing = open && marks[0] === open.marks[0] && marks.length >= open.marks.length;
    if (match.index >= lineStart && (!open || isClosing)) {
      return open && { info: open.info, inner: { start: open.start, end: match.index } };
    }
    if (!open) {
      open = { marks, info, start: Math.min(match.index + line.length + 1, text.length) };
    } else if (isClosing) {
      open = undefined;
    }
  }
  return open && { info: open.info, inner: { start: open.start, end: text.length } };
}

/** Behind `@` a person, behind `#` a label. */
function mentionPlace(line: Line): ValuePlace | undefined {
  const match = /(?:^|[\s(,])([@#])([\p{L}\p{N}._-]{0,60})$/u.exec(line.text.slice(0, line.at));
  const [, sign, typed = ''] = match ?? [];
  const field = sign === '@' ? fieldNamed('story', 'owner') : fieldNamed('story', 'labels');
  const isHeading = /^#{1,6}$/.test(line.text.slice(0, line.at).trim());
  // A number behind `#` is an ID, which a field of IDs takes.
  if (!match || !field || isHeading || (sign === '#' && !/^\p{L}/u.test(typed))) {
    return undefined;
  }
  const rest = /^[\p{L}\p{N}._-]{0,60}/u.exec(line.text.slice(line.at))?.[0].length ?? 0;
  return valuePlace(line, field, { start: line.at - typed.length, end: line.at + rest }, []);
}

/** In parentheses that open in the line, or in inline code. */
function enclosedPlace(line: Line): AuthoringPlace | undefined {
  const before = line.text.slice(0, line.at);
  const tick = before.lastIndexOf('`');
  if (tick >= 0 && (before.match(/`/g)?.length ?? 0) % 2 === 1) {
    const close = line.text.indexOf('`', line.at);
    return segmentPlace(line, { start: tick + 1, end: close < 0 ? line.text.length : close }, false);
  }
  const open = before.lastIndexOf('(');
  if (open < 0 || before.indexOf(')', open) >= 0 || before[open - 1] === ']') {
    return undefined;
  }
  const close = line.text.slice(line.at).search(/[()]/);
  return segmentPlace(line, { start: open + 1, end: close < 0 ? line.text.length : line.at + close }, true);
}

/** @param isList whether commas part several fields */
function segmentPlace(line: Line, enclosed: Span, isList: boolean): AuthoringPlace | undefined {
  const parts = partsOf(line, enclosed, isList);
  const index = parts.findIndex(({ end }) => line.at <= end);
  const part = parts[index];
  if (!part) {
    return undefined;
  }
  const own = keyOf(line, part);
  const others = parts.filter((other) => other !== part).flatMap((other) => keyOf(line, other)?.field.name ?? []);
  const word = wordIn(line, part);
  if (own) {
    return line.at <= own.colon
      ? keyPlace(line, withCursor(own.key, line.at), others, true)
      : valueOf(line, own, part, listedBeside(line, parts, index));
  }
  const key = isPlain(line, word) ? keyPlace(line, word, others, false) : undefined;
  // `depends: PAY-11, AUTH-3` is one field.
  const owner = parts.slice(0, index).findLast((other) => keyOf(line, other));
  const list = owner && keyOf(line, owner);
  if (list?.field.type === 'names') {
    const place = valuePlace(line, list.field, word, listedBeside(line, parts, index));
    return key ? { ...place, orKey: key } : place;
  }
  return key;
}

/** The cursor may stand in the blanks before a key, or between it and its colon. */
function withCursor({ start, end }: Span, at: number): Span {
  return { start: Math.min(start, at), end: Math.max(end, at) };
}

interface Keyed {
  readonly key: Span;
  readonly colon: number;
  readonly field: FieldSpec;
}

function keyOf({ text }: Line, part: Span): Keyed | undefined {
  const match = /^\s*(\p{L}[\p{L}\p{N}_ -]{0,30}):/u.exec(text.slice(part.start, part.end));
  const key = match?.[1] ?? '';
  const field = fieldNamed('story', key.trim());
  if (!match || !field) {
    return undefined;
  }
  const colon = part.start + match[0].length - 1;
  const start = colon - key.length;
  return { key: { start, end: start + key.trimEnd().length }, colon, field };
}

function valueOf(line: Line, { colon, field }: Keyed, part: Span, listed: readonly string[]): ValuePlace {
  const word = wordIn(line, { start: colon + 1, end: part.end });
  // A person may be written with or without the sign.
  const sign = field.name === 'owner' && line.text[word.start] === '@' && line.at > word.start ? 1 : 0;
  const place = valuePlace(line, field, { start: word.start + sign, end: word.end }, listed);
  return { ...place, before: line.at === colon + 1 && word.start === line.at ? ' ' : '' };
}

/** The values that stand in the same list as the part. */
function listedBeside(line: Line, parts: readonly Span[], index: number): string[] {
  const listed: string[] = [];
  const first = parts.slice(0, index + 1).findLastIndex((part) => keyOf(line, part));
  for (const [at, part] of parts.entries()) {
    const key = keyOf(line, part);
    if (at < first) {
      continue;
    }
    if (at > first && key) {
      break;
    }
    if (at !== index) {
      listed.push(line.text.slice(key ? key.colon + 1 : part.start, part.end).trim());
    }
  }
  return listed;
}

/** `- Owner: …` under an item. */
function attributeLinePlace(line: Line): ValuePlace | undefined {
  const match = /^\s*[-*+]\s+(\*{0,2})(\p{L}[\p{L}\p{N}_ -]{0,30}):\1(?=\s|$)/u.exec(line.text);
  const field = match && fieldNamed('story', (match[2] ?? '').trim());
  if (!match || !field || field.type === 'text' || line.at <= match[0].length) {
    return undefined;
  }
  const value = { start: match[0].length, end: line.text.length };
  const parts = field.type === 'names' ? partsOf(line, value, true) : [value];
  const part = parts.find(({ end }) => line.at <= end) ?? value;
  const listed = parts.filter((other) => other !== part).map((other) => line.text.slice(other.start, other.end).trim());
  return valuePlace(line, field, wordIn(line, part), listed);
}

function partsOf({ text }: Line, { start, end }: Span, isList: boolean): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; isList && at < end; at++) {
    if (text[at] === ',' || text[at] === ';') {
      parts.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return [...parts, { start: from, end }];
}

function wordIn({ text, at }: Line, part: Span): Span {
  return { start: skipBlanks(text, part.start, Math.max(at, part.start)), end: trimBlanks(text, part.end, at) };
}

function isPlain({ text }: Line, word: Span): boolean {
  return /^[\p{L}_-]*$/u.test(text.slice(word.start, word.end));
}

function keyPlace(line: Line, word: Span, others: readonly string[], hasColon: boolean): KeyPlace {
  return {
    kind: 'key',
    owner: 'story',
    notation: 'markdown',
    word: inText(line, word),
    quote: undefined,
    present: canonicalNames('story', others),
    hasColon,
    before: '',
    column: 0,
  };
}

function valuePlace(line: Line, field: FieldSpec, word: Span, listed: readonly string[]): ValuePlace {
  return {
    kind: 'value',
    owner: 'story',
    field,
    notation: 'markdown',
    word: inText(line, word),
    quote: undefined,
    listed,
    before: '',
  };
}

function inText({ start }: Line, span: Span): Span {
  return { start: start + span.start, end: start + span.end };
}
