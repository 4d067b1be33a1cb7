import { blockComment, grammar, lineComment, longQuoted, nestedComment, ownLineComment, quoted, token } from './rules';

/** Whole lines only: a value may hold any sign. */
export const INI = grammar(ownLineComment('[;#]'), lineComment(';(?<=[ \\t];)(?=[ \\t])'));
export const PROPERTIES = grammar(ownLineComment('[#!]'));

/** A `"` at the beginning of a line; elsewhere it opens a string. Vim 9 has `#`. */
export const VIM = grammar(ownLineComment('"'), lineComment('"(?<=^[ \\t]*:[ \\t:]*")'), ownLineComment('#'));

export const PUPPET = grammar(lineComment('#'), quoted('"', { multiline: true }), quoted("'", { multiline: true }));

export const CMAKE = grammar(
  blockComment('#\\[\\[', ']]'),
  blockComment('#\\[=\\[', ']=]'),
  lineComment('#'),
  longQuoted('\\[=\\[', ']=]', false),
  quoted('"', { multiline: true }),
);

export const AWK = grammar(
  lineComment('#'),
  quoted('"'),
  token('\\/(?<=(?:^|[({,~!&|;])[ \\t]{0,20}\\/)(?:[^\\/\\\\\\r\\n]|\\\\.){1,500}\\/'),
);

/** Pascal and Delphi. */
export const PASCAL = grammar(
  blockComment('\\{', '}'),
  blockComment('\\(\\*', '*)'),
  lineComment('\\/\\/'),
  quoted("'", { escape: '' }),
);

/** Ada, VHDL. */
export const ADA = grammar(lineComment('--'), quoted('"', { escape: '' }), token("'[^\\r\\n]'"));

export const NIM = grammar(
  nestedComment('#[', ']#'),
  lineComment('#'),
  longQuoted('"""', '"""', false),
  quoted('"', { opens: '"(?<=\\w")', escape: '' }),
  quoted('"'),
  token("'(?:\\\\[^'\\r\\n]{1,10}|[^'\\\\\\r\\n])'"),
);

/** D has three kinds of block; `` ` `` and `r"` are raw. */
export const D = grammar(
  nestedComment('/+', '+/'),
  blockComment('\\/\\*', '*/'),
  lineComment('\\/\\/'),
  quoted('`', { escape: '', multiline: true }),
  quoted('"', { opens: '\\br"', escape: '', multiline: true }),
  quoted('"', { multiline: true }),
  quoted("'"),
);

/** Strings of several lines have `\\` before each. */
export const ZIG = grammar(lineComment('\\/\\/'), token('\\\\\\\\[^\\r\\n]*'), quoted('"'), quoted("'"));

export const PRISMA = grammar(lineComment('\\/\\/'), quoted('"'));
export const REGO = grammar(lineComment('#'), quoted('`', { escape: '', multiline: true }), quoted('"'));
