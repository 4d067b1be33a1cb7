import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { FieldSpan, Item } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { deletion, type TextChange } from '../textChange';
import { type CellSpan, cellAt, type ItemLayout } from './itemLayout';
import { headerOf } from './tables';

/** How a field of an item is written. */
export type FieldPlace = {
  /** What is replaced when another value takes its place. */
  readonly value: Span;
} & (
  | {
      /** `(owner: @ana, 5pt)` or `` `due: 2026-08-28` ``. */
      readonly kind: 'pair';
      /** With the key, where it has one. */
      readonly entry: Span;
      /** With the signs around it. */
      readonly group: Span;
      readonly bracket: '(' | '`';
    }
  /** `@ana` or `#api`; the entry has the sign too. */
  | { readonly kind: 'mention'; readonly entry: Span }
  /** `- Owner: Ana Lima`, on a line of its own; `noted`: on a line of a fenced block of fields. */
  | { readonly kind: 'line' | 'noted'; readonly key: Span }
  | { readonly kind: 'cell'; readonly cell: CellSpan }
  /** A check box, a status sign or struck text; the words of a title; an ID beside it; a link's address; a description. */
  | { readonly kind: 'box' | 'sign' | 'struck' | 'words' | 'link' | 'paragraph' }
);

/** undefined: the item does not state the field itself. */
export function placeOf(text: string, item: Item, layout: ItemLayout, field: string): FieldPlace | undefined {
  const found = item.fields.get(field);
  return found && placeOfSpan(text, layout, field, found);
}

/** The place of one spelling of a field; of lists that are written as several words, each has its own. */
function placeOfSpan(
  text: string,
  layout: ItemLayout,
  field: string,
  { key, value }: FieldSpan,
): FieldPlace | undefined {
  const words = text.slice(value.start, value.end);
  const cell = cellOf(text, layout, value);
  if (cell) {
    return { kind: 'cell', cell, value: cell.inner };
  }
  if (value.start < layout.block.start || value.end > layout.block.end) {
    return undefined;
  }
  if (field === 'title' || field === 'id') {
    return { kind: 'words', value };
  }
  if (field === 'status' && !key && /^(?:\[.\]$|~~)/su.test(words)) {
    return { kind: words.startsWith('~~') ? 'struck' : 'box', value };
  }
  if (field === 'story' && !key) {
    return { kind: 'paragraph', value };
  }
  const entry = entrySpan(text, key, value);
  const group = groupAround(text, entry, layout);
  if (group) {
    return { kind: 'pair', value, entry, ...group };
  }
  if (key) {
    const before = text.slice(startOfLine(text, key.start), key.start);
    return { kind: /[-+*.)][ \t]+[*_`]*$/.test(before) ? 'line' : 'noted', key, value };
  }
  if (entry.start < value.start || /^[@#]/.test(words)) {
    return { kind: 'mention', entry, value };
  }
  return { kind: field === 'link' ? 'link' : 'sign', value };
}

/** The cell of the item's own row, or of a row elsewhere that sums the item up; undefined: the value stands in none, or beside the title. */
function cellOf(text: string, { form, block, content }: ItemLayout, { start, end }: Span): CellSpan | undefined {
  const isOwn = start >= block.start && end <= block.end;
  const row = { start: startOfLine(text, start), end: endOfLine(text, start) };
  if (form !== 'row' && (isOwn || !headerOf(text, start))) {
    return undefined;
  }
  const indent = /^[ \t]*/.exec(text.slice(row.start, row.end))?.[0].length ?? 0;
  const cell = cellAt(text, { start: row.start + indent, end: row.end }, start);
  return isOwn && cell.inner.start === content.start ? undefined : cell;
}

/** With the key, or with the sign of a mention. */
function entrySpan(text: string, key: Span | undefined, value: Span): Span {
  const hasSign = !key && /[@#]/.test(text.charAt(value.start - 1));
  return { start: key?.start ?? value.start - (hasSign ? 1 : 0), end: value.end };
}

/** The parentheses or the inline code that an entry is a part of; undefined: it stands by itself. */
function groupAround(
  text: string,
  { start, end }: Span,
  { content }: ItemLayout,
): { readonly group: Span; readonly bracket: '(' | '`' } | undefined {
  if (start < content.start || end > content.end) {
    return undefined;
  }
  const before = text.slice(content.start, start);
  const behind = text.slice(end, content.end);
  const open = /`+ *$/.exec(before.slice(-8))?.[0];
  const close = /^ *`+/.exec(behind)?.[0];
  if (open && close) {
    return { group: { start: start - open.length, end: end + close.length }, bracket: '`' };
  }
  const left = Math.max(before.lastIndexOf('('), before.lastIndexOf(')'));
  const right = behind.search(/[()]/);
  if (before[left] !== '(' || before[left - 1] === ']' || behind[right] !== ')') {
    return undefined;
  }
  const isPart = /[(,;]\s*$/.test(before) && /^\s*[),;]/.test(behind);
  return isPart ? { group: { start: content.start + left, end: end + right + 1 }, bracket: '(' } : undefined;
}

/** Ways to take a field away, the nicest first. */
export function* waysToRemove(text: string, layout: ItemLayout, place: FieldPlace): Iterable<readonly TextChange[]> {
  const { value } = place;
  switch (place.kind) {
    case 'pair':
      yield* waysToLeaveGroup(text, place.group, place.entry, place.bracket);
      break;
    case 'line':
      yield [wholeLines(text, value)];
      break;
    case 'noted':
      yield* waysToLeaveLine(text, place.key, value);
      yield [wholeLines(text, value)];
      break;
    case 'cell':
      yield [{ span: value, text: ' '.repeat(value.end - value.start) }];
      break;
    case 'struck':
      yield [deletion(value.start, value.start + 2), deletion(value.end - 2, value.end)];
      break;
    case 'paragraph':
      // On the item's own line with what parts it from the title.
      yield [deletion(value.start - tailLength(text, value.start, /[\s:–—-]/), value.end)];
      yield [deletion(value.start - tailLength(text, value.start, /\s/), value.end)];
      break;
    case 'link':
      yield* waysToUnlink(text, value);
      break;
    default:
      yield [withSpace(text, layout, place.kind === 'mention' ? place.entry : value)];
  }
}

/** How many letters of a kind stand before an offset. */
function tailLength(text: string, end: number, kind: RegExp): number {
  let at = end;
  while (at > 0 && kind.test(text.charAt(at - 1))) {
    at--;
  }
  return end - at;
}

function* waysToLeaveGroup(
  text: string,
  group: Span,
  entry: Span,
  bracket: '(' | '`',
): Iterable<readonly TextChange[]> {
  const before = text.slice(group.start, entry.start);
  const behind = text.slice(entry.end, group.end);
  const comma = /[,;]\s*$/.exec(before);
  const next = /^\s*[,;]\s*/.exec(behind);
  if (bracket === '(' && next) {
    yield [deletion(entry.start, entry.end + next[0].length)];
  }
  if (bracket === '(' && comma) {
    yield [deletion(entry.start - comma[0].length, entry.end)];
  }
  if (bracket === '`' || (!comma && !next)) {
    const space = /[ \t]*$/.exec(text.slice(startOfLine(text, group.start), group.start))?.[0].length ?? 0;
    yield [deletion(group.start - space, group.end)];
    yield [deletion(group.start, group.end + (/^[ \t]/.test(text.slice(group.end)) ? 1 : 0))];
  }
}

/** `**Status:** done | **Owner:** @ana` keeps what stands beside it. */
function* waysToLeaveLine(text: string, key: Span, value: Span): Iterable<readonly TextChange[]> {
  const before = text.slice(startOfLine(text, key.start), key.start);
  const behind = text.slice(value.end, endOfLine(text, value.end));
  const marks = /[*_`]*$/.exec(before)?.[0].length ?? 0;
  const first = /( [|·] )[*_`]*$/.exec(before);
  const next = /^.*?( [|·] )/.exec(behind);
  if (next) {
    yield [deletion(key.start - marks, value.end + next[0].length)];
  }
  if (first) {
    yield [deletion(key.start - first[0].length, value.end + behind.length)];
  }
}

/** `[Refund API](https://…)` keeps its words. */
function* waysToUnlink(text: string, { start, end }: Span): Iterable<readonly TextChange[]> {
  const open = text.lastIndexOf('[', start);
  if (text.slice(start - 2, start) === '](' && text.charAt(end) === ')' && open >= startOfLine(text, start)) {
    yield [deletion(open, open + 1), deletion(start - 2, end + 1)];
  }
}

/** With the space behind it at the start of the words, else with the space before it. */
function withSpace(text: string, { content }: ItemLayout, { start, end }: Span): TextChange {
  const isFirst = text.slice(content.start, start).trim() === '';
  const behind = /^[ \t]*/.exec(text.slice(end, content.end))?.[0].length ?? 0;
  const before = /[ \t]*$/.exec(text.slice(content.start, start))?.[0].length ?? 0;
  return isFirst ? deletion(start, end + behind) : deletion(start - before, end);
}

/** Takes away the lines of a span; at the end of the text with the line break before them. */
function wholeLines(text: string, { start, end }: Span): TextChange {
  const from = startOfLine(text, start);
  const to = endOfLine(text, end);
  const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(to, to + 2))?.[0].length ?? 0;
  const before =
    lineBreak === 0 ? (/(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0) : 0;
  return deletion(from - before, to + lineBreak);
}

/** Another text in a cell; the bars of the row stay where they are as far as there is room. */
export function cellChange(text: string, { outer, inner }: CellSpan, next: string): TextChange {
  const room = Math.max(0, outer.end - inner.end - (outer.end > inner.end ? 1 : 0));
  const more = next.length - (inner.end - inner.start);
  // A cell without any space around its words gets none.
  const space = inner.start === inner.end && outer.start === outer.end ? ' ' : '';
  return more > 0
    ? { span: { start: inner.start, end: inner.end + Math.min(more, room) }, text: space + next + space }
    : { span: inner, text: next + ' '.repeat(isPadded(text, outer, inner) ? -more : 0) };
}

/** Columns are aligned when the cell has more room than it needs, or the table was written so. */
function isPadded(text: string, outer: Span, inner: Span): boolean {
  return text.slice(inner.end, outer.end).length > 0;
}
