/** Longer lines are no roadmap's; what stands behind is not read. */
export const LONGEST_LINE = 2000;

/** Deeper indentation than nested lists of any use have. */
const DEEPEST_INDENT = 250;

/** Lines of one paragraph. */
const LONGEST_PARAGRAPH = 500;

/**
 * The text with everything replaced that would cost the Markdown parser the square of its length, ends of endless lines,
 * endless indentation, endless paragraphs, and what it does not know as people write it. Offsets stay. Ordinary files come
 * back as they are.
 */
export function boundedSource(source: string): string {
  const parts: string[] = [];
  let copied = 0;
  let paragraphLines = 0;
  let inDefinition = false;
  const fill = (from: number, to: number, filler: string) => {
    parts.push(source.slice(copied, from), filler.repeat(to - from));
    copied = to;
  };
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    const words = firstWords(source, start, end);
    if (continuesParagraph(words, inDefinition ? INTERRUPTS : STARTS_SOMETHING)) {
      paragraphLines += 1;
    } else {
      paragraphLines = 0;
      inDefinition = false;
    }
    inDefinition ||= OPENS_DEFINITION.test(words);
    const bar = end - start <= LONGEST_LINE ? barBeforeSpace(source, start, end) : -1;
    if (bar >= 0) {
      // The parser takes the line below a table's header for one only when nothing stands behind its last bar.
      parts.push(source.slice(copied, bar), '-'.repeat(end - bar - 1), '|');
      copied = end;
    } else if (paragraphLines > LONGEST_PARAGRAPH) {
      fill(start, end, ' ');
      paragraphLines = 0;
      inDefinition = false;
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

/** Where the last bar of a line such as `|---|---| ` stands, with space behind it; -1 for any other line. */
function barBeforeSpace(source: string, start: number, end: number): number {
  const last = source[end - 1];
  if (last !== ' ' && last !== '\t') {
    return -1;
  }
  const line = source.slice(start, end).trimEnd();
  return line.endsWith('|') && line.includes('-') && /^[-:| \t]+$/.test(line) ? start + line.length - 1 : -1;
}

/** The beginning of a line, without indentation and signs of quotation. */
function firstWords(source: string, start: number, end: number): string {
  let at = start;
  while (at < end && ' \t\r>'.includes(source[at] ?? '')) {
    at += 1;
  }
  return source.slice(at, Math.min(end, at + LONGEST_RULE));
}

/** Lines that start something or are empty end a paragraph, in a quotation too. */
function continuesParagraph(words: string, startsSomething: RegExp): boolean {
  return words !== '' && !startsSomething.test(words) && !(words.length < LONGEST_RULE && RULE.test(words));
}

/** A list item, heading, table row or fence; some only where a list or table is open. */
const STARTS_SOMETHING = /^(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\||```|~~~)/;

/** What ends a paragraph wherever it stands. */
const INTERRUPTS = /^(?:[-*+]\s+\S|1[.)]\s+\S|#{1,6}\s|```|~~~)/;

/** `[name]: address`, also in a list. As long as its paragraph may belong to it, the parser reads all of it for each line. */
const OPENS_DEFINITION = /^(?:(?:[-*+]|\d{1,9}[.)])\s+)*\[[^\]]*(?:$|\]:)/;

/** A line of three signs of one kind or more, or one that makes the line above a heading. */
const RULE = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|-+\s*|=+\s*)$/;

const LONGEST_RULE = 200;
