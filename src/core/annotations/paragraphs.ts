import type { Span } from '../model/span';
import { endOfLineUpTo } from '../model/lineEnds';

/** Lines of prose that belong together. */
export interface Paragraph {
  readonly span: Span;
  readonly parts: readonly Span[];
}

/**
 * The prose of a document: lines up to a blank one, to an example or to a hidden comment. A heading, and every cell of a
 * table, is a paragraph of its own, so that no message runs on into something else.
 *
 * @param gaps what is no prose (examples, hidden comments), in order
 */
export function paragraphsOf(text: string, gaps: readonly Span[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let parts: Span[] = [];
  const close = () => {
    const [first] = parts;
    const last = parts.at(-1);
    if (first && last) {
      paragraphs.push({ span: { start: first.start, end: last.end }, parts });
    }
    parts = [];
  };
  for (const line of proseLines(text, gaps)) {
    const shape = shapeOf(text, line);
    if (shape !== 'text' || line.afterGap) {
      close();
    }
    if (shape === 'text') {
      parts.push({ start: line.start, end: line.end });
    } else if (shape === 'heading') {
      parts.push({ start: line.start, end: line.end });
      close();
    } else if (shape === 'table') {
      paragraphs.push(...cellsOf(text, line));
    }
  }
  close();
  return paragraphs;
}

interface ProseLine extends Span {
  /** Something that is no prose stands between this line and the one before. */
  readonly afterGap: boolean;
}

function* proseLines(text: string, gaps: readonly Span[]): Generator<ProseLine> {
  let from = 0;
  for (const gap of [...gaps, { start: text.length, end: text.length }]) {
    let afterGap = from > 0;
    for (let at = from; at <= gap.start; afterGap = false) {
      const end = endOfLineUpTo(text, at, gap.start);
      yield { ...trimmedLine(text, at, end), afterGap };
      at = nextLine(text, end);
    }
    from = gap.end;
  }
}

function nextLine(text: string, lineEnd: number): number {
  return text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
}

function trimmedLine(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && ' \t>'.includes(text.charAt(start))) {
    start++;
  }
  while (end > start && ' \t'.includes(text.charAt(end - 1))) {
    end--;
  }
  return { start, end };
}

function shapeOf(text: string, { start, end }: Span): 'blank' | 'heading' | 'table' | 'text' {
  if (start === end) {
    return 'blank';
  }
  const letter = text.charAt(start);
  if (letter === '|') {
    return 'table';
  }
  return (letter === '#' || letter === '=') && /^(?:#{1,6}|={1,6})[ \t]/.test(text.slice(start, start + 8))
    ? 'heading'
    : 'text';
}

function cellsOf(text: string, line: Span): Paragraph[] {
  const cells: Paragraph[] = [];
  for (let at = line.start; at < line.end; ) {
    const bar = text.indexOf('|', at);
    const end = bar === -1 || bar > line.end ? line.end : bar;
    const part = trimmedLine(text, at, end);
    if (part.start < part.end) {
      cells.push({ span: part, parts: [part] });
    }
    at = end + 1;
  }
  return cells;
}
