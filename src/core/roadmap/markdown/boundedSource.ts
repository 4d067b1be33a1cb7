/** Longer lines are no roadmap's; what stands behind is not read. */
export const LONGEST_LINE = 2000;

/** Deeper indentation than nested lists of any use have. */
const DEEPEST_INDENT = 250;

/** Lines of one paragraph. */
const LONGEST_PARAGRAPH = 500;

/**
 * The text with everything replaced that would cost the Markdown parser the square of its length: ends of endless lines,
 * endless indentation, endless paragraphs. Offsets stay. Ordinary files come back as they are.
 */
export function boundedSource(source: string): string {
  const parts: string[] = [];
  let copied = 0;
  let paragraphLines = 0;
  const fill = (from: number, to: number, filler: string) => {
    parts.push(source.slice(copied, from), filler.repeat(to - from));
    copied = to;
  };
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    paragraphLines = continuesParagraph(source, start, end) ? paragraphLines + 1 : 0;
    if (paragraphLines > LONGEST_PARAGRAPH) {
      fill(start, end, ' ');
      paragraphLines = 0;
    } else if (end - start > DEEPEST_INDENT) {
      if (source.slice(start, start + DEEPEST_INDENT).trim() === '') {
        fill(start, end, ' ');
      } else if (end - start > LONGEST_LINE) {
        // Letters, since spaces at a line's end cost the square too.
        fill(start + LONGEST_LINE, end, 'x');
      }
    }
    start = end + 1;
  }
  return parts.length === 0 ? source : parts.join('') + source.slice(copied);
}

/** Lines that start something (a list item, heading, table row, fence, rule) or are empty end a paragraph, in a quotation too. */
function continuesParagraph(source: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && ' \t\r>'.includes(source[at] ?? '')) {
    at += 1;
  }
  const words = source.slice(at, Math.min(end, at + LONGEST_RULE));
  return words !== '' && !STARTS_SOMETHING.test(words) && !(end - at < LONGEST_RULE && RULE.test(words));
}

const STARTS_SOMETHING = /^(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\||```|~~~)/;

/** A line of three signs of one kind or more, or one that makes the line above a heading. */
const RULE = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|-+\s*|=+\s*)$/;

const LONGEST_RULE = 200;
