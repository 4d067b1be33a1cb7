import type { Grammar, Rule } from './grammar';
import { endOfDelimited } from './ruby';
import {
  blockComment,
  bracketed,
  grammar,
  interpolating,
  lineComment,
  longQuoted,
  nestedComment,
  quoted,
  token,
} from './rules';

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

/** `@doc """`, `@moduledoc ~S"""`, `@typedoc "…"`: what documents the program is a comment in all but the sign. */
const DOCUMENTATION: readonly Rule[] = [
  {
    ...longQuoted('@(?:module|type|short)?doc[ \\t]{1,20}(?:~[A-Za-z])?"""', '"""'),
    comment: { style: 'block', close: '"""' },
  },
  {
    ...quoted('"', { opens: '@(?:module|type|short)?doc[ \\t]{1,20}"(?!"")', multiline: true }),
    comment: { style: 'block', close: '"' },
  },
];

const ELIXIR_CODE: readonly Rule[] = [
  lineComment('#'),
  ...DOCUMENTATION,
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

/** As {@link LISP}; `#` begins a comment too. */
export const NEWLISP: Grammar = grammar(
  longQuoted('\\[text\\]', '[/text]', false),
  lineComment(';'),
  lineComment('#(?<=(?:^|\\s)#)'),
  quoted('"', { multiline: true }),
);

/** `?;` and `?"` are letters. */
export const EMACS_LISP: Grammar = grammar(
  token("\\?(?<=[\\s(\\['`,]\\?)(?:\\\\[^]|[^\\s])"),
  lineComment(';'),
  quoted('"', { multiline: true }),
  token('\\\\[^]'),
);

const LITERATE_CODE = HASKELL.modes.code ?? [];

/** A document of LaTeX, or of lines that begin with `>`, around code. */
export const LITERATE: Grammar = grammar(token('\\\\[^\\r\\n]'), lineComment('%'), ...LITERATE_CODE.slice(0, 2));
