import type { Language } from './language';
import { lineComment } from './rules';

/** For texts of which nothing is known: only signs that begin a line or stand behind white space, and before a space or letter. */
export const UNKNOWN: Language = {
  name: 'Unknown',
  extensions: [],
  grammar: { modes: { code: [lineComment('(?<![^\\s])(?:(?:\\/\\/|#|;)(?=[ \\tA-Za-z@[])|--(?=[ \\t]))')] } },
  guessed: true,
};
