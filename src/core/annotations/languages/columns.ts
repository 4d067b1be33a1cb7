import type { Grammar } from './grammar';
import { blockComment, grammar, lineComment, longQuoted, ownLineComment, quoted } from './rules';

/** Languages in which the column of a sign, or the beginning of a line, makes a comment. */

const PLAIN_STRING = quoted('"', { escape: '' });
const PLAIN_SINGLE = quoted("'", { escape: '' });
const BLOCK = blockComment('\\/\\*', '*/');

/** Column one: `C`, `c`, `*`, and whatever else old compilers took; `!` anywhere. */
export const FORTRAN_FIXED: Grammar = grammar(
  lineComment('^[*]'),
  lineComment('^[cCdD](?=[ \\t*!-]|[cC]|$|\\r)'),
  // A number sign of the preprocessor is no comment, and what follows it is no string.
  lineComment('!'),
  PLAIN_STRING,
  PLAIN_SINGLE,
);

export const FORTRAN: Grammar = grammar(lineComment('!'), PLAIN_STRING, PLAIN_SINGLE);

/** Column seven; `*>` anywhere. */
export const COBOL: Grammar = grammar(
  lineComment('[*/](?<=^.{7})'),
  lineComment('\\*>'),
  lineComment('^\\*'),
  PLAIN_STRING,
  PLAIN_SINGLE,
);

/** `*` in column seven of a line with a letter for its kind in column six; `//` in free form. */
export const RPG: Grammar = grammar(lineComment('\\*(?<=^.{6}\\*)'), lineComment('\\/\\/'), PLAIN_SINGLE);

export const JCL: Grammar = grammar(lineComment('^\\/\\/\\*'));

/** `*` in column one, `"` anywhere. */
export const ABAP: Grammar = grammar(
  lineComment('^\\*'),
  PLAIN_SINGLE,
  quoted('`', { escape: '' }),
  quoted('|', { escape: '\\' }),
  lineComment('"'),
);

/** A statement that begins with `*`, up to its semicolon. */
export const SAS: Grammar = grammar(
  BLOCK,
  blockComment('%?\\*(?<=(?:^|;)[ \\t]{0,200}%?\\*)(?!\\/)', ';'),
  PLAIN_STRING,
  PLAIN_SINGLE,
);

/** `*` at the beginning of a line; `//` behind white space; strings between quotes of two kinds. */
export const STATA: Grammar = grammar(
  BLOCK,
  ownLineComment('\\*'),
  lineComment('\\/\\/(?<=(?:^|[ \\t])\\/\\/)'),
  longQuoted('`"', '"\'', false),
  PLAIN_STRING,
);

/** `*` in column one; `$ontext` … `$offtext`. */
export const GAMS: Grammar = grammar(
  {
    open: '^\\$[oO][nN][tT][eE][xX][tT]\\b',
    end(text, inside) {
      const close = /^\$offtext\b/gim;
      close.lastIndex = inside;
      return close.exec(text) ? close.lastIndex : text.length;
    },
    comment: { style: 'block', close: '$offtext' },
  },
  lineComment('^\\*'),
  PLAIN_STRING,
  PLAIN_SINGLE,
);

/** `*` at the beginning of a line; `&&` anywhere. */
export const XBASE: Grammar = grammar(
  BLOCK,
  lineComment('\\/\\/'),
  lineComment('&&'),
  ownLineComment('\\*'),
  PLAIN_STRING,
  PLAIN_SINGLE,
);

export const STAR_LINES: Grammar = grammar(lineComment('^\\*'));

/** `comment` … `;`. */
export const ALGOL: Grammar = grammar(
  blockComment("'?(?:comment|COMMENT)'?(?<=(?:^|[;\\s])'?(?:comment|COMMENT)'?)(?=[\\s\"])", ';'),
  PLAIN_STRING,
);

/** `#` at the beginning of a line, `;` behind a statement. */
export const PRAAT: Grammar = grammar(ownLineComment('#'), ownLineComment('!'), PLAIN_STRING, lineComment(';'));
