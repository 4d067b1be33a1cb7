import type { Grammar, Rule } from './grammar';
import { blockComment, grammar, lineComment, longQuoted, nestedComment, ownLineComment, quoted, token } from './rules';

/** Languages whose comments are `//` or slash and star, and which are no close kin of C. */

const LINE = lineComment('\\/\\/');
const BLOCK = blockComment('\\/\\*', '*/');
const NESTED = nestedComment('/*', '*/');
const HASH = lineComment('#');
const STRING = quoted('"');
const SINGLE = quoted("'");
const PLAIN_STRING = quoted('"', { escape: '' });
const PLAIN_SINGLE = quoted("'", { escape: '' });
const LONG_STRING = quoted('"', { multiline: true });
const RAW_TICKS = quoted('`', { escape: '', multiline: true });

/** One letter in quotes; a lone quote is a prime or opens a symbol. */
const CHARACTER = token("'(?:\\\\[^'\\r\\n]{1,12}|[^'\\\\\\r\\n])'");

/** `//` only, and one-line strings; a quote is doubled in them. */
export const SLASHES: Grammar = grammar(LINE, PLAIN_STRING);

/** `//` only, and strings with `\`, over several lines too. */
export const SLASHES_LONG: Grammar = grammar(LINE, longQuoted('"""', '"""'), LONG_STRING);

/** C's comments where only `"` opens a string, because `'` is a sign of its own. */
export const C_DOUBLE: Grammar = grammar(LINE, BLOCK, STRING);

/** C's comments, with strings in which `\` is a letter. */
export const C_PLAIN: Grammar = grammar(LINE, BLOCK, PLAIN_STRING, PLAIN_SINGLE);

/** Only block comments. */
export const C_BLOCKS: Grammar = grammar(BLOCK, STRING, SINGLE);

/** C's comments, and `#` to the end of the line. */
export const C_AND_HASH: Grammar = grammar(LINE, BLOCK, HASH, STRING, SINGLE);

/** C's comments, and `#` where it has the line to itself. */
export const C_AND_HASH_LINES: Grammar = grammar(LINE, BLOCK, ownLineComment('#(?=[ \\t#!])'), STRING, SINGLE);

/** C's comments, and `--` to the end of the line. */
export const C_AND_DASHES: Grammar = grammar(LINE, BLOCK, lineComment('--'), PLAIN_STRING, PLAIN_SINGLE);

/** Blocks nest; `'` may be a prime; strings go on over lines. */
export const C_NESTED: Grammar = grammar(LINE, NESTED, longQuoted('"""', '"""'), LONG_STRING, CHARACTER);

/** As {@link C_NESTED}, with text between back-quotes. */
export const C_NESTED_TICKS: Grammar = grammar(LINE, NESTED, LONG_STRING, RAW_TICKS, CHARACTER);

/** Blocks nest; strings with either quote go on over lines; a letter stands between back-quotes. */
export const V: Grammar = grammar(LINE, NESTED, LONG_STRING, quoted("'", { multiline: true }), quoted('`'));

/** C's comments in a text that is read by people, where quotes open nothing and addresses have slashes. */
export const C_IN_PROSE: Grammar = grammar(lineComment('\\/\\/(?<!:\\/\\/)'), BLOCK, blockComment('<!--', '-->'));

/** Sets of letters (`["']`) are no strings: ANTLR, PEG. */
export const C_WITH_SETS: Grammar = grammar(
  LINE,
  BLOCK,
  token('\\[(?:[^\\]\\\\\\r\\n]|\\\\.){0,1000}\\]'),
  STRING,
  SINGLE,
);

/** C's comments, and a regular expression where a value begins: YARA, Lark. */
export const C_WITH_PATTERNS: Grammar = grammar(
  LINE,
  BLOCK,
  STRING,
  token('\\/(?<=[=(|:,~][ \\t]{0,20}\\/)(?![\\/*])(?:[^\\/\\\\\\r\\n]|\\\\.){1,1000}\\/'),
);

/** `~/…/` is a regular expression. */
export const HAXE: Grammar = grammar(
  token('~\\/(?:[^\\/\\\\\\r\\n]|\\\\.){1,1000}\\/'),
  LINE,
  BLOCK,
  LONG_STRING,
  quoted("'", { multiline: true }),
);

export const BALLERINA: Grammar = grammar(LINE, STRING, RAW_TICKS);

export const FANTOM: Grammar = grammar(LINE, BLOCK, ownLineComment('\\*\\*'), LONG_STRING, RAW_TICKS, CHARACTER);

/** `|||` … `|||`. */
export const JSONNET: Grammar = grammar(
  LINE,
  BLOCK,
  HASH,
  longQuoted('\\|\\|\\|', '|||', false),
  quoted('"', { opens: '@"', escape: '', multiline: true }),
  quoted("'", { opens: "@'", escape: '', multiline: true }),
  LONG_STRING,
  quoted("'", { multiline: true }),
);

/** `{" … "}`. */
export const VCL: Grammar = grammar(LINE, BLOCK, HASH, longQuoted('\\{"', '"}', false), STRING);

/** Lines of text begin with `#|` or `$|`. */
export const MOONBIT: Grammar = grammar(LINE, token('[#$]\\|[^\\r\\n]*'), STRING, CHARACTER);

/** `'''` … `'''` with `«code»` in it. */
export const XTEND: Grammar = grammar(LINE, BLOCK, longQuoted("'''", "'''", false), STRING, SINGLE);

/** `$/` is a letter. */
export const SUPERCOLLIDER: Grammar = grammar(
  token('\\$(?:\\\\.|[^\\r\\n])'),
  LINE,
  NESTED,
  LONG_STRING,
  quoted("'", { multiline: true }),
);

/** `/` behind white space, and blocks between lines of just `/` and `\`. */
export const Q: Grammar = grammar(
  { ...blockComment('^\\/[ \\t]*\\r?$', '\n\\') },
  lineComment('\\/(?<=(?:^|[ \\t])\\/)'),
  LONG_STRING,
);

/** A quote behind a name or bracket transposes. */
export const SCILAB: Grammar = grammar(
  LINE,
  BLOCK,
  PLAIN_STRING,
  quoted("'", { opens: "'(?<![\\w)\\]}.']')", escape: '' }),
);

/** `//` and blocks of three kinds. */
export const NETLINX: Grammar = grammar(LINE, BLOCK, blockComment('\\(\\*', '*)'), PLAIN_STRING, PLAIN_SINGLE);

/** `;`, `##;`, `#;` and C's. */
export const OBJECT_SCRIPT: Grammar = grammar(LINE, BLOCK, lineComment(';'), PLAIN_STRING);

/** `~` takes the meaning from the next letter. */
export const OPENEDGE: Grammar = grammar(
  LINE,
  NESTED,
  quoted('"', { escape: '~', multiline: true }),
  quoted("'", { escape: '~', multiline: true }),
);

export const KQL: Grammar = grammar(
  LINE,
  longQuoted('```', '```', false),
  quoted('"', { opens: '@"', escape: '' }),
  quoted("'", { opens: "@'", escape: '' }),
  STRING,
  SINGLE,
);

/** Slash and star nested; `--` is newer. */
export const REXX: Grammar = grammar(NESTED, lineComment('--'), PLAIN_STRING, PLAIN_SINGLE);

/** `/'` … `'/` stands between the signs of BASIC in the diagrams of PlantUML. */
export const PLANTUML: Grammar = grammar(blockComment("\\/'", "'/"), ownLineComment("'"));

/** Single-page templates of Go and the like: the text may hold quotes and addresses. */
export const TEMPL: Grammar = grammar(
  lineComment('\\/\\/(?<!:\\/\\/)'),
  BLOCK,
  blockComment('<!--', '-->'),
  STRING,
  RAW_TICKS,
);

const RAW: Rule = longQuoted('#"', '"#', false);

export const KDL: Grammar = grammar(LINE, NESTED, RAW, longQuoted('"""', '"""'), LONG_STRING);

export const BAML: Grammar = grammar(LINE, blockComment('\\{#', '#}'), RAW, LONG_STRING);
