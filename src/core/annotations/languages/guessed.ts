import type { Language } from './language';
import { grammar, lineComment } from './rules';

/** For texts of which nothing is known: only signs that begin a line or stand behind white space, and before a space or letter. */
export const UNKNOWN: Language = {
  name: 'Unknown',
  grammar: grammar(lineComment('(?<![^\\s])(?:(?:\\/\\/|#|;)(?=[ \\tA-Za-z@[])|--(?=[ \\t]))')),
  guessed: true,
};

const LOOKED_AT = 20_000;

/** Letters of a line, on average, above which a text was not typed. */
const LONGEST_LINES = 300;

/**
 * Whether a text of an unknown language may hold comments at all: control characters are signs of a program's own format, and
 * a few endless lines of one that packs.
 */
export function isWrittenByPeople(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  let control = 0;
  let lines = 1;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === 10 || code === 13) {
      lines++;
    } else if ((code < 32 && code !== 9 && code !== 12 && code !== 27) || code === 0xfffd) {
      control++;
    }
  }
  return control === 0 && head.length / lines <= LONGEST_LINES;
}
