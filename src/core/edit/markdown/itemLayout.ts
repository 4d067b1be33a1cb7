import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Item, WorkItem } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { findFrontMatter } from '../../roadmap/markdown/frontMatter';
import { signAt } from '../../roadmap/markdown/signs';
import type { Scene } from '../scene';

/** How an item is written; `data`: in the front matter. */
export type ItemForm = 'bullet' | 'heading' | 'row' | 'paragraph' | 'data';

/** Where the parts of an item stand. */
export interface ItemLayout {
  readonly form: ItemForm;
  /** What stands before it on its line: white space, or signs of what holds it. */
  readonly indent: string;
  /** `- `, `3. ` or `## `; empty where the form has none. */
  readonly sign: string;
  /** The item's own words, in one paragraph or cell: behind its sign, before comments and closing signs. */
  readonly content: Span;
  /** `[ ]` */
  readonly box: Span | undefined;
  /** The content behind the check box and the status sign. */
  readonly words: Span;
  /** All of it, in whole lines, without the line break at the end. */
  readonly block: Span;
}

/** Where the item stands that is one of a bullet list, a heading, a row or a paragraph. Looks at its own lines only. */
export function layoutOf(scene: Scene, item: Item): ItemLayout {
  const { text } = scene;
  // Of a list that stands farther in than it must, items begin with the white space before their sign.
  const start = item.span.start + (/^[ \t]*/.exec(text.slice(item.span.start, item.span.start + 200))?.[0].length ?? 0);
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, start);
  const line = text.slice(start, lineEnd);
  const end = start + text.slice(start, Math.max(item.span.end, lineEnd)).trimEnd().length;
  const form = start < frontMatterEnd(scene) ? 'data' : formOf(text, start, line);
  const sign = SIGN[form]?.exec(line)?.[0] ?? '';
  const contentStart = start + sign.length;
  const content = form === 'row' ? titleCell(text, item, line) : contentFrom(text, form, contentStart, end);
  const box = form === 'row' ? undefined : boxAt(text, content);
  return {
    form,
    indent: text.slice(lineStart, start),
    sign,
    content,
    box,
    words: { start: wordsStart(text, content, box), end: content.end },
    block: { start: lineStart, end: endOfLine(text, end) },
  };
}

/** Epics, stories and tasks, in the file's order. */
export function allWork(items: readonly WorkItem[]): WorkItem[] {
  return items.flatMap((item) => [item, ...allWork(item.children)]);
}

/** The other work of the file, from the nearest to the farthest: the first that does something in a certain way is an example of it. */
export function neighboursOf({ roadmap }: Scene, item: Pick<Item, 'span'>): WorkItem[] {
  const at = item.span.start;
  const distance = ({ span }: WorkItem) => Math.abs(span.start - at);
  return allWork(roadmap.work)
    .filter((each) => each.span.start !== at)
    .sort((a, b) => distance(a) - distance(b));
}

const SIGN: Readonly<Partial<Record<ItemForm, RegExp>>> = {
  bullet: /^(?:[-+*]|\d{1,9}[.)])[ \t]*/,
  heading: /^#{1,6}[ \t]+/,
};

function formOf(text: string, start: number, line: string): ItemForm {
  if (/^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.test(line)) {
    return 'bullet';
  }
  if (/^#{1,6}(?:[ \t]|$)/.test(line)) {
    return 'heading';
  }
  const next = /^(?:\r\n|\r|\n)( {0,3}(?:=+|-+)[ \t]*)(?=[\r\n]|$)/.exec(
    text.slice(start + line.length, start + line.length + 200),
  );
  return next ? 'heading' : line.includes('|') ? 'row' : 'paragraph';
}

/** Found once for a text: of a long file each item is asked for its layout. */
const frontMatterEnds = new WeakMap<Scene, number>();

function frontMatterEnd(scene: Scene): number {
  const end = frontMatterEnds.get(scene) ?? findFrontMatter(scene.text, bodyStart(scene.text))?.end ?? 0;
  frontMatterEnds.set(scene, end);
  return end;
}

/** Behind the byte order mark. */
export function bodyStart(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** What starts a block of its own inside an item. */
const BLOCK_START = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|#{1,6}[ \t]|>|```|~~~|<)/;

function contentFrom(text: string, form: ItemForm, start: number, limit: number): Span {
  let end = endOfLine(text, start);
  while (form === 'bullet' || form === 'paragraph') {
    const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    const next = text.slice(end + lineBreak, endOfLine(text, end + lineBreak));
    if (lineBreak === 0 || end + lineBreak >= limit || next.trim() === '' || BLOCK_START.test(next)) {
      break;
    }
    end += lineBreak + next.length;
  }
  return { start, end: start + visibleLength(text.slice(start, end), form) };
}

/** Without a comment at the end, and without the signs that may close a heading. */
function visibleLength(words: string, form: ItemForm): number {
  let visible = words.trimEnd();
  const comment = visible.endsWith('-->') ? visible.lastIndexOf('<!--') : -1;
  visible = comment > 0 ? visible.slice(0, comment).trimEnd() : visible;
  if (form === 'heading') {
    visible = visible.replace(/[ \t]#+$/, '').trimEnd();
  } else if (form === 'paragraph') {
    // `<li>Refunds</li>`
    visible = visible.replace(/<\/[a-z][a-z0-9]{0,9}>$/i, '').trimEnd();
  }
  // A hard line break.
  return visible.endsWith('\\') ? visible.length - 1 : visible.length;
}

/** The cell with the title; where there is none, that with the ID. */
function titleCell(text: string, item: Item, line: string): Span {
  const at = (item.fields.get('title') ?? item.fields.get('id'))?.value.start ?? item.headline.start;
  return cellAt(text, { start: item.span.start, end: item.span.start + line.length }, at).inner;
}

/** A cell of a table's row: all between the bars, and without the white space inside. */
export interface CellSpan {
  readonly outer: Span;
  readonly inner: Span;
}

/** The cells of a row, whether or not bars stand at its ends. */
export function cellsOf(text: string, row: Span): CellSpan[] {
  const bars = [...text.slice(row.start, row.end).matchAll(/\\.|\|/g)].flatMap(({ 0: sign, index }) =>
    sign === '|' ? [row.start + index] : [],
  );
  const edges = [row.start - 1, ...bars, row.end];
  const cells = edges.slice(1).map((end, index) => cellBetween(text, (edges[index] ?? 0) + 1, end));
  const isEmpty = (cell: CellSpan | undefined) => cell !== undefined && cell.inner.start === cell.inner.end;
  return cells.slice(isEmpty(cells[0]) ? 1 : 0, isEmpty(cells.at(-1)) && bars.length > 0 ? -1 : undefined);
}

/** The cell of a row that holds an offset; the row itself where none does. */
export function cellAt(text: string, row: Span, offset: number): CellSpan {
  const cell = cellsOf(text, row).find(({ outer }) => outer.start <= offset && offset <= outer.end);
  return cell ?? { outer: row, inner: row };
}

function cellBetween(text: string, start: number, end: number): CellSpan {
  const raw = text.slice(start, end);
  const from = raw.length - raw.trimStart().length;
  const inner = raw.trim() === '' ? Math.min(1, raw.length) : from;
  return { outer: { start, end }, inner: { start: start + inner, end: start + inner + raw.trim().length } };
}

function boxAt(text: string, { start }: Span): Span | undefined {
  const match = /^[ \t]*\[[ xX~/>!-]\](?=\s|$)/.exec(text.slice(start, start + 40));
  return match ? { start: start + match[0].length - 3, end: start + match[0].length } : undefined;
}

function wordsStart(text: string, { start, end }: Span, box: Span | undefined): number {
  let at = skipSpace(text, box?.end ?? start, end);
  const sign = signAt(text.slice(at, Math.min(end, at + 40)));
  at = sign ? skipSpace(text, at + sign.length, end) : at;
  return Math.min(at, end);
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) {
    at++;
  }
  return at;
}
