/** Letters of East Asia and pictures, which take two columns of a terminal. */
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Made when it is first needed: it takes milliseconds, which output to a file or another program saves. */
let segmenter: Intl.Segmenter | undefined;

function lettersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The longest beginning of a line that takes no more than so many columns, with an ellipsis where it had to be cut. */
export function cutToWidth(line: string, columns: number): string {
  return columnsOf(line) <= columns ? line : `${beginningOf(line, columns - 1)}…`;
}

/** Breaks a line between words, and within a word that is too long by itself, into lines of at most so many columns. */
export function wrapToWidth(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (columnsOf(joined) <= columns) {
      current = joined;
      continue;
    }
    if (current !== '') {
      lines.push(current);
    }
    current = word;
    while (columnsOf(current) > columns) {
      const beginning = beginningOf(current, columns);
      lines.push(beginning);
      current = current.slice(beginning.length);
    }
  }
  return [...lines, current];
}

function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return text.length;
  }
  let columns = 0;
  for (const { segment } of lettersOf(text)) {
    columns += columnsOfLetter(segment);
  }
  return columns;
}

/** At least one letter, so that who cuts piece by piece comes to an end. */
function beginningOf(text: string, columns: number): string {
  let end = 0;
  let left = columns;
  for (const { segment, index } of lettersOf(text)) {
    left -= columnsOfLetter(segment);
    if (left < 0 && end > 0) {
      break;
    }
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function columnsOfLetter(letter: string): number {
  return WIDE.test(letter) ? 2 : 1;
}
