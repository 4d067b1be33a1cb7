import { fieldNamed } from '../../roadmap/fields';
import { signAt } from '../../roadmap/markdown/signs';
import { looksLikeId } from '../../ids/itemId';
import { columnsOf } from '../../roadmap/markdown/tableColumns';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Item } from '../../model/roadmap';
import type { FieldText } from '../roadmapEdit';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import { lineBreakAfter } from '../lineBreak';
import type { Ways } from '../writer';
import { cellChange, type FieldPlace, placeOf } from './fieldPlaces';
import { cellsOf, type ItemLayout, layoutOf, neighboursOf } from './itemLayout';
import { headerOf } from './tables';
import { statusCells } from './statusCells';
import { valueLike, valueText } from './values';

/** Ways to write a field that an item does not have yet: first as the item's neighbours have it. */
export function* waysToAddField(scene: Scene, item: Item, layout: ItemLayout, field: string, value: FieldText): Ways {
  const { text } = scene;
  if (layout.form === 'row') {
    yield* waysToFillCell(scene, item, field, value);
  }
  if (field === 'story') {
    yield* waysToDescribe(scene, item, layout, value);
  }
  const example = exampleOf(scene, item, field);
  const own = ownPlaces(text, item, layout);
  const ways = {
    mention: () => waysToMention(scene, layout, field, value, example),
    line: () => waysToAddLine(scene, item, layout, field, value, example),
    group: () => waysToJoin(scene, own, field, value, example),
    pair: () => waysToNote(scene, layout, field, value, example, '('),
    code: () => waysToNote(scene, layout, field, value, example, '`'),
  };
  for (const way of orderOf(field, own, example?.place)) {
    yield* ways[way]();
  }
}

type Style = 'mention' | 'line' | 'group' | 'pair' | 'code';

/** Fields whose values have signs that Markdown would take for its own, or words that run on. */
const CODE_FIELDS = new Set(['ignore', 'accepts', 'rejects', 'code', 'decisions', 'link']);

function orderOf(field: string, own: readonly FieldPlace[], example: FieldPlace | undefined): readonly Style[] {
  const hasLines = own.some((place) => place.kind === 'line');
  const hasCode = own.some((place) => place.kind === 'pair' && place.bracket === '`');
  const hasGroup = own.some((place) => place.kind === 'pair' && place.bracket === '(');
  const like: Style | undefined =
    example?.kind === 'mention' || example?.kind === 'line'
      ? example.kind
      : example?.kind === 'pair' && example.bracket === '`' && !hasGroup
        ? 'code'
        : undefined;
  const order: Style[] = [...(like ? [like] : []), ...(hasLines ? (['line'] as const) : [])];
  if (CODE_FIELDS.has(field)) {
    order.push('code');
  }
  return [...new Set<Style>([...order, 'group', ...(hasCode ? (['code'] as const) : []), 'pair', 'code', 'line'])];
}

interface Example {
  readonly item: Item;
  readonly place: FieldPlace;
}

/** The nearest item that has the field. */
function exampleOf(scene: Scene, item: Item, field: string): Example | undefined {
  const example = neighboursOf(scene, item).find((each) => each.fields.has(field) && each.kind === item.kind);
  const place = example && placeOf(scene.text, example, layoutOf(scene, example), field);
  return example && place && { item: example, place };
}

function ownPlaces(text: string, item: Item, layout: ItemLayout): readonly FieldPlace[] {
  return [...item.fields.keys()].flatMap((field) => placeOf(text, item, layout, field) ?? []);
}

/** In the cell of the column that has the field, which may be missing at the end of a row. */
function* waysToFillCell(scene: Scene, item: Item, field: string, value: FieldText): Ways {
  const { text } = scene;
  const header = headerOf(text, item.span.start);
  const words = header && cellsOf(text, header).map(({ inner }) => text.slice(inner.start, inner.end));
  const index = (words && columnsOf(words)?.findIndex(({ role, name }) => role !== 'title' && name === field)) ?? -1;
  const row = { start: item.span.start, end: endOfLine(text, item.span.start) };
  const cells = cellsOf(text, row);
  const cell = cells[index];
  const next = (field === 'status' ? statusCells(scene, item, '', valueText(value))[0] : valueText(value)) ?? '';
  const written = next.replaceAll('|', '\\|');
  if (cell) {
    yield [cellChange(text, cell, written)];
  } else if (index >= 0 && index === cells.length) {
    const end = row.start + text.slice(row.start, row.end).trimEnd().length;
    const isOpen = text.charAt(end - 1) === '|';
    yield [insertion(end, `${isOpen ? '' : ' |'} ${written}${isOpen && text.charAt(row.start) === '|' ? ' |' : ''}`)];
  }
}

/** `@ana` or `#api`, where others have it so. */
function* waysToMention(
  { text }: Scene,
  { content }: ItemLayout,
  field: string,
  value: FieldText,
  example: Example | undefined,
): Ways {
  const sign = field === 'owner' ? '@' : field === 'labels' ? '#' : undefined;
  if (sign && example?.place.kind === 'mention') {
    const words = (typeof value === 'string' ? [value] : value).map((word) => ` ${sign}${word}`).join('');
    yield* endsOf(text, content.start, content.end).map((at) => [insertion(at, words)]);
  }
}

/** One entry more in the parentheses that the item has. */
function* waysToJoin(
  { text }: Scene,
  own: readonly FieldPlace[],
  field: string,
  value: FieldText,
  example: Example | undefined,
): Ways {
  const groups = own.flatMap((place) => (place.kind === 'pair' && place.bracket === '(' ? [place.group] : []));
  const last = groups.sort((a, b) => a.end - b.end).at(-1);
  if (last) {
    yield [insertion(last.end - 1, `, ${noteText(text, field, value, example)}`)];
  }
}

function* waysToNote(
  { text }: Scene,
  { content }: ItemLayout,
  field: string,
  value: FieldText,
  example: Example | undefined,
  bracket: '(' | '`',
): Ways {
  // Of paths commas are a part, so each has a note of its own.
  const values = fieldNamed('story', field)?.type === 'paths' && typeof value !== 'string' ? value : [value];
  const notes = values.map((each) => noteText(text, field, each, bracket === '(' ? example : undefined));
  const words = notes.map((note) => (bracket === '(' ? ` (${note})` : ` \`${note}\``)).join('');
  yield* endsOf(text, content.start, content.end).map((at) => [insertion(at, words)]);
}

/** Where words may be added to a line: at its end, before a colon there, before a sign or ID that must stay the last. */
function endsOf(text: string, start: number, end: number): readonly number[] {
  const words = text.slice(start, end);
  const beforeColon = /\s*:[*_]*$/.exec(words)?.[0].startsWith(':') && !/[*_]$/.test(words) ? end - 1 : end;
  const last = /\s+(\S+)$/.exec(words.slice(-60));
  const mustStayLast = last?.[1] !== undefined && (signAt(last[1]) !== undefined || looksLikeId(last[1]));
  return [...new Set([beforeColon, end, ...(mustStayLast ? [end - last[0].length] : [])])];
}

/** `due: 2026-08-28`, with the key and the signs that a neighbour's has. */
function noteText(text: string, field: string, value: FieldText, example: Example | undefined): string {
  const place = example?.place.kind === 'pair' ? example.place : undefined;
  const words = example ? valueLike(text, field, value, example.place) : valueText(value);
  if (place && place.entry.start === place.value.start && words !== valueText(value)) {
    // `@ana` or `5pt` says by itself what it is.
    return words;
  }
  return `${keyOf(text, place, field)}: ${words}`;
}

/** The name under which a neighbour has the field. */
function keyOf(text: string, place: (FieldPlace & { kind: 'pair' }) | undefined, field: string): string {
  const key = place && /^[\p{L}\p{N}_ -]+(?=:)/u.exec(text.slice(place.entry.start, place.value.start))?.[0].trim();
  return key && fieldNamed('story', key)?.name === field ? key : field;
}

/** `- Owner: Ana Lima` under the item: below its other such lines, else before what it holds. */
function* waysToAddLine(
  scene: Scene,
  item: Item,
  layout: ItemLayout,
  field: string,
  value: FieldText,
  example: Example | undefined,
): Ways {
  if (layout.form === 'row') {
    return;
  }
  const { text } = scene;
  const own = ownPlaces(text, item, layout)
    .flatMap((place) => (place.kind === 'line' ? [place] : []))
    .sort((a, b) => a.value.end - b.value.end)
    .at(-1);
  const like = own ?? (example?.place.kind === 'line' ? example.place : undefined);
  const [indent, before, key, behind] = like
    ? lineParts(text, like.key.start, like.key.end, like.value.start)
    : ['', '- ', 'Owner', ': '];
  const isOwnKey = like !== undefined && like !== own;
  const name = isOwnKey ? key : /^\p{Lu}/u.test(key) ? field.charAt(0).toUpperCase() + field.slice(1) : field;
  const words = example ? valueLike(text, field, value, example.place) : valueText(value);
  const line = `${before}${name}${behind}${words}`;
  const at = endOfLine(text, own?.value.end ?? layout.content.end);
  const inner = own ? indent : layout.form === 'heading' ? '' : innerIndent(scene, item, layout);
  const gap = layout.form === 'heading' && !own ? lineBreakAfter(text, at) : '';
  yield [insertion(at, `${lineBreakAfter(text, at)}${gap}${inner}${line}`)];
}

function lineParts(
  text: string,
  keyStart: number,
  keyEnd: number,
  valueStart: number,
): [string, string, string, string] {
  const [, indent = '', before = ''] = /^([ \t]*)(.*)$/su.exec(text.slice(startOfLine(text, keyStart), keyStart)) ?? [];
  return [indent, before, text.slice(keyStart, keyEnd), text.slice(keyEnd, valueStart)];
}

/** The indentation of what stands inside a list item: as its children have it, else by tabs or by the width of its sign. */
export function innerIndent(scene: Scene, item: Item, { indent, sign }: ItemLayout): string {
  const { text, roadmap } = scene;
  const child = 'children' in item ? item.children[0] : undefined;
  if (child) {
    const own = text.slice(startOfLine(text, child.span.start), child.span.start);
    if (own.trim() === '' && own.startsWith(indent) && own.length > indent.length) {
      return own;
    }
  }
  const usesTabs = roadmap.work.length > 0 && /^\t+(?:[-+*]|\d+[.)])[ \t]/m.test(text);
  return indent + (usesTabs ? '\t' : ' '.repeat(sign.length));
}

/** A description is the paragraph under a heading, and a line under a list item. */
function* waysToDescribe(scene: Scene, item: Item, layout: ItemLayout, value: FieldText): Ways {
  const { text } = scene;
  const words = valueText(value);
  if (layout.form === 'heading') {
    const at = headingEnd(text, layout);
    const lineBreak = lineBreakAfter(text, at);
    const isApart = /^(?:\r\n|\r(?!\n)|\n)[ \t]*(?:[\r\n]|$)/.test(text.slice(at, at + 100)) || at === text.length;
    yield [insertion(at, `${lineBreak}${lineBreak}${words}${isApart ? '' : lineBreak}`)];
  } else if (layout.form === 'bullet') {
    const at = endOfLine(text, layout.content.end);
    yield [insertion(at, `${lineBreakAfter(text, at)}${innerIndent(scene, item, layout)}- Description: ${words}`)];
  }
}

/** Behind the line of a heading, and behind the one that underlines it. */
export function headingEnd(text: string, { content, sign }: ItemLayout): number {
  const end = endOfLine(text, content.end);
  const under = sign === '' ? /^(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*(?=[\r\n]|$)/.exec(text.slice(end)) : null;
  return end + (under?.[0].length ?? 0);
}
