import type { Grammar, Rule } from './grammar';
import { endOfDelimited } from './ruby';
import { blockComment, bracketed, interpolating, lineComment, longQuoted, nestedComment, quoted, token } from './rules';

function grammar(...code: readonly Rule[]): Grammar {
  return { modes: { code } };
}

/** Primes belong to names (`foldl'`), so a quote opens a letter only where no name stands before. */
const CHARACTER = token("'(?<![\\w']')(?:\\\\[^'\\r\\n]{1,10}|[^'\\\\\\r\\n])'");

/** `-->` and `|--` are operators; `--` followed by further dashes is a comment. */
export const HASKELL = grammar(
  nestedComment('{-', '-}'),
  lineComment('--(?<![!#$%&*+./<=>?@\\\\^|~:-]--)-*(?![!#$%&*+./<=>?@\\\\^|~:])'),
  quoted('"', { multiline: true }),
  CHARACTER,
);

export const ELM = grammar(
  nestedComment('{-', '-}'),
  lineComment('--'),
  longQuoted('"""', '"""'),
  quoted('"'),
  CHARACTER,
);

export const OCAML = grammar(
  nestedComment('(*', '*)'),
  longQuoted('\\{\\|', '|}', false),
  quoted('"', { multiline: true }),
  CHARACTER,
);

export const FSHARP = grammar(
  // `(*)` is an operator.
  token('\\(\\*\\)'),
  nestedComment('(*', '*)'),
  lineComment('\\/\\/'),
  longQuoted('"""', '"""', false),
  quoted('"', { opens: '@"', escape: '', multiline: true }),
  quoted('"', { multiline: true }),
  CHARACTER,
);

const ELIXIR_CODE: readonly Rule[] = [
  lineComment('#'),
  // `?#` and `?"` are letters.
  token('\\?(?<![\\w)\\]}]\\?)(?:\\\\.|[^\\s])'),
  longQuoted('~[A-Za-z]{1,20}"""', '"""'),
  longQuoted("~[A-Za-z]{1,20}'''", "'''"),
  { open: '~[A-Za-z]{1,20}[({\\[</|"\']', end: (text, inside) => endOfDelimited(text, inside - 1) },
  { open: '"""', enter: 'long' },
  longQuoted("'''", "'''"),
  { open: '"', enter: 'string' },
  quoted("'", { multiline: true }),
];

export const ELIXIR: Grammar = {
  modes: {
    code: ELIXIR_CODE,
    braces: bracketed(ELIXIR_CODE),
    string: interpolating('"', '#\\{', { multiline: true }),
    long: interpolating('"""', '#\\{', { multiline: true }),
  },
};

/** `$%` is a letter; a quote opens an atom. */
export const ERLANG = grammar(
  token('\\$(?:\\\\[^]|[^\\s])'),
  lineComment('%'),
  quoted('"', { multiline: true }),
  quoted("'"),
);

export const PROLOG = grammar(
  token("\\b0'(?:\\\\[^]|[^\\s])"),
  lineComment('%'),
  blockComment('\\/\\*', '*/'),
  quoted('"'),
  quoted("'"),
);

/** `\;` and `#\;` are letters. A quote mark of Lisp is no string. */
export const LISP = grammar(
  token('\\\\[^]'),
  nestedComment('#|', '|#'),
  lineComment(';'),
  quoted('"', { multiline: true }),
);
