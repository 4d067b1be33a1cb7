import type { Grammar, Rule } from './grammar';
import { lineComment, longQuoted, quoted } from './rules';

const LINE = lineComment('#');

/** `#` behind white space or at the beginning of a line: elsewhere it is part of a word, colour or address. */
export const SPACED_HASH = lineComment('#(?<![^\\s]#)');

function grammar(...code: readonly Rule[]): Grammar {
  return { modes: { code } };
}

/** Docstrings are strings: what they hold is documentation of the program, and no note about work. */
export const PYTHON = grammar(LINE, longQuoted('"""', '"""'), longQuoted("'''", "'''"), quoted('"'), quoted("'"));

export const GRAPHQL = grammar(LINE, longQuoted('"""', '"""'), quoted('"'));

export const TOML = grammar(
  LINE,
  longQuoted('"""', '"""'),
  longQuoted("'''", "'''", false),
  quoted('"'),
  quoted("'", { escape: '' }),
);
