import type { SyntaxNode } from '@lezer/common';
import { readDayRange } from '../dateWords';
import { fieldNamed } from '../fields';
import { categoryOfStatus, statusKey } from '../statusNames';
import { emptyAt, type MapEntry, type MapNode, plainScalar, type ScalarNode } from '../valueNode';
import { meaningOf } from './headings';
import { readItemText } from './itemText';
import type { IdForm } from './lineIds';
import { ShownText } from './shownText';
import type { RowNode } from './issueLinks';
import { entriesOf } from './lists';
import { statusIn } from './paragraphs';
import type { MarkdownContext } from './readMarkdown';
import { signAt } from './signs';
import { type Column, columnsOf } from './tableColumns';

/** The rows of a table that lists items; none when no column says that it does. */
export function itemsOfTable(context: MarkdownContext, table: SyntaxNode): readonly MapNode[] {
  const header = table.getChild('TableHeader');
  const columns = header ? columnsOf(cellsOf(context, header).map((cell) => cell.line.raw)) : undefined;
  return columns ? table.getChildren('TableRow').flatMap((row) => itemOf(context, row, columns)) : [];
}

interface Cell {
  readonly node: SyntaxNode | undefined;
  readonly line: ShownText;
}

/** Cells by column: an empty one has no node, so columns are counted by the bars between them. */
function cellsOf(context: MarkdownContext, row: SyntaxNode): readonly Cell[] {
  const cells: Cell[] = [];
  let pending: SyntaxNode | undefined;
  let start = row.from;
  const push = (end: number) => {
    const [from, to] = pending ? [pending.from, pending.to] : [end, end];
    cells.push({ node: pending, line: new ShownText(context.text, context.base + from, context.base + to) });
    pending = undefined;
  };
  for (let node = row.firstChild; node; node = node.nextSibling) {
    if (node.name === 'TableCell') {
      pending = node;
    } else if (node.name === 'TableDelimiter') {
      if (node.from > row.from || pending) {
        push(node.from);
      }
      start = node.to;
    }
  }
  if (pending ?? start < row.to) {
    push(row.to);
  }
  return cells;
}

function itemOf(context: MarkdownContext, row: SyntaxNode, columns: readonly Column[]): MapNode[] {
  const entries: MapEntry[] = [];
  cellsOf(context, row).forEach((cell, index) => {
    const column = columns[index];
    if (column && cell.node && cell.line.raw.trim() !== '') {
      entries.push(...entriesOfCell(context, cell, cell.node, column));
    }
  });
  const known = named(uniqueEntries(entries));
  const span = { start: context.base + row.from, end: context.base + row.to };
  if (!known.some((entry) => entry.key === 'id' || entry.key === 'title')) {
    return [];
  }
  context.form.ties.found ||= known.some((entry) => entry.key === 'id');
  const item: RowNode = { kind: 'map', entries: known, span, itemKind: 'story', isRow: true };
  return [item];
}

/** A row whose first cell is empty goes on with the theme above it; its description is what it is about. */
function named(entries: readonly MapEntry[]): readonly MapEntry[] {
  return entries.some((entry) => entry.key === 'title' || entry.key === 'id')
    ? entries
    : entries.map((entry) => (entry.key === 'story' ? { ...entry, key: 'title' } : entry));
}

const NO_IDS: IdForm = { keys: new Set(), seen: new Set(), ties: { found: false } };

function entriesOfCell(context: MarkdownContext, cell: Cell, node: SyntaxNode, column: Column): MapEntry[] {
  const { line } = cell;
  if (column.role === 'title') {
    const text = readItemText(context.text, node, node.from, node.to, context.base, context.form);
    // In a table a title has its cell, and a description its own.
    const whole = text.description && text.title ? joinedTitle(line, text.title, text.description) : text.title;
    return entriesOf({ ...text, title: whole, description: undefined });
  }
  if (column.name === 'status') {
    return statusOfCell(context, line);
  }
  const text = readItemText(context.text, node, node.from, node.to, context.base, NO_IDS);
  if (column.role === 'id') {
    return text.title ? [{ key: 'id', keySpan: undefined, value: text.title }] : [];
  }
  // An owner's `@` and a label's `#` are taken as such by the text; here the column says what they are.
  const value = column.name === 'story' ? line.words() : (text.title ?? text.attributes[0]?.value);
  if (!value || value.kind !== 'scalar') {
    return value ? [{ key: column.name, keySpan: undefined, value }] : [];
  }
  return column.isWhen
    ? [whenOf(context, column.name, value)]
    : [{ key: fittingField(column.name, value.text), keySpan: undefined, value }];
}

function joinedTitle(line: ShownText, title: ScalarNode, description: ScalarNode): ScalarNode {
  const span = { start: title.span.start, end: description.span.end };
  const text = line.raw
    .slice(span.start - line.start, span.end - line.start)
    .replace(/[*`]+/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return { ...title, text, span, inner: span };
}

/** A size (`M`) in a column for numbers is an estimate; what is neither is kept as the column's words. */
function fittingField(name: string, value: string): string {
  if (name === 'effort' && !/^\d/.test(value)) {
    return /^(?:xs|s|m|l|xl|xxl)$/i.test(value) ? 'estimate' : 'size of work';
  }
  return name;
}

/** A day, a release or a status: `2026 H2`, `v4.0 (Q1 2026)`, `Future`. */
function whenOf(context: MarkdownContext, name: string, value: ScalarNode): MapEntry {
  const own = fieldNamed('story', name)?.name;
  const entry = (key: string, of = value): MapEntry => ({ key, keySpan: undefined, value: of });
  if (readDayRange(value.text)) {
    return entry('due');
  }
  const meaning = meaningOf(value.text, context.ownStatuses);
  if (meaning.kind === 'release') {
    return entry('release', plainScalar(meaning.name, value.span.start));
  }
  if (meaning.kind === 'status' || categoryOfStatus(value.text, context.ownStatuses)) {
    return entry('status');
  }
  return entry(own === 'due' && !/\d{4}/.test(value.text) ? 'when' : name);
}

function statusOfCell(context: MarkdownContext, line: ShownText): MapEntry[] {
  const keySpan = undefined;
  const sign = signAt(line.raw.trimStart());
  const signStart = line.raw.length - line.raw.trimStart().length;
  const words = statusKey(line.raw);
  if (words === '') {
    const value = sign && line.sign(sign.word, signStart, line.raw.trimEnd().length);
    return [{ key: 'status', keySpan, value: value ?? emptyAt(line.start) }];
  }
  const stated = statusIn(context, line.raw, line.start);
  const isLong = words.split(' ').length > MOST_STATUS_WORDS;
  if (stated) {
    return [{ key: 'status', keySpan, value: stated }];
  }
  return isLong || /[[\]<>*]/.test(line.raw)
    ? [{ key: 'remark', keySpan, value: line.words() ?? emptyAt(line.start) }]
    : [{ key: 'status', keySpan, value: wordsIn(line, words) }];
}

const MOST_STATUS_WORDS = 3;

/** The cell without the sign before its words. */
function wordsIn(line: ShownText, words: string): MapEntry['value'] {
  const from = line.raw.search(/[\p{L}\p{N}]/u);
  const to = line.raw.replace(/[^\p{L}\p{N}]+$/u, '').length;
  return from < 0 ? line.sign(words, 0, line.raw.length) : line.scalar(from, to);
}

/** A column goes before what the title's cell says besides. */
function uniqueEntries(entries: readonly MapEntry[]): MapEntry[] {
  const byKey = new Map<string, MapEntry>();
  for (const entry of entries) {
    byKey.set(entry.key, entry);
  }
  return [...byKey.values()];
}
