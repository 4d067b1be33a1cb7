import { quoted, type ReadContext, report } from '../readContext';
import { DEEPEST_NESTING, emptyAt, type ListNode, type MapEntry, type MapNode, type ValueNode } from '../valueNode';
import { finishedEntries } from './entries';
import { InlineReader } from './inline';
import { readWithLibrary } from './library';
import { cutIntoLines, type Lines, NO_CONTENT } from './lines';

/**
 * Reads mappings and lists that are written in lines, by their indentation. Each entry that is more than `key: value` on one line
 * goes to the library with the lines that are indented deeper: what it says is taken, and its mistakes end with these lines.
 */
export function readBlocks(context: ReadContext, source: string, base: number): ValueNode | undefined {
  return new BlockReader(context, source, base).readAll();
}

const KEY = /(?:([^\s\-?:,[\]{}#&*!|>'"%@`][^:#\n\r\t]*?)|"([^"\\\n\t]*)"|'([^'\n\t]*)')( *):(?=[ \r\n]|$)/y;

class BlockReader {
  private readonly lines: Lines;
  private readonly inline: InlineReader;
  /** The line that is read next. */
  private line = 0;

  constructor(
    private readonly context: ReadContext,
    private readonly source: string,
    private readonly base: number,
  ) {
    this.lines = cutIntoLines(source);
    this.inline = new InlineReader(source, base);
  }

  readAll(): ValueNode | undefined {
    this.skipEmpty();
    if (this.line >= this.lines.count) {
      return undefined;
    }
    if (!this.isListItem(this.offset) && this.keyAt(this.offset) === undefined) {
      return readWithLibrary(this.context, this.source, this.base);
    }
    let root: ValueNode = this.readBlock(this.indent, this.offset, 0);
    while (this.line < this.lines.count) {
      root = this.readStray(root, 0);
    }
    return root;
  }

  /** A mapping or list whose first entry stands at `offset`, in the column `column` of the present line. */
  private readBlock(column: number, offset: number, depth: number): MapNode | ListNode {
    if (depth > DEEPEST_NESTING) {
      return this.skipDeepBlock(column, offset);
    }
    return this.isListItem(offset) ? this.readList(column, offset, depth) : this.readMap(column, offset, depth);
  }

  private readMap(column: number, first: number, depth: number): MapNode {
    const entries: MapEntry[] = [];
    this.readEntry(column, first, depth, entries);
    while (this.continues(column, depth, entries, undefined) && !this.isListItem(this.offset)) {
      this.readEntry(column, this.offset, depth, entries);
    }
    const last = entries.at(-1);
    const start = this.base + first;
    const end = last ? Math.max(last.keySpan?.end ?? start, last.value.span.end) : start;
    return { kind: 'map', entries: finishedEntries(this.context, entries), span: { start, end } };
  }

  private readList(column: number, first: number, depth: number): ListNode {
    const items: ValueNode[] = [];
    this.readItem(column, first, depth, items);
    while (this.continues(column, depth, undefined, items) && this.isListItem(this.offset)) {
      this.readItem(column, this.offset, depth, items);
    }
    const start = this.base + first;
    return { kind: 'list', items, span: { start, end: items.at(-1)?.span.end ?? start + 1 } };
  }

  /**
   * Whether the next line stands in this column. Lines that are indented deeper, but fit nowhere, are read as more of the last
   * value, with a problem.
   */
  private continues(
    column: number,
    depth: number,
    entries: MapEntry[] | undefined,
    items: ValueNode[] | undefined,
  ): boolean {
    this.skipEmpty();
    while (this.line < this.lines.count && this.indent > column) {
      const lastEntry = entries?.at(-1);
      const last = lastEntry ? lastEntry.value : items?.at(-1);
      const joined = this.readStray(last ?? emptyAt(this.base + this.offset), depth);
      if (lastEntry) {
        entries?.splice(-1, 1, { ...lastEntry, value: joined });
      } else {
        items?.splice(-1, 1, joined);
      }
      this.skipEmpty();
    }
    return this.line < this.lines.count && this.indent === column;
  }

  /** Lines that are indented like nothing above them: what they hold is joined to the value that they most likely belong to. */
  private readStray(value: ValueNode, depth: number): ValueNode {
    const span = { start: this.base + this.offset, end: this.base + (this.lines.end[this.line] ?? this.offset) };
    const isItem = this.isListItem(this.offset);
    if (value.kind === 'map' && isItem && this.indent === 0) {
      const message = 'A list stands here without a name. Write a field such as `stories:` above it.';
      report(this.context, 'WM101', span, message);
    } else {
      const message = 'This line is not indented like the others of its list. Start it in the same column as they do.';
      report(this.context, 'WM101', span, message);
    }
    const block = this.readBlock(this.indent, this.offset, depth + 1);
    const end = Math.max(value.span.end, block.span.end);
    const joined = { start: Math.min(value.span.start, block.span.start), end };
    if (value.kind === 'map' && block.kind === 'map') {
      const entries = finishedEntries(this.context, [...value.entries, ...block.entries]);
      return { kind: 'map', entries, span: joined };
    }
    if (value.kind === 'list') {
      return {
        kind: 'list',
        items: [...value.items, ...(block.kind === 'list' ? block.items : [block])],
        span: joined,
      };
    }
    if (value.kind === 'map') {
      const entry: MapEntry = { key: 'items', keySpan: undefined, value: block };
      return { kind: 'map', entries: [...value.entries, entry], span: joined };
    }
    return value.kind === 'empty' ? block : value;
  }

  /** `key: value`, with all that belongs to it. */
  private readEntry(column: number, offset: number, depth: number, entries: MapEntry[]): void {
    this.reportTab();
    const key = this.keyAt(offset);
    const lineEnd = this.lines.end[this.line] ?? offset;
    if (key === undefined) {
      this.readUnit(column, offset, (value) => this.addUnit(value, entries, offset, lineEnd));
      return;
    }
    const inner = { start: this.base + key.innerStart, end: this.base + key.innerStart + key.text.length };
    const valueStart = this.skipSpaces(key.colon + 1, lineEnd);
    if (valueStart >= lineEnd || this.isComment(valueStart)) {
      const first = this.line;
      this.line += 1;
      this.skipEmpty();
      const isNested =
        this.line < this.lines.count &&
        (this.indent > column || (this.indent === column && this.isListItem(this.offset)));
      if (isNested && this.isBlockStart(this.offset)) {
        entries.push({ key: key.text, keySpan: inner, value: this.readBlock(this.indent, this.offset, depth + 1) });
        return;
      }
      if (!isNested) {
        entries.push({ key: key.text, keySpan: inner, value: emptyAt(this.base + key.colon + 1) });
        return;
      }
      this.line = first;
    } else {
      const value = this.inline.read(valueStart, lineEnd);
      if (value && !this.isContinued(column)) {
        this.line += 1;
        const stated = value.kind === 'empty' ? emptyAt(this.base + key.colon + 1) : value;
        entries.push({ key: key.text, keySpan: inner, value: finished(this.context, stated) });
        return;
      }
    }
    this.readUnit(column, offset, (value) => this.addUnit(value, entries, offset, lineEnd));
  }

  /** `- value`, with all that belongs to it. */
  private readItem(column: number, dash: number, depth: number, items: ValueNode[]): void {
    this.reportTab();
    const lineEnd = this.lines.end[this.line] ?? dash;
    const offset = this.skipSpaces(dash + 1, lineEnd);
    if (offset >= lineEnd || this.isComment(offset)) {
      const first = this.line;
      this.line += 1;
      this.skipEmpty();
      if (this.line >= this.lines.count || this.indent <= column) {
        items.push(emptyAt(this.base + dash + 1));
        return;
      }
      if (this.isBlockStart(this.offset)) {
        items.push(this.readBlock(this.indent, this.offset, depth + 1));
        return;
      }
      this.line = first;
    } else if (this.isBlockStart(offset)) {
      items.push(this.readBlock(column + offset - dash, offset, depth + 1));
      return;
    } else {
      const value = this.inline.read(offset, lineEnd);
      if (value && !this.isContinued(column)) {
        this.line += 1;
        items.push(finished(this.context, value));
        return;
      }
    }
    this.readUnit(column, dash, (value) => {
      if (value?.kind === 'list') {
        items.push(...value.items);
      }
    });
  }

  /** Gives the present line from `offset` on, and all lines that are indented deeper, to the library. */
  private readUnit(column: number, offset: number, take: (value: ValueNode | undefined) => void): void {
    // A list that is the value of a key may stand in the key's own column.
    const firstLine = this.source.slice(offset, this.lines.end[this.line]);
    const mayHoldList = !this.isListItem(offset) && /:[ \t]*(?:[ \t]#.*)?$/.test(firstLine);
    this.line += 1;
    while (
      this.line < this.lines.count &&
      (this.isDeeper(this.line, column) || (mayHoldList && this.indent === column && this.isListItem(this.offset)))
    ) {
      this.line += 1;
    }
    const next = this.line < this.lines.count ? (this.lines.content[this.line] ?? 0) - 1 : -1;
    const end = next < 0 ? this.source.length : this.source.lastIndexOf('\n', next) + 1;
    take(
      readWithLibrary(this.context, ' '.repeat(column) + this.source.slice(offset, end), this.base + offset - column),
    );
  }

  private addUnit(value: ValueNode | undefined, entries: MapEntry[], offset: number, lineEnd: number): void {
    if (value?.kind === 'map') {
      entries.push(...value.entries);
    } else if (value) {
      const text = this.source.slice(offset, lineEnd);
      const span = { start: this.base + offset, end: this.base + lineEnd };
      report(this.context, 'WM101', span, `A colon is missing behind ${quoted(text)}: write \`name: value\`.`);
      entries.push({ key: text, keySpan: span, value: emptyAt(span.end) });
    }
  }

  private reportTab(): void {
    if (this.lines.tabbed.has(this.line)) {
      const span = { start: this.base + this.source.lastIndexOf('\n', this.offset) + 1, end: this.base + this.offset };
      report(this.context, 'WM101', span, 'A tab stands where spaces must. Indent with spaces only.');
    }
  }

  private skipDeepBlock(column: number, offset: number): MapNode {
    const span = { start: this.base + offset, end: this.base + offset };
    report(this.context, 'WM101', span, 'This is nested too deeply to be read. Take it out of some levels.');
    this.line += 1;
    while (this.line < this.lines.count && this.isDeeper(this.line, column - 1)) {
      this.line += 1;
    }
    return { kind: 'map', entries: [], span };
  }

  /** The next line with content goes on with the value of the present one. */
  private isContinued(column: number): boolean {
    let next = this.line + 1;
    while (next < this.lines.count && this.lines.indent[next] === NO_CONTENT) {
      next += 1;
    }
    return next < this.lines.count && this.isDeeper(next, column);
  }

  private isDeeper(line: number, column: number): boolean {
    const indent = this.lines.indent[line] ?? NO_CONTENT;
    const first = this.source[this.lines.content[line] ?? 0];
    return indent === NO_CONTENT || indent > column || (indent === column && (first === ']' || first === '}'));
  }

  private isBlockStart(offset: number): boolean {
    return this.isListItem(offset) || this.keyAt(offset) !== undefined;
  }

  private isListItem(offset: number): boolean {
    const next = this.source.charCodeAt(offset + 1);
    return (
      this.source.charCodeAt(offset) === 45 &&
      (Number.isNaN(next) || next === 32 || next === 9 || next === 10 || next === 13)
    );
  }

  private isComment(offset: number): boolean {
    return this.source.charCodeAt(offset) === 35;
  }

  private keyAt(offset: number): { text: string; innerStart: number; colon: number } | undefined {
    KEY.lastIndex = offset;
    const match = KEY.exec(this.source);
    if (match === null) {
      return undefined;
    }
    const text = match[1] ?? match[2] ?? match[3] ?? '';
    const innerStart = match[1] === undefined ? offset + 1 : offset;
    return { text, innerStart, colon: offset + match[0].length - 1 };
  }

  private skipSpaces(offset: number, end: number): number {
    let at = offset;
    while (at < end && this.source.charCodeAt(at) === 32) {
      at += 1;
    }
    return at;
  }

  private skipEmpty(): void {
    while (this.line < this.lines.count && this.lines.indent[this.line] === NO_CONTENT) {
      this.line += 1;
    }
  }

  private get indent(): number {
    return this.lines.indent[this.line] ?? 0;
  }

  private get offset(): number {
    return this.lines.content[this.line] ?? this.source.length;
  }
}

/** Mappings between brackets, with merge keys and twins looked after. */
function finished(context: ReadContext, node: ValueNode): ValueNode {
  switch (node.kind) {
    case 'map': {
      const entries = node.entries.map((entry) => ({ ...entry, value: finished(context, entry.value) }));
      return { ...node, entries: finishedEntries(context, entries) };
    }
    case 'list':
      return { ...node, items: node.items.map((item) => finished(context, item)) };
    default:
      return node;
  }
}
