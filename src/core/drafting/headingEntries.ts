/** A heading outside of examples, or a line that is none. */
export interface DocumentLine {
  readonly text: string;
  /** 0: it is no heading. */
  readonly level: number;
  /** Of a heading. */
  readonly words: string;
}

/** The lines of a Markdown text with their headings; those in fenced examples are none. */
export function documentLines(text: string): readonly DocumentLine[] {
  let fence: string | undefined;
  return text.split(/\r?\n/).map((line) => {
    const [, sign] = /^ {0,3}(```|~~~)/.exec(line) ?? [];
    if (sign !== undefined && (fence === undefined || fence === sign)) {
      fence = fence === undefined ? sign : undefined;
    }
    const [, signs = '', words = ''] = (fence === undefined && /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)) || [];
    return { text: line, level: signs.length, words };
  });
}

const ENTRY = /^\s*(?:[-*+]|\d{1,9}[.)]|\|)\s*\S/;

/**
 * The text with an entry of a list in place of each heading below the title that holds nothing but prose: as a heading it is a
 * part of a text, but in a plan it is what is planned.
 */
export function headingsAsEntries(lines: readonly DocumentLine[]): string {
  const next = (from: number) => {
    const at = lines.findIndex(({ level }, index) => index > from && level > 0);
    return at < 0 ? lines.length : at;
  };
  let isInEntry = false;
  return lines
    .map(({ text, level, words }, index) => {
      if (level === 0) {
        return isInEntry && text.trim() !== '' ? `  ${text}` : text;
      }
      const end = next(index);
      const holdsMore =
        (lines[end]?.level ?? 0) > level || lines.slice(index + 1, end).some((line) => ENTRY.test(line.text));
      isInEntry = level > 1 && !holdsMore;
      return isInEntry ? `- ${words}` : text;
    })
    .join('\n');
}
