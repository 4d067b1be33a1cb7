import { t } from '../../words/t';
import { type ReadContext, report } from '../readContext';
import { DEEPEST_NESTING, emptyAt, type ListNode, type MapNode, type ValueNode } from '../valueNode';
import { Aliases } from './aliases';
import { readBrokenScalar } from './brokenScalar';
import { addUnnamedList, endOf, finishedEntries, finishedFlow } from './entries';
import { InlineReader } from './inline';
import { readWithLibrary } from './library';
import { isPlaceholder } from './flowCursor';
import { LineCursor } from './lineCursor';
import { cutIntoLines, type Lines, NO_CONTENT } from './lines';
import { isDashAt, keyAt, skipSpaces } from './lineStarts';
import { OpenBlocks } from './openBlocks';
import type { OpenBlock, OpenList, OpenMap, Placed } from './placed';
import { StrayLines } from './strayLines';
import { UnitReader } from './units';
import { wordsWithoutColon } from './wordLines';

/**
 * Reads mappings and lists that are written in lines, by their indentation. Each entry that is more than `key: value` on one line
 * goes to the library with the lines that are indented deeper: what it says is taken. Where that is a mistake, the line
 * is read as it was most likely meant, and the next one is looked at again, so that a mistake ends with its line.
 *
 * @implements WAY-22
 */
export function readBlocks(context: ReadContext, source: string, base: number): ValueNode | undefined {
  return new BlockReader(context, source, base).readAll();
}

class BlockReader {
  private readonly lines: Lines;
  private readonly at: LineCursor;
  private readonly inline: InlineReader;
  private readonly aliases: Aliases;
  private readonly open: OpenBlocks;
  private readonly strays: StrayLines;
  private readonly units: UnitReader;
  /** Where the present line belongs, where that had to be weighed. */
  private placed: Placed | undefined;
  /** Of the list that ended last. */
  private lastListColumn = NO_CONTENT;

  constructor(
    private readonly context: ReadContext,
    private readonly source: string,
    private readonly base: number,
  ) {
    this.lines = cutIntoLines(source);
    this.at = new LineCursor(source, this.lines);
    this.inline = new InlineReader(source, base);
    this.aliases = new Aliases();
    this.open = new OpenBlocks(source, this.lines);
    this.strays = new StrayLines(context, source, base, this.lines);
    this.units = new UnitReader(context, source, base, this.lines, this.aliases);
  }

  readAll(): ValueNode | undefined {
    this.at.skipEmpty();
    const first = this.at.firstStructured();
    const isOther = first === undefined || this.at.offset !== this.lines.content[first];
    const whole = isOther ? readWithLibrary(this.context, this.source, this.base) : undefined;
    if (whole && (first === undefined || !whole.isBroken)) {
      this.context.problems.push(...whole.problems);
      return whole.value;
    }
    for (this.at.skipEmpty(); this.at.line < (first ?? 0) && this.units.isLoneWord(this.at.line); this.at.skipEmpty()) {
      this.strays.reportWords(this.at.line);
      this.at.line += 1;
    }
    const column = this.lines.indent.reduce(
      (least, indent) => (indent === NO_CONTENT ? least : Math.min(least, indent)),
      this.at.indent,
    );
    if (this.at.indent !== column) {
      this.strays.report(this.at.line, column);
    }
    return this.readBlock(column, this.at.offset, 0);
  }

  /** A mapping or list whose first entry stands at `offset`, in the column `column` of the present line. */
  private readBlock(column: number, offset: number, depth: number, list?: OpenList): MapNode | ListNode {
    if (depth > DEEPEST_NESTING) {
      return this.skipDeepBlock(column, offset);
    }
    return isDashAt(this.source, offset)
      ? this.readList(column, offset, depth)
      : this.readMap(column, offset, depth, list);
  }

  private readMap(column: number, first: number, depth: number, list: OpenList | undefined): MapNode {
    const map: OpenMap = { kind: 'map', column, firstLine: this.at.line, entries: [], list, holdsListInColumn: false };
    this.open.push(map);
    this.readEntry(map, first, depth);
    if (list) {
      list.itemColumn = column;
      list.firstKey = map.entries[0]?.key;
    }
    while (this.isNextOf(map)) {
      if (isDashAt(this.source, this.at.offset)) {
        addUnnamedList(map.entries, this.readList(this.at.indent, this.at.offset, depth + 1));
      } else {
        this.readEntry(map, this.at.offset, depth);
      }
    }
    this.open.pop();
    const start = this.base + first;
    const end = endOf(map.entries, start);
    return { kind: 'map', entries: finishedEntries(this.context, map.entries), span: { start, end } };
  }

  private readList(column: number, first: number, depth: number): ListNode {
    const list: OpenList = {
      kind: 'list',
      column,
      firstLine: this.at.line,
      items: [],
      itemColumn: undefined,
      firstKey: undefined,
    };
    this.open.push(list);
    this.readItem(list, first, depth);
    while (this.isNextOf(list)) {
      if (this.placed?.isDashless) {
        this.strays.reportMissingDash(this.at.line, list.column);
        const inner = list.itemColumn ?? list.column + 2;
        list.items.push(this.readBlock(inner, this.at.offset, depth + 1, list));
      } else {
        this.readItem(list, this.at.offset, depth);
      }
    }
    this.open.pop();
    this.lastListColumn = list.column;
    const start = this.base + first;
    return { kind: 'list', items: list.items, span: { start, end: list.items.at(-1)?.span.end ?? start + 1 } };
  }

  /** Whether the next line belongs to this block. What belongs to none is reported and left out. */
  private isNextOf(block: OpenBlock): boolean {
    for (this.at.skipEmpty(); !this.at.isAtEnd; this.at.skipEmpty()) {
      if (this.open.isPlainlyIn(block, this.at.line)) {
        this.placed = undefined;
        return true;
      }
      this.placed = this.open.place(this.at.line);
      if (this.placed) {
        if (this.placed.block === block && this.placed.isStray) {
          this.strays.reportIn(this.placed, this.at.line);
        }
        return this.placed.block === block;
      }
      this.strays.reportWords(this.at.line);
      this.at.line += 1;
    }
    return false;
  }

  /** `key: value`, with all that belongs to it. */
  private readEntry(map: OpenMap, offset: number, depth: number): void {
    this.strays.reportTab(this.at.line);
    const key = keyAt(this.source, offset);
    if (key === undefined) {
      this.readWords(map, offset, depth);
      return;
    }
    const keySpan = { start: this.base + key.innerStart, end: this.base + key.innerStart + key.text.length };
    const value = this.readValue(map.column, offset, key.colon + 1, depth, true);
    map.holdsListInColumn ||= value?.kind === 'list' && this.lastListColumn === map.column;
    if (value) {
      map.entries.push({
        key: key.text,
        keySpan,
        value: value.kind === 'empty' ? emptyAt(this.base + key.colon + 1) : value,
      });
    }
  }

  /** `- value`, with all that belongs to it. */
  private readItem(list: OpenList, dash: number, depth: number): void {
    this.strays.reportTab(this.at.line);
    const lineEnd = this.at.end;
    const offset = skipSpaces(this.source, dash + 1, lineEnd);
    if (offset < lineEnd && this.at.isBlockStart(offset)) {
      list.items.push(this.readBlock(list.column + offset - dash, offset, depth + 1, list));
      return;
    }
    if (offset < lineEnd && this.at.isKeyBelow(list.column + offset - dash)) {
      // `- id PAY-12` without its colon, and the other fields below it.
      list.items.push(this.readMap(list.column + offset - dash, offset, depth + 1, list));
      return;
    }
    const value = this.readValue(list.column, dash, dash + 1, depth, false);
    if (value) {
      list.items.push(value);
    }
  }

  /**
   * What stands behind a colon or dash at `after`, and below it. `start` is where the entry begins; all that belongs to it
   * stands right of `column`.
   */
  private readValue(
    column: number,
    start: number,
    after: number,
    depth: number,
    mayHoldList: boolean,
  ): ValueNode | undefined {
    const lineEnd = this.at.end;
    const offset = skipSpaces(this.source, after, lineEnd);
    if (offset >= lineEnd || this.source[offset] === '#') {
      const first = this.at.line;
      this.at.line += 1;
      const next = this.nested(column, mayHoldList);
      const outdented = next === 'none' && mayHoldList ? this.at.outdentedList(column, this.open) : undefined;
      if (outdented !== undefined) {
        this.strays.report(this.at.line, outdented);
        return this.readList(outdented, this.at.offset, depth + 1);
      }
      if (next === 'none' && !(mayHoldList && this.at.isDashlessItem(column))) {
        return emptyAt(this.base + after);
      }
      if (next !== 'words') {
        return this.readNested(column, depth + 1);
      }
      this.at.line = first;
    } else {
      const value = isPlaceholder(this.source, offset)
        ? readBrokenScalar(this.context, this.source, this.base, offset, lineEnd)
        : this.inline.read(offset, lineEnd);
      if (value && !this.at.isContinued(column)) {
        this.at.line += 1;
        return finishedFlow(this.context, value);
      }
    }
    const unit = this.units.read(this.at.line, column, start, after);
    this.at.line = unit.nextLine;
    return unit.value;
  }

  /** The block below a key or dash in this column. A list may have lost its first dash. */
  private readNested(column: number, depth: number): ValueNode {
    const first = this.at.line;
    const inner = this.at.indent;
    const block = this.readBlock(inner, this.at.offset, depth);
    this.at.skipEmpty();
    const isNear = !this.at.isAtEnd && this.at.indent >= column && this.at.indent <= inner;
    const isList = isNear && isDashAt(this.source, this.at.offset);
    if (block.kind !== 'map' || (!isList && inner > column)) {
      return block;
    }
    this.strays.reportMissingDash(first, isList ? this.at.indent : column);
    if (!isList) {
      return { kind: 'list', items: [block], span: block.span };
    }
    const list = this.readList(this.at.indent, this.at.offset, depth);
    return { ...list, items: [block, ...list.items], span: { start: block.span.start, end: list.span.end } };
  }

  /** What stands on the next lines right of the column. Lone words before it are reported and left out. */
  private nested(column: number, mayHoldList: boolean): 'block' | 'words' | 'none' {
    this.at.skipEmpty();
    const first = this.at.line;
    const isNested = this.at.isNested(column, mayHoldList);
    if (first >= this.lines.count || this.at.isBlockStart(this.at.offset)) {
      return isNested ? 'block' : 'none';
    }
    this.at.line += 1;
    this.at.skipEmpty();
    if (this.at.isNested(column, mayHoldList) && this.at.isBlockStart(this.at.offset) && this.units.isLoneWord(first)) {
      this.strays.reportWords(first);
      return 'block';
    }
    this.at.line = first;
    return isNested ? 'words' : 'none';
  }

  /** A line that is no `key: value`. */
  private readWords(map: OpenMap, offset: number, depth: number): void {
    const line = this.at.line;
    const unit = this.units.readWhole(line, map.column, offset);
    if (unit?.value?.kind === 'map') {
      map.entries.push(...unit.value.entries);
      this.at.line = unit.nextLine;
      return;
    }
    const words = wordsWithoutColon(this.context, this.source, this.base, offset, this.lines.end[line] ?? offset);
    this.at.line += 1;
    const next = words ? this.nested(map.column, true) : 'none';
    if (!words) {
      this.strays.reportWords(line);
    } else if (next === 'block' && !words.value) {
      map.entries.push({ ...words, value: this.readNested(map.column, depth + 1) });
    } else if (words.value || map.entries.at(-1)?.value.kind !== 'map') {
      // Between things that are named by their IDs, words alone are hardly one more of them.
      map.entries.push({ ...words, value: words.value ?? emptyAt(words.keySpan.end) });
    }
  }

  private skipDeepBlock(column: number, offset: number): MapNode {
    const span = { start: this.base + offset, end: this.base + offset };
    report(this.context, 'WM101', span, t('This is nested too deeply to be read. Take it out of some levels.'));
    this.at.skipDeeper(column - 1);
    return { kind: 'map', entries: [], span };
  }
}
