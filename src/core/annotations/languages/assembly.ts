import type { Grammar } from './grammar';
import { blockComment, grammar, lineComment, quoted, token } from './rules';

/**
 * The assemblers of all machines, which share their file names: `;` and C's comments anywhere; `#`, `@` and `!` only with
 * white space on both sides, because `#1` is a number and `@x` a name elsewhere; `*` and `|` only at the beginning of a line.
 */
export const ASSEMBLY: Grammar = grammar(
  lineComment(';'),
  lineComment('\\/\\/'),
  blockComment('\\/\\*', '*/'),
  lineComment('[#@!](?<=(?:^|[ \\t])[#@!])(?=[ \\t\\r\\n])'),
  lineComment('^##+'),
  lineComment('^[*|](?=[ \\t*|-])'),
  quoted('"'),
  // A lone quote before a letter is the letter's number.
  token("'(?:[^'\\r\\n]{1,200})'"),
);

/** Listings in which `#` begins a comment anywhere. */
export const HASH_ASSEMBLY: Grammar = grammar(lineComment('#'), quoted('"'), token("'(?:\\\\.|[^'\\r\\n])'"));
