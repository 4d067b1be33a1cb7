import { t } from '../../words/t';
import { type ReadContext, report } from '../readContext';
import { emptyAt, type ScalarNode, type ValueNode } from '../valueNode';
import type { Aliases } from './aliases';
import { BrokenFlow } from './brokenFlow';
import { isPlaceholder } from './flowCursor';
import { readBrokenScalar } from './brokenScalar';
import { type LibraryReading, readWithLibrary } from './library';
import { isDeeper, type Lines, NO_CONTENT } from './lines';
import { isDashAt, keyAt, skipSpaces } from './lineStarts';
import { namesList } from './wordLines';

interface Unit {
  readonly value: ValueNode | undefined;
  /** The first line that is no part of it. */
  readonly nextLine: number;
}

/**
 * Reads the value of one entry that is more than a word on its line: with the library where it is right YAML, else line by line
 * as it was most likely meant, with a problem.
 */
export class UnitReader {
  /** Letters that may yet be given to the library in vain, so that a file full of mistakes takes no time by the square. */
  private left: number;

  constructor(
    private readonly context: ReadContext,
    private readonly source: string,
    private readonly base: number,
    private readonly lines: Lines,
    private readonly aliases: Aliases,
  ) {
    this.left = 4 * source.length + 20_000;
  }

  /**
   * @param column the entry's; all that belongs to it is indented deeper
   * @param start where the entry begins, with its dash or key
   * @param after behind the dash or colon
   */
  read(line: number, column: number, start: number, after: number): Unit {
    const offset = this.valueAfter(line, column, after);
    const isPlain = !/["'[{|>&*!]/.test(this.source[offset] ?? '');
    const all = this.endOf(line, column, isPlain);
    const attempt = this.attempt(line, all, column, start);
    if (attempt && !attempt.isBroken) {
      return this.taken(attempt, start, all);
    }
    if (attempt && /^[|>][-+\d]*(?:\s|$)/.test(this.source.slice(offset, offset + 10))) {
      return this.taken({ ...attempt, problems: attempt.problems.slice(0, 1) }, start, all);
    }
    if ('[{'.includes(this.source[offset] ?? '-') && !isPlaceholder(this.source, offset)) {
      return this.readFlow(offset, all);
    }
    const words = isPlain ? all : this.endOf(line, column, true);
    const lesser = words < all ? this.attempt(line, words, column, start) : attempt;
    if (lesser && !lesser.isBroken) {
      return this.taken(lesser, start, words);
    }
    const before = this.context.problems.length;
    const value = this.readWords(offset, words);
    if (this.context.problems.length === before) {
      this.context.problems.push(...(lesser?.problems.slice(0, 1) ?? []));
    }
    return { value, nextLine: words };
  }

  /** The line and all below it as the library reads them; undefined: that is not right YAML, and nothing is reported. */
  readWhole(line: number, column: number, offset: number): Unit | undefined {
    if (
      /^[\p{L}\p{N}]/u.test(this.source.slice(offset, offset + 2)) &&
      !this.source.slice(offset, this.lines.end[line]).includes(':')
    ) {
      return undefined;
    }
    const nextLine = this.endOf(line, column, false);
    const attempt = this.attempt(line, nextLine, column, offset);
    return attempt && !attempt.isBroken ? { value: attempt.value, nextLine } : undefined;
  }

  /** A line of words between others that is not even the name of a list. */
  isLoneWord(line: number): boolean {
    const offset = this.lines.content[line] ?? 0;
    const isStructured = isDashAt(this.source, offset) || keyAt(this.source, offset) !== undefined;
    return !isStructured && !namesList(this.source.slice(offset, this.lines.end[line]));
  }

  /** Where the value begins, on this line or a later one. */
  private valueAfter(line: number, column: number, after: number): number {
    const end = this.lines.end[line] ?? after;
    const offset = skipSpaces(this.source, after, end);
    if (offset < end && this.source[offset] !== '#') {
      return offset;
    }
    for (let next = line + 1; next < this.lines.count && isDeeper(this.source, this.lines, next, column); next += 1) {
      if (this.lines.indent[next] !== NO_CONTENT) {
        return this.lines.content[next] ?? end;
      }
    }
    return end;
  }

  /** The first line that is no part of it; `isPlain`: words go no further than to the next field or item. */
  private endOf(line: number, column: number, isPlain: boolean): number {
    let next = line + 1;
    while (
      next < this.lines.count &&
      isDeeper(this.source, this.lines, next, column) &&
      !(isPlain && this.isField(next))
    ) {
      next += 1;
    }
    return next;
  }

  private isField(line: number): boolean {
    let offset = this.lines.content[line] ?? 0;
    if (this.lines.indent[line] === NO_CONTENT) {
      return false;
    }
    while (isDashAt(this.source, offset)) {
      offset = skipSpaces(this.source, offset + 1, this.source.length);
    }
    return keyAt(this.source, offset) !== undefined;
  }

  private taken({ value, problems }: LibraryReading, start: number, nextLine: number): Unit {
    this.context.problems.push(...problems);
    return { value: valueIn(this.source, value, start), nextLine };
  }

  /** undefined: too much was given to the library in vain. */
  private attempt(line: number, nextLine: number, column: number, start: number): LibraryReading | undefined {
    const end = this.startOf(nextLine);
    if (end - start > this.left && nextLine > line + 1) {
      return undefined;
    }
    const piece = ' '.repeat(column) + this.source.slice(start, end);
    const reading = readWithLibrary(this.context, piece, this.base + start - column, this.aliases);
    if (reading.isBroken) {
      this.left -= end - start;
    }
    return reading;
  }

  private readFlow(offset: number, nextLine: number): Unit {
    const limit = this.startOf(nextLine);
    const { value, end } = new BrokenFlow(this.context, this.source, this.base, 'yaml', limit).read(offset);
    let line = this.lineOf(end);
    const lineEnd = this.lines.end[line] ?? end;
    const rest = skipSpaces(this.source, end, lineEnd);
    if (rest < lineEnd && end > (this.lines.content[line] ?? 0) && this.source[rest] !== '#') {
      const span = { start: this.base + rest, end: this.base + lineEnd };
      report(this.context, 'WM101', span, t('Nothing may stand behind the closing bracket. Remove this.'));
    }
    line += end > (this.lines.content[line] ?? 0) ? 1 : 0;
    return { value, nextLine: Math.max(line, this.lineOf(offset) + 1) };
  }

  /** Words that are no YAML on the first line, and the words below them. */
  private readWords(offset: number, nextLine: number): ValueNode {
    const line = this.lineOf(offset);
    const lineEnd = this.lines.end[line] ?? offset;
    if (offset >= lineEnd) {
      return emptyAt(this.base + offset);
    }
    const first = readBrokenScalar(this.context, this.source, this.base, offset, lineEnd);
    let { text, span } = first;
    for (let next = line + 1; next < nextLine; next += 1) {
      if (this.lines.indent[next] !== NO_CONTENT) {
        const end = this.lines.end[next] ?? 0;
        text += ` ${this.source.slice(this.lines.content[next], end)}`;
        span = { start: span.start, end: this.base + end };
      }
    }
    const whole: ScalarNode = { kind: 'scalar', text, span, inner: span };
    return text === first.text ? first : whole;
  }

  /** Where a line begins, its indentation included; the text's end behind the last one. */
  private startOf(line: number): number {
    const content = line < this.lines.count ? (this.lines.content[line] ?? 0) : 0;
    return content === 0 ? this.source.length : this.source.lastIndexOf('\n', content - 1) + 1;
  }

  /** The line in which an offset lies. */
  private lineOf(offset: number): number {
    let low = 0;
    let high = this.lines.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines.end[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, this.lines.count - 1);
  }
}

/** What the library read as one entry is its value; `<<` is gone there, and what it brought stands in its place. */
function valueIn(source: string, node: ValueNode | undefined, start: number): ValueNode | undefined {
  if (node?.kind === 'list') {
    return node.items[0];
  }
  return node?.kind === 'map' && !source.startsWith('<<', start) ? node.entries[0]?.value : node;
}
