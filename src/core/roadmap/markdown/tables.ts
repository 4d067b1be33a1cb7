import type { SyntaxNode } from '@lezer/common';
import { fieldNamed } from '../fields';
import { statusKey } from '../statusNames';
import { emptyAt, type MapEntry, type MapNode } from '../valueNode';
import { readItemText, ShownText, signAt } from './itemText';
import { entriesOf } from './lists';
import type { MarkdownContext } from './readMarkdown';

/** Headers that name the column of the item itself; the first that is there: beside `Title`, `Story` is a description. */
const TITLE_HEADERS = ['title', 'name', 'item', 'feature', 'story', 'user story', 'task', 'what', 'deliverable'];
const ID_HEADERS = new Set(['id', 'key', 'ticket', 'issue', '#', 'ref']);

/** What the cells under a header say. */
export interface Column {
  readonly role: 'id' | 'title' | 'field';
  /** A field's name; of an unknown column the header's words, which then name an extra. */
  readonly name: string;
}

/** The rows of a table that lists items; none when no column says that it does. */
export function itemsOfTable(context: MarkdownContext, table: SyntaxNode): readonly MapNode[] {
  const header = table.getChild('TableHeader');
  const columns = header ? columnsOf(cellsOf(context, header).map((cell) => cell.line.raw)) : undefined;
  return columns ? table.getChildren('TableRow').flatMap((row) => itemOf(context, row, columns)) : [];
}

/** @returns undefined: a table with these headers lists no items */
export function columnsOf(headers: readonly string[]): readonly Column[] | undefined {
  const words = headers.map((header) => header.replace(/[*_`]/g, '').trim());
  const keys = words.map((word) => (word === '#' ? '#' : statusKey(word)));
  const titleAt = TITLE_HEADERS.map((word) => keys.indexOf(word)).find((index) => index >= 0);
  const idAt = keys.findIndex((key) => ID_HEADERS.has(key));
  if (titleAt === undefined && (idAt < 0 || keys[idAt] === '#')) {
    return undefined;
  }
  return words.map((word, index): Column => {
    if (index === titleAt) {
      return { role: 'title', name: 'title' };
    }
    if (index === idAt) {
      return { role: 'id', name: 'id' };
    }
    return { role: 'field', name: fieldNamed('story', word)?.name ?? word };
  });
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
  const known = uniqueEntries(entries);
  const hasName = known.some((entry) => entry.key === 'id' || entry.key === 'title');
  const span = { start: context.base + row.from, end: context.base + row.to };
  return hasName ? [{ kind: 'map', entries: known, span, itemKind: 'story' }] : [];
}

function entriesOfCell(context: MarkdownContext, cell: Cell, node: SyntaxNode, column: Column): MapEntry[] {
  if (column.role === 'title') {
    return entriesOf(readItemText(context.text, node, node.from, node.to, context.base, context.form));
  }
  const { line } = cell;
  const keySpan = undefined;
  if (column.name === 'status') {
    const sign = signAt(line.raw);
    const words = statusKey(line.raw);
    const value = words === '' ? sign && line.sign(sign.word, 0, line.raw.length) : wordsIn(line, words);
    return [{ key: 'status', keySpan, value: value ?? emptyAt(line.start) }];
  }
  const text = readItemText(context.text, node, node.from, node.to, context.base, {
    keys: new Set(),
    seen: new Set(),
  });
  if (column.role === 'id') {
    return text.title ? [{ key: 'id', keySpan, value: text.title }] : [];
  }
  // An owner's `@` and a label's `#` are taken as such by the text; here the column says what they are.
  const value = text.title ?? text.attributes[0]?.value;
  return value ? [{ key: column.name, keySpan, value }] : [];
}

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
