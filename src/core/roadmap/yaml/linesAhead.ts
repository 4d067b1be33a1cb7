import { type Lines, NO_CONTENT } from './lines';
import { keyAt, type LineShape, shapeAt, skipSpaces } from './lineStarts';

/** How many lines of a text or block are passed to see what follows it. */
const LONGEST_BLOCK = 100;

/** What a line and those behind it look like, before they are read. */
export class LinesAhead {
  constructor(
    private readonly source: string,
    private readonly lines: Lines,
  ) {}

  /** Nothing stands behind its key, so that what it names stands below it. */
  opensBlock(line: number): boolean {
    const offset = this.lines.content[line] ?? 0;
    const end = this.lines.end[line] ?? offset;
    const key = keyAt(this.source, offset);
    const value = key ? skipSpaces(this.source, key.colon + 1, end) : end;
    return value >= end || this.source[value] === '#';
  }

  /** Its value ends with the line, or with the text below it. */
  endsPlainly(line: number): boolean {
    const first = this.valueStart(line);
    const isClosed = ']}'.includes(this.source[(this.lines.end[line] ?? 0) - 1] ?? '-');
    return first !== undefined && !'&*!'.includes(first) && (isClosed || !'[{'.includes(first));
  }

  /** The first character behind the key. */
  private valueStart(line: number): string | undefined {
    const offset = this.lines.content[line] ?? 0;
    const key = keyAt(this.source, offset);
    return key && this.source[skipSpaces(this.source, key.colon + 1, this.lines.end[line] ?? offset)];
  }

  /** The next line that is no part of a text or block which starts on this one. */
  lineBehind(line: number): number {
    let next = this.next(line);
    const column = this.lines.indent[next] ?? 0;
    const hasMore =
      '|>'.includes(this.valueStart(line) ?? '-') || (this.opensBlock(line) && column > (this.lines.indent[line] ?? 0));
    if (hasMore && keyAt(this.source, this.lines.content[line] ?? 0)) {
      const last = next + LONGEST_BLOCK;
      while (next < this.lines.count && (this.lines.indent[next] ?? 0) >= column) {
        next = next < last ? this.next(next) : this.lines.count;
      }
    }
    return next;
  }

  /** The next line with content; the count of lines: there is none. */
  next(line: number): number {
    let next = line + 1;
    while (next < this.lines.count && this.lines.indent[next] === NO_CONTENT) {
      next += 1;
    }
    return next;
  }

  shapeOf(line: number): LineShape {
    return line < this.lines.count ? shapeAt(this.source, this.lines.content[line] ?? 0) : 'other';
  }
}
