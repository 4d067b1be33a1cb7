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
  let column = 0;
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
    const isTabbed = from === start && from < to && source.charCodeAt(from) === 9;
    if (isTabbed) {
      tabbed.add(content.length);
      from += /^\s*/.exec(source.slice(from, to))?.[0].length ?? 0;
    }
    let comment = from;
    while (comment < to && isSpace(source.charCodeAt(comment))) {
      comment += 1;
    }
    const hasContent = from < to && source.charCodeAt(comment) !== 35;
    content.push(from);
    indent.push(hasContent ? (isTabbed ? column : from - start) : NO_CONTENT);
    end.push(to);
    if (hasContent && !isTabbed) {
      column = nextColumn(source, start, from, to);
    }
    start = lineEnd + 1;
  }
  return { count: content.length, content, indent, end, tabbed };
}

/** Where a line most likely starts that was meant to follow this one: below its words, or deeper when they only name something. */
function nextColumn(source: string, start: number, from: number, to: number): number {
  let words = from;
  while (source.charCodeAt(words) === 45 && source.charCodeAt(words + 1) === 32) {
    words += 2;
  }
  return words - start + (':|>[{'.includes(source[to - 1] ?? '') ? 2 : 0);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 13 || code === 9;
}
