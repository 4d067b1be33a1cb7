import { t } from '../../words/t';
import { type ReadContext, report } from '../readContext';
import type { Lines } from './lines';
import { isDashAt, keyAt, shapeAt } from './lineStarts';
import type { OpenBlock, Placed } from './placed';

/** How many lines tell which of two columns a block's lines stand in. */
const LINES_THAT_TELL = 30;

/** Says which lines stand where nothing fits, each once, and how to mend them. */
export class StrayLines {
  private readonly reported = new Set<number>();
  private former: { readonly block: OpenBlock; readonly column: number; readonly line: number } | undefined;

  constructor(
    private readonly context: ReadContext,
    private readonly source: string,
    private readonly base: number,
    private readonly lines: Lines,
  ) {}

  /**
   * A line that is indented otherwise than its block. Where it is the block's second one and more lines stand as this one does,
   * it is the first one that is indented wrongly, and the block's column becomes theirs.
   */
  reportIn({ block, mayMoveBlock }: Placed, line: number): void {
    const column = this.lines.indent[line] ?? 0;
    const isDash = isDashAt(this.source, this.lines.content[line] ?? 0);
    if (block.kind === 'map' && isDash) {
      if (!block.entries.some(({ value }) => value.kind === 'list')) {
        this.say(line, t('A list stands here without a name. Write a field such as `stories:` above it.'));
        return;
      }
      this.report(line, block.column);
      return;
    }
    const count = block.kind === 'map' ? block.entries.length : block.items.length;
    if (mayMoveBlock && count === 1 && this.standMoreIn(column, block, line)) {
      const wrong = block.column;
      block.column = column;
      this.report(block.firstLine, column, wrong);
      return;
    }
    const { former } = this;
    const isSameMistake = former?.block === block && former.column === column && this.isNextContent(former.line, line);
    this.former = { block, column, line };
    if (!isSameMistake) {
      this.report(line, block.column);
    }
  }

  /** A line that should start in this column. */
  report(line: number, column: number, wrong = this.lines.indent[line] ?? 0): void {
    const text = this.contentOf(line);
    const suggestion = this.isFollowedWell(line, column, wrong) ? ' '.repeat(column) + text : undefined;
    const message = t('This line is not indented like the others of its list. Start it in the same column as they do.');
    this.say(line, message, suggestion);
  }

  /** A line that is neither a field nor an item. */
  reportWords(line: number): void {
    this.say(line, t('This line is neither a field nor a list item. Remove it, or write `#` before it.'));
  }

  /** Where a tab indents the line. */
  reportTab(line: number): void {
    if (this.reported.has(line) || !this.lines.tabbed.has(line)) {
      return;
    }
    this.reported.add(line);
    const span = { start: this.base + this.lineStart(line), end: this.base + (this.lines.content[line] ?? 0) };
    const spaces = ' '.repeat(this.lines.indent[line] ?? 0);
    report(this.context, 'WM101', span, t('A tab stands where spaces must. Indent with spaces only.'), spaces);
  }

  /** An item of a list in this column that starts like the others but for its dash. */
  reportMissingDash(line: number, column: number): void {
    const message = t('A dash is missing: each item of this list starts with `- `.');
    this.say(line, message, `${' '.repeat(column)}- ${this.contentOf(line)}`);
  }

  private say(line: number, message: string, suggestion?: string): void {
    if (this.reported.has(line) || this.lines.tabbed.has(line)) {
      return;
    }
    this.reported.add(line);
    const start = suggestion === undefined ? (this.lines.content[line] ?? 0) : this.lineStart(line);
    report(
      this.context,
      'WM101',
      { start: this.base + start, end: this.base + (this.lines.end[line] ?? start) },
      message,
      suggestion,
    );
  }

  /** Of the lines like this one that follow, more stand in its column than in the block's. */
  private standMoreIn(column: number, block: OpenBlock, line: number): boolean {
    const shape = block.kind === 'map' ? 'key' : 'dash';
    let balance = 0;
    for (let next = line + 1; next < Math.min(this.lines.count, line + LINES_THAT_TELL); next += 1) {
      const indent = this.lines.indent[next] ?? 0;
      const found = indent < 0 ? undefined : shapeAt(this.source, this.lines.content[next] ?? 0);
      if (found && (indent < Math.min(column, block.column) || (shape === 'key' && found === 'dash'))) {
        break;
      }
      if (found === shape && (indent === column || indent === block.column)) {
        balance += indent === column ? 1 : -1;
      }
    }
    return balance > 0;
  }

  /** What follows stands right when the line alone is moved. */
  private isFollowedWell(line: number, column: number, wrong: number): boolean {
    let next = line + 1;
    while (next < this.lines.count && (this.lines.indent[next] ?? 0) < 0) {
      next += 1;
    }
    const indent = this.lines.indent[next] ?? 0;
    if (next >= this.lines.count || indent <= Math.min(column, wrong)) {
      return true;
    }
    const offset = this.lines.content[line] ?? 0;
    const words = isDashAt(this.source, offset) ? this.contentOf(line).search(/[^-\s]/) : 0;
    return keyAt(this.source, this.lines.content[next] ?? 0) !== undefined && indent === column + Math.max(0, words);
  }

  private isNextContent(former: number, line: number): boolean {
    let next = former + 1;
    while (next < line && (this.lines.indent[next] ?? 0) < 0) {
      next += 1;
    }
    return next === line;
  }

  private contentOf(line: number): string {
    return this.source.slice(this.lines.content[line], this.lines.end[line]);
  }

  private lineStart(line: number): number {
    const content = this.lines.content[line] ?? 0;
    return this.source.lastIndexOf('\n', content - 1) + 1;
  }
}
