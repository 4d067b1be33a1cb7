import { looksLikeId } from '../../ids/itemId';
import { readDayRange } from '../dateWords';
import { type FieldSpec, fieldNamed } from '../fields';
import { categoryOfStatus } from '../statusNames';
import type { MapEntry, ScalarNode } from '../valueNode';
import type { ShownText } from './shownText';

/**
 * Takes what a line says of its item out of it: `(owner: @ana, due: 2026-08-28, 5pt)`, `` `status: done` ``, `@ana`, `#label`.
 * Parentheses that hold anything else are words of the title.
 */
export function attributesIn(line: ShownText): readonly MapEntry[] {
  const entries: MapEntry[] = [];
  for (const match of line.shown.matchAll(/`+([^`]{1,300})`+/g)) {
    const entry = keyAndValue(line, match.index + match[0].indexOf(match[1] ?? ''), match[1] ?? '');
    if (entry) {
      entries.push(entry);
      line.take(match.index, match.index + match[0].length);
    }
  }
  for (const match of line.shown.matchAll(/\(([^()]{1,600})\)/g)) {
    const parts = parenthesised(line, match.index + 1, match[1] ?? '');
    if (parts) {
      entries.push(...parts);
      line.take(match.index, match.index + match[0].length);
    }
  }
  line.shown = line.shown.replaceAll('`', '\uE000');
  return withMentions(line, entries);
}

/** `key: value` where a work item has such a field. */
export function keyAndValue(line: ShownText, from: number, text: string): MapEntry | undefined {
  const match = /^([\s\uE000]*)([\p{L}][\p{L}\p{N}_ -]{0,30})([\s\uE000]*:[\s\uE000]+)(\S[^]*)$/u.exec(text);
  const [, indent = '', key = '', colon = '', value = ''] = match ?? [];
  if (!match || fieldNamed('story', key.trim()) === undefined) {
    return undefined;
  }
  const keyStart = from + indent.length;
  const valueStart = keyStart + key.length + colon.length;
  const keySpan = { start: line.start + keyStart, end: line.start + keyStart + key.trimEnd().length };
  const length = value.replace(/[\s\uE000]+$/, '').length;
  if (!isTakenAs(fieldNamed('story', key.trim())?.name, value.slice(0, length).replaceAll('\uE000', ''))) {
    return undefined;
  }
  return { key: key.trim(), keySpan, value: line.scalar(valueStart, valueStart + length) };
}

/** `(ref: the design)` and `(goal: 272 bits)` are words, `(ref: PAY-12)` and `(goal: G1)` are not. */
function isTakenAs(field: string | undefined, value: string): boolean {
  switch (field) {
    case 'id':
      return looksLikeId(value);
    case 'goal':
      return !/\s/.test(value);
    case 'status':
      return !/[[\]()<>]/.test(value);
    default:
      return true;
  }
}

/** Fields that people list under an item. With many words behind the colon they are prose all the same. */
const LISTED_FIELDS = new Set([
  'status',
  'owner',
  'release',
  'epic',
  'start',
  'due',
  'estimate',
  'labels',
  'depends',
  'link',
  'code',
]);
const MOST_WORDS = 4;

/** `- Impact: users stay longer` is a thought, `- Impact: 4` is a field. */
export function isListedField({ key, value }: MapEntry): boolean {
  // The marks around a value are not part of it; inside it they are left to the words.
  if (value.kind !== 'scalar' || /[*`]/.test(value.text)) {
    return false;
  }
  const name = fieldNamed('story', key)?.name ?? '';
  const isShort = value.text.split(/\s+/).length <= MOST_WORDS || value.text.includes(',');
  return name === 'story' || (LISTED_FIELDS.has(name) ? isShort : /^(?:\d[\d.]*%?|[A-Z]+\d+)$/.test(value.text));
}

const LISTS: ReadonlySet<FieldSpec['type'] | undefined> = new Set(['names', 'paths']);

function parenthesised(line: ShownText, from: number, text: string): MapEntry[] | undefined {
  const entries: MapEntry[] = [];
  let offset = from;
  for (const part of text.split(/[,;]/)) {
    const last = entries.at(-1);
    const entry = keyAndValue(line, offset, part) ?? loneValue(line, offset, part);
    if (entry) {
      entries.push(entry);
    } else if (last?.value.kind === 'scalar' && LISTS.has(fieldNamed('story', last.key)?.type)) {
      // `depends: PAY-11, AUTH-3` is one field.
      const start = last.value.span.start - line.start;
      entries[entries.length - 1] = { ...last, value: line.scalar(start, offset + part.trimEnd().length) };
    } else {
      return undefined;
    }
    offset += part.length + 1;
  }
  return entries;
}

/** Values that say by themselves what they are: an estimate, a day, a person, a label, a status. */
function loneValue(line: ShownText, offset: number, part: string): MapEntry | undefined {
  const word = part.trim();
  const from = offset + part.indexOf(word);
  const value = line.scalar(from, from + word.length);
  const entry = (key: string, of: ScalarNode = value): MapEntry => ({ key, keySpan: undefined, value: of });
  if (/^\d+(?:\.\d+)?\s?(?:pts?|points?|sp|d|days?|w|weeks?|h|hours?)$/i.test(word)) {
    return entry('estimate');
  }
  if (/^@[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(word)) {
    return entry('owner');
  }
  if (/^#[\p{L}][\p{L}\p{N}_-]*$/u.test(word)) {
    return entry('labels', line.scalar(from + 1, from + word.length));
  }
  if (/\d{4}/.test(word) && readDayRange(word)) {
    return entry('due');
  }
  return word !== '' && categoryOfStatus(word, new Map()) ? entry('status') : undefined;
}

function withMentions(line: ShownText, entries: readonly MapEntry[]): readonly MapEntry[] {
  const found: MapEntry[] = [...entries];
  for (const match of line.shown.matchAll(/(?<![^\s\uE000(])([@#])(\p{L}[\p{L}\p{N}_-]*)(?![\p{L}\p{N}/@.])/gu)) {
    const [whole, sign, name = ''] = match;
    const from = match.index + 1;
    if (sign === '#') {
      found.push({ key: 'labels', keySpan: undefined, value: line.scalar(from, from + name.length) });
    } else if (found.some((entry) => fieldNamed('story', entry.key)?.name === 'owner')) {
      // A second person is a part of the words.
      continue;
    } else {
      found.push({ key: 'owner', keySpan: undefined, value: line.scalar(from, from + name.length) });
    }
    line.take(match.index, match.index + whole.length);
  }
  return found;
}
