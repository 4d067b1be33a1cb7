import { isDeeper, type Lines, NO_CONTENT } from './lines';
import { LinesAhead } from './linesAhead';
import { isDashAt, keyAt, skipSpaces } from './lineStarts';
import type { OpenBlocks } from './openBlocks';

const COLON = 58;

/** The line of a text that is read next, and what it may be. */
export class LineCursor {
  line = 0;
  private readonly ahead: LinesAhead;

  constructor(
    private readonly source: string,
    private readonly lines: Lines,
  ) {
    this.ahead = new LinesAhead(source, lines);
  }

  /** The first line that is a field or a list item; undefined: there is none, so that the text is words or brackets. */
  firstStructured(): number | undefined {
    for (let line = 0; line < this.lines.count; line += 1) {
      const offset = this.lines.content[line] ?? 0;
      if (this.lines.indent[line] !== NO_CONTENT && this.isBlockStart(offset)) {
        return line;
      }
    }
    return undefined;
  }

  get isAtEnd(): boolean {
    return this.line >= this.lines.count;
  }

  /** Where the dash of a list's first item should stand, if it stands left of its name and its other fields do not. */
  outdentedList(column: number, open: OpenBlocks): number | undefined {
    if (this.isAtEnd || this.indent >= column || !isDashAt(this.source, this.offset)) {
      return undefined;
    }
    const words = skipSpaces(this.source, this.offset + 1, this.end);
    const next = this.nextStated();
    const nextColumn = this.lines.indent[next] ?? 0;
    const nextOffset = this.lines.content[next] ?? 0;
    if (isDashAt(this.source, nextOffset)) {
      const opens = this.source.charCodeAt(this.end - 1) === COLON;
      return !opens && nextColumn >= column && open.place(this.line)?.isStray ? nextColumn : undefined;
    }
    const list = nextColumn - (words - this.offset);
    const isItem = keyAt(this.source, words) && keyAt(this.source, nextOffset);
    return isItem && list >= column ? list : undefined;
  }

  /** A field in the column of the name above it, with others below it that are indented deeper: an item without its dash. */
  isDashlessItem(column: number): boolean {
    if (
      this.isAtEnd ||
      this.indent !== column ||
      this.ahead.opensBlock(this.line) ||
      !this.ahead.endsPlainly(this.line)
    ) {
      return false;
    }
    const next = this.nextStated();
    return (this.lines.indent[next] ?? 0) > column && keyAt(this.source, this.lines.content[next] ?? 0) !== undefined;
  }

  /** The present line stands below a name in this column. */
  isNested(column: number, mayHoldList: boolean): boolean {
    const indent = this.isAtEnd ? NO_CONTENT : this.indent;
    return indent > column || (mayHoldList && indent === column && isDashAt(this.source, this.offset));
  }

  /** A key stands in this column of the next line. */
  isKeyBelow(column: number): boolean {
    const next = this.nextStated();
    return this.lines.indent[next] === column && keyAt(this.source, this.lines.content[next] ?? 0) !== undefined;
  }

  /** The next line with content goes on with the value of the present one. */
  isContinued(column: number): boolean {
    const next = this.nextStated();
    return next < this.lines.count && isDeeper(this.source, this.lines, next, column);
  }

  private nextStated(): number {
    return this.ahead.next(this.line);
  }

  /** Whether a dash or a key stands there. */
  isBlockStart(offset: number): boolean {
    return isDashAt(this.source, offset) || keyAt(this.source, offset) !== undefined;
  }

  /** Goes on to the next line that is not indented deeper than this column. */
  skipDeeper(column: number): void {
    this.line += 1;
    while (!this.isAtEnd && isDeeper(this.source, this.lines, this.line, column)) {
      this.line += 1;
    }
  }

  /** Goes on to the next line with content. */
  skipEmpty(): void {
    while (this.line < this.lines.count && this.lines.indent[this.line] === NO_CONTENT) {
      this.line += 1;
    }
  }

  get indent(): number {
    return this.lines.indent[this.line] ?? 0;
  }

  get offset(): number {
    return this.lines.content[this.line] ?? this.source.length;
  }

  /** Behind the line's last character that is no space. */
  get end(): number {
    return this.lines.end[this.line] ?? this.offset;
  }
}
