import { isDashAt, keyAt } from './lineStarts';

/** A text cut into lines. Arrays of numbers, since a large file has many. */
export interface Lines {
  readonly count: number;
  /** Offset of each line's first character that is no space. */
  readonly content: readonly number[];
  /** Spaces before it; {@link NO_CONTENT} for empty lines and comments, which stand in no structure. */
  readonly indent: readonly number[];
  /** Offset behind the last character that is no space. */
  readonly end: readonly number[];
  /** Lines that a tab indents; their indentation is a guess. */
  readonly tabbed: ReadonlySet<number>;
}

export const NO_CONTENT = -1;

export function cutIntoLines(source: string): Lines {
  const content: number[] = [];
  const indent: number[] = [];
  const end: number[] = [];
  const tabbed = new Set<number>();
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const lineEnd = newline < 0 ? source.length : newline;
    let from = start;
    while (from < lineEnd && source.charCodeAt(from) === 32) {
      from += 1;
    }
    let to = lineEnd;
    while (to > from && isSpace(source.charCodeAt(to - 1))) {
      to -= 1;
    }
    if (from < to && source.charCodeAt(from) === 9) {
      tabbed.add(content.length);
      while (isSpace(source.charCodeAt(from))) {
        from += 1;
      }
    }
    content.push(from);
    indent.push(from < to && source.charCodeAt(from) !== 35 ? from - start : NO_CONTENT);
    end.push(to);
    start = lineEnd + 1;
  }
  const lines = { count: content.length, content, indent, end, tabbed };
  guessIndents(source, lines);
  return lines;
}

/** The line belongs to what stands in this column, by its indentation. A closing bracket may stand in the column itself. */
export function isDeeper(source: string, { indent, content }: Lines, line: number, column: number): boolean {
  const own = indent[line] ?? NO_CONTENT;
  const first = source[content[line] ?? 0];
  return own === NO_CONTENT || own > column || (own === column && (first === ']' || first === '}'));
}

/** Gives the lines that a tab indents the column in which they were most likely meant to stand. */
function guessIndents(source: string, lines: Lines & { readonly indent: number[] }): void {
  if (lines.tabbed.size === 0) {
    return;
  }
  const dashColumns = new Set<number>();
  const keyColumns = new Set<number>();
  let former: number | undefined;
  /** Where the text of several lines stands that the former line starts. */
  let textColumn: number | undefined;
  for (let line = 0; line < lines.count; line += 1) {
    const offset = lines.content[line] ?? 0;
    const indent = lines.indent[line] ?? NO_CONTENT;
    if (indent === NO_CONTENT) {
      continue;
    }
    const spaces = lines.tabbed.has(line) ? spacesBefore(source, offset - indent) : indent;
    if (
      former !== undefined &&
      startsText(source, lines.end[former] ?? 0) &&
      (textColumn ?? spaces) <= spaces &&
      spaces > (lines.indent[former] ?? 0)
    ) {
      textColumn ??= spaces;
      lines.indent[line] = spaces;
      continue;
    }
    textColumn = undefined;
    if (lines.tabbed.has(line)) {
      lines.indent[line] = likelyColumn(source, lines, line, former, dashColumns, keyColumns);
    }
    const words = dashLength(source, offset);
    if (isDashAt(source, offset)) {
      dashColumns.add(lines.indent[line] ?? 0);
    }
    if (keyAt(source, offset + words)) {
      // The column of the last key is the last of the set.
      keyColumns.delete((lines.indent[line] ?? 0) + words);
      keyColumns.add((lines.indent[line] ?? 0) + words);
    }
    former = line;
  }
}

/** A line that ends here has the sign of a text of several lines at its end: `description: |`. */
function startsText(source: string, end: number): boolean {
  return /: [|>][-+\d]{0,2}$/.test(source.slice(Math.max(0, end - 5), end));
}

function spacesBefore(source: string, start: number): number {
  let at = start;
  while (source.charCodeAt(at) === 32) {
    at += 1;
  }
  return at - start;
}

/** As the line before or behind it says: below its words, deeper when they only name something. */
function likelyColumn(
  source: string,
  { content, indent, end, tabbed, count }: Lines,
  line: number,
  former: number | undefined,
  dashColumns: ReadonlySet<number>,
  keyColumns: ReadonlySet<number>,
): number {
  const at = content[line] ?? 0;
  const words = former === undefined ? 0 : (indent[former] ?? 0) + dashLength(source, content[former] ?? 0);
  const opens = former !== undefined && ':[{'.includes(source[(end[former] ?? 0) - 1] ?? '');
  if (isDashAt(source, at) && keyAt(source, at + dashLength(source, at)) === undefined) {
    const isAfterDash = former !== undefined && isDashAt(source, content[former] ?? 0);
    return isAfterDash ? (indent[former] ?? 0) : words + 2;
  }
  const next = nextStated(indent, tabbed, line, count);
  const nextColumn = next === undefined ? undefined : indent[next];
  const nextOffset = content[next ?? 0] ?? 0;
  if (nextColumn !== undefined && isDashAt(source, at)) {
    const column = isDashAt(source, nextOffset) ? nextColumn : nextColumn - dashLength(source, at);
    if (opens ? column >= words : dashColumns.has(column)) {
      return column;
    }
  } else if (opens && nextColumn !== undefined && nextColumn > words && keyAt(source, nextOffset)) {
    return nextColumn;
  } else if (
    !opens &&
    nextColumn !== undefined &&
    source.charCodeAt((end[line] ?? 0) - 1) === 58 &&
    keyAt(source, nextOffset)
  ) {
    // The name of what stands below it.
    return nearestBelow(keyColumns, nextColumn);
  } else if (!opens && keyAt(source, at) && !keyColumns.has(words) && nextColumn !== undefined) {
    // Behind a text of several lines.
    return keyColumns.has(nextColumn) ? nextColumn : (lastOf(keyColumns) ?? words);
  }
  return opens ? words + 2 : words - (isDashAt(source, at) ? words - nearestBelow(dashColumns, words) : 0);
}

function nextStated(
  indent: readonly number[],
  tabbed: ReadonlySet<number>,
  line: number,
  count: number,
): number | undefined {
  for (let next = line + 1; next < count; next += 1) {
    if (indent[next] !== NO_CONTENT) {
      return tabbed.has(next) ? undefined : next;
    }
  }
  return undefined;
}

function lastOf(columns: ReadonlySet<number>): number | undefined {
  let last: number | undefined;
  for (const column of columns) {
    last = column;
  }
  return last;
}

function nearestBelow(columns: ReadonlySet<number>, limit: number): number {
  return [...columns].reduce((best, column) => (column < limit ? Math.max(best, column) : best), 0);
}

/** Of all dashes and spaces before the words. */
function dashLength(source: string, offset: number): number {
  let at = offset;
  while (isDashAt(source, at) && source.charCodeAt(at + 1) === 32) {
    at += 1;
    while (source.charCodeAt(at) === 32) {
      at += 1;
    }
  }
  return at - offset;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 13 || code === 9;
}
