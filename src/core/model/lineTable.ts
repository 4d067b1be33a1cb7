/** A place in a text as people and editors count it; both numbers start at 0 and columns are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets into lines and columns: the only converter there is. Lines end at `\n`, `\r\n` or a lone `\r`, as editors
 * count them.
 *
 * A table made of a whole text answers for every offset. {@link LineTable.keepOnly} gives a small one that is right for the
 * lines of the offsets asked for and is cheap to hold for thousands of files.
 */
export class LineTable {
  private constructor(
    /** Offsets at which known lines begin, ascending. */
    private readonly starts: readonly number[],
    /** Line numbers of `starts`; undefined when they are 0, 1, 2, … without a gap. */
    private readonly numbers: readonly number[] | undefined,
  ) {}

  static of(text: string): LineTable {
    const starts = [0];
    if (text.includes('\r')) {
      const lineEnd = /\r\n?|\n/g;
      while (lineEnd.exec(text)) {
        starts.push(lineEnd.lastIndex);
      }
    } else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        starts.push(at + 1);
      }
    }
    return new LineTable(starts, undefined);
  }

  /** Restores what {@link entries} gave. */
  static fromEntries(entries: readonly (readonly [start: number, line: number])[]): LineTable {
    return new LineTable(
      entries.map(([start]) => start),
      entries.map(([, line]) => line),
    );
  }

  /** `[offset of the line's beginning, line number]`, ascending: what a cache stores. */
  entries(): [start: number, line: number][] {
    return this.starts.map((start, index) => [start, this.lineNumberAt(index)]);
  }

  positionAt(offset: number): Position {
    const index = this.indexOfLineWith(offset);
    return { line: this.lineNumberAt(index), column: Math.max(0, offset - (this.starts[index] ?? 0)) };
  }

  /** The offset of a position; a line beyond the text counts as its last. Only meaningful on a table of a whole text. */
  offsetAt(position: Position): number {
    const index = Math.min(Math.max(position.line, 0), this.starts.length - 1);
    return (this.starts[index] ?? 0) + position.column;
  }

  keepOnly(offsets: Iterable<number>): LineTable {
    const indexes = [...new Set(Array.from(offsets, (offset) => this.indexOfLineWith(offset)))].sort((a, b) => a - b);
    return new LineTable(
      indexes.map((index) => this.starts[index] ?? 0),
      indexes.map((index) => this.lineNumberAt(index)),
    );
  }

  private lineNumberAt(index: number): number {
    return this.numbers === undefined ? index : (this.numbers[index] ?? 0);
  }

  private indexOfLineWith(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
