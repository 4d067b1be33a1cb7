import type { Grammar } from './grammar';
import { blockComment, grammar, lineComment, longQuoted, nestedComment, quoted, token } from './rules';

/** Languages whose comments are `(* … *)`, which nest. */

const NESTED = nestedComment('(*', '*)');

/** Primes belong to names (`x'`), so a quote opens a letter only where no name stands before. */
const CHARACTER = token("'(?<![\\w']')(?:\\\\[^'\\r\\n]{1,10}|[^'\\\\\\r\\n])'");

export const OCAML: Grammar = grammar(
  NESTED,
  longQuoted('\\{\\|', '|}', false),
  {
    open: '\\{[a-z_]{1,20}\\|',
    end(text, inside, index) {
      const close = `|${text.slice(index + 1, inside - 1)}}`;
      const at = text.indexOf(close, inside);
      return at === -1 ? text.length : at + close.length;
    },
  },
  quoted('"', { multiline: true }),
  CHARACTER,
);

/** Standard ML, Isabelle, Mathematica. */
export const ML: Grammar = grammar(NESTED, quoted('"', { multiline: true }));

/** A quote is doubled in strings. */
export const ROCQ: Grammar = grammar(NESTED, quoted('"', { escape: '', multiline: true }));

/** With `//`. */
export const FSHARP: Grammar = grammar(
  // `(*)` is an operator.
  token('\\(\\*\\)'),
  NESTED,
  lineComment('\\/\\/'),
  longQuoted('"""', '"""', false),
  quoted('"', { opens: '@"', escape: '', multiline: true }),
  quoted('"', { multiline: true }),
  CHARACTER,
);

/** With `//` and blocks of C; what follows `////` is left out. */
export const ATS: Grammar = grammar(
  { open: '\\/{4}', end: (text) => text.length, comment: { style: 'block' } },
  NESTED,
  lineComment('\\/\\/'),
  blockComment('\\/\\*', '*/'),
  quoted('"', { multiline: true }),
  CHARACTER,
);

/** C's comments with strings of OCAML: Reason, ReScript. */
export const REASON: Grammar = grammar(
  lineComment('\\/\\/'),
  nestedComment('/*', '*/'),
  longQuoted('\\{\\|', '|}', false),
  quoted('"', { multiline: true }),
  quoted('`', { multiline: true }),
  CHARACTER,
);

/** With regular expressions between slashes. */
export const AUGEAS: Grammar = grammar(
  NESTED,
  quoted('"', { multiline: true }),
  token('\\/(?<=[=(.|][ \\t\\n]{0,20}\\/)(?:[^\\/\\\\\\r\\n]|\\\\.){1,1000}\\/'),
);
