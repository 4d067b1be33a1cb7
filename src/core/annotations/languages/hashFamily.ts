import { isDocstring } from './docstring';
import type { Grammar, Rule } from './grammar';
import {
  blockComment,
  bracketed,
  grammar,
  interpolating,
  lineComment,
  longQuoted,
  nestedComment,
  ownLineComment,
  quoted,
  token,
} from './rules';

const LINE = lineComment('#');

/** `#` behind white space or at the beginning of a line: elsewhere it is part of a word, colour or address. */
export const SPACED_HASH = lineComment('#(?<![^\\s]#)');

const STRING = quoted('"');
const LONG_STRING = quoted('"', { multiline: true });
const TRIPLE = longQuoted('"""', '"""');
const RAW_SINGLE = quoted("'", { escape: '' });

/** A string that is a comment where it documents a module, class or function. */
function documenting(string: Rule, close: string): Rule {
  return { ...string, comment: { style: 'block', close }, isComment: isDocstring };
}

export const PYTHON: Grammar = grammar(
  LINE,
  documenting(longQuoted('"""', '"""'), '"""'),
  documenting(longQuoted("'''", "'''"), "'''"),
  documenting(quoted('"'), '"'),
  documenting(quoted("'"), "'"),
);

export const GRAPHQL: Grammar = grammar(LINE, TRIPLE, quoted('"'));

export const TOML: Grammar = grammar(LINE, TRIPLE, longQuoted("'''", "'''", false), quoted('"'), RAW_SINGLE);

/** Only whole lines: what follows on a line with anything else may hold any sign. */
export const HASH_LINES: Grammar = grammar(ownLineComment('#'));

/** A `#` at the beginning of a word. */
export const HASH_WORDS: Grammar = grammar(SPACED_HASH);

/** A `#` anywhere, and no strings. */
export const HASH_ANYWHERE: Grammar = grammar(LINE);

/** A `#` outside of strings, of which there are two kinds. */
export const HASH: Grammar = grammar(LINE, TRIPLE, LONG_STRING, quoted("'", { multiline: true }));

/** A `#` outside of strings with `"`; `'` is a sign of its own. */
export const HASH_DOUBLE: Grammar = grammar(LINE, TRIPLE, LONG_STRING);

/** Words as a shell reads them, where `#` in the middle of one is a letter, but no here-documents. */
export const HASH_COMMANDS: Grammar = grammar(
  SPACED_HASH,
  token('\\\\[^]'),
  quoted('"', { opens: '"(?<![^\\s=(\\[{,:]")', multiline: true }),
  quoted("'", { opens: "'(?<![^\\s=(\\[{,:]')", escape: '', multiline: true }),
);

/** Values in quotes, else as they stand. */
export const DOTENV: Grammar = grammar(
  SPACED_HASH,
  quoted('"', { opens: '"(?<==[ \\t]{0,20}")', multiline: true }),
  quoted("'", { opens: "'(?<==[ \\t]{0,20}')", escape: '', multiline: true }),
);

/** `###` … `###`, and `/// … ///` for regular expressions. */
const COFFEE_CODE: readonly Rule[] = [
  blockComment('###(?!#)', '###'),
  LINE,
  longQuoted('"""', '"""'),
  longQuoted("'''", "'''"),
  { open: '"', enter: 'string' },
  quoted("'", { multiline: true }),
  longQuoted('`', '`'),
  longQuoted('\\/\\/\\/', '///'),
  token(
    '\\/(?<=(?:[=(,\\[:!~?&|]|\\breturn|\\bwhen|\\bif)[ \\t]{0,20}\\/)(?![\\/*])(?:[^\\/\\\\\\r\\n]|\\\\.){1,1000}\\/',
  ),
];

export const COFFEESCRIPT: Grammar = {
  modes: {
    code: COFFEE_CODE,
    braces: bracketed(COFFEE_CODE),
    string: interpolating('"', '#\\{', { multiline: true }),
  },
};

/** `#` and blocks of C. */
export const LIVESCRIPT: Grammar = grammar(
  blockComment('\\/\\*', '*/'),
  LINE,
  longQuoted("'''", "'''"),
  longQuoted('"""', '"""'),
  LONG_STRING,
  quoted("'", { multiline: true }),
  // A word may be quoted by `\` alone.
  token('\\\\\\S'),
);

export const SIEVE: Grammar = grammar(LINE, blockComment('\\/\\*', '*/'), LONG_STRING);

/** `#-` … `-#`. */
export const BERRY: Grammar = grammar(nestedComment('#-', '-#'), LINE, STRING, quoted("'"));

/** `#*` … `*#`. */
export const JAC: Grammar = grammar(blockComment('#\\*', '*#'), LINE, TRIPLE, STRING, quoted("'"));

/** `#|` … `|#`. */
export const PYRET: Grammar = grammar(nestedComment('#|', '|#'), LINE, longQuoted('```', '```'), STRING, quoted("'"));

/** `#{` … `}#`. */
export const PICOLISP: Grammar = grammar(blockComment('#\\{', '}#'), LINE, LONG_STRING);

/** `<#` … `#>`. */
export const VERSE: Grammar = grammar(nestedComment('<#', '#>'), LINE, STRING, token("'[^'\\r\\n]'"));

/** A text between back-quotes closes with as many. */
export const JANET: Grammar = grammar(LINE, LONG_STRING, {
  open: '`(?<!``)`*',
  end: (text, inside, index) => {
    const close = text.indexOf(text.slice(index, inside), inside);
    return close === -1 ? text.length : close + inside - index;
  },
});

/** `#'(' … ')'`, and documentation between `=begin` and `=end`. */
export const RAKU: Grammar = grammar(
  { ...blockComment('^=begin\\b', '\n=end'), comment: { style: 'block', close: '=end' } },
  blockComment('#[`|=]\\(', ')'),
  blockComment('#[`|=]\\{', '}'),
  blockComment('#[`|=]\\[', ']'),
  blockComment('#[`|=]«', '»'),
  LINE,
  LONG_STRING,
  quoted("'", { opens: "'(?<![\\w-]')", multiline: true }),
);

/** `#` outside of addresses in angle brackets, and of strings. */
export const SPARQL: Grammar = grammar(
  token('<[^<>\\s"]{0,1000}>'),
  LINE,
  TRIPLE,
  longQuoted("'''", "'''"),
  quoted('"'),
  quoted("'"),
);

const JQ_CODE: readonly Rule[] = [LINE, { open: '"', enter: 'string' }];

export const JQ: Grammar = {
  modes: {
    code: JQ_CODE,
    braces: bracketed(JQ_CODE, '(', ')'),
    string: interpolating('"', '\\\\\\(', { multiline: true }),
  },
};

/** A cell that begins with `#`: cells are two spaces or a tab apart. */
export const ROBOT: Grammar = grammar(lineComment('#(?<=(?:^|[ \\t|]{2}|\\t)#)'), ownLineComment('#'));

/** `"""` … `"""` is the text of a step. */
export const GHERKIN: Grammar = grammar(TRIPLE, longQuoted('```', '```', false), ownLineComment('#'));

/** `dnl`, also in the middle of a line. */
export const M4: Grammar = grammar(lineComment('dnl(?<=\\bdnl)(?![A-Za-z0-9_])'), SPACED_HASH);

/** `#`, blocks of C, and strings in which `$\"` is a quote. */
export const NSIS: Grammar = grammar(
  blockComment('\\/\\*', '*/'),
  lineComment(';'),
  SPACED_HASH,
  token('\\$\\\\.'),
  quoted('"', { escape: '' }),
  quoted("'", { opens: "'(?<![\\w]')", escape: '' }),
  quoted('`', { escape: '' }),
);

/** `"""` … `"""` and `|md` … `|` are texts. */
export const D2: Grammar = grammar(
  blockComment('"""', '"""'),
  SPACED_HASH,
  longQuoted('\\|[`|]{0,3}md\\b', '|'),
  STRING,
  quoted("'"),
);

/** `m%"` … `"%`. */
export const NICKEL: Grammar = grammar(LINE, longQuoted('m%"', '"%', false), LONG_STRING);

/** `#` within C's code, and C's own comments. */
export const RAGEL: Grammar = grammar(
  lineComment('\\/\\/'),
  blockComment('\\/\\*', '*/'),
  ownLineComment('#(?=[ \\t])'),
  token('\\[(?:[^\\]\\\\\\r\\n]|\\\\.){0,200}\\]'),
  quoted('"'),
  quoted("'"),
);
