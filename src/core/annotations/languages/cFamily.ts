import type { Grammar, Rule } from './grammar';
import { endOfLine } from '../../model/lineEnds';
import {
  blockComment,
  bracketed,
  endAt,
  grammar,
  interpolating,
  lineComment,
  longQuoted,
  nestedComment,
  quoted,
  token,
} from './rules';

const LINE = lineComment('\\/\\/');
const BLOCK = blockComment('\\/\\*', '*/');
const NESTED = nestedComment('/*', '*/');

/** `'x'`, `'\n'`, `'\u{1F600}'`: one letter, so that lifetimes ('a), primes and digit separators open nothing. */
const CHARACTER = token("'(?:\\\\(?:[^'\\r\\n]{1,12}|')|[^'\\\\\\r\\n][\\uDC00-\\uDFFF]?)'");

/** A grammar with strings that hold code between `{` and `}`; `modes` are the strings' own. */
function interpolated(code: readonly Rule[], modes: Readonly<Record<string, readonly Rule[]>>): Grammar {
  return { modes: { code, braces: bracketed(code), ...modes } };
}

/** Any language with C's comments and one-line strings: Protocol Buffers, Solidity, GLSL, Verilog … */
export const C_LIKE = grammar(LINE, BLOCK, quoted('"'), quoted("'"));

export const JAVA = grammar(LINE, BLOCK, longQuoted('"""', '"""'), quoted('"'), quoted("'"));

/** A line comment of C goes on behind a `\` at the end of its line. */
const CONTINUED_LINE: Rule = {
  ...LINE,
  end(text, inside) {
    let end = endOfLine(text, inside);
    while (text.charAt(end - 1) === '\\' && end < text.length) {
      end = endOfLine(text, text.startsWith('\r\n', end) ? end + 2 : end + 1);
    }
    return end;
  },
};

/** `R"sql(…)sql"`. */
const CPP_RAW: Rule = {
  open: 'R"[^\\s()\\\\"]{0,16}\\(',
  end: (text, inside, index) => endAt(text, inside, `)${text.slice(text.indexOf('"', index) + 1, inside - 1)}"`),
};

/** `1'000'000` holds no character: a quote behind a digit or letter opens one only after an encoding prefix. */
const C_CHARACTER = quoted("'", { opens: "'(?:(?<![0-9A-Za-z_]')|(?<=\\b(?:u8|[uUL])'))" });

/** The name of a file is no code. */
const INCLUDE = token('^[ \\t]*#[ \\t]*(?:include|import)[ \\t]*<[^>\\r\\n]{0,300}>');

export const CPP = grammar(INCLUDE, CONTINUED_LINE, BLOCK, CPP_RAW, quoted('"'), C_CHARACTER);

export const GO = grammar(LINE, BLOCK, quoted('"'), quoted('`', { escape: '', multiline: true }), quoted("'"));

/** `r"…"`, `br##"…"##`. */
const RUST_RAW: Rule = {
  open: '\\b(?:r|br|cr)#{0,255}"',
  end: (text, inside, index) => endAt(text, inside, `"${text.slice(text.indexOf('r', index) + 1, inside - 1)}`),
};

export const RUST = grammar(LINE, NESTED, RUST_RAW, quoted('"', { multiline: true }), CHARACTER);

export const KOTLIN = interpolated(
  [LINE, NESTED, { open: '"""', enter: 'long' }, { open: '"', enter: 'string' }, CHARACTER],
  {
    string: interpolating('"', '\\$\\{', { multiline: false }),
    long: [
      { open: '\\$\\{', enter: 'braces' },
      { open: '"""+', leave: true },
    ],
  },
);

const SCALA_CODE: readonly Rule[] = [
  LINE,
  NESTED,
  { open: '"""(?<=[A-Za-z0-9_]""")', enter: 'long' },
  { open: '"(?<=[A-Za-z0-9_]")', enter: 'string' },
  longQuoted('"""', '"""', false),
  quoted('"'),
  CHARACTER,
];

export const SCALA = interpolated(SCALA_CODE, {
  string: interpolating('"', '\\$\\{', { multiline: false }),
  long: [
    { open: '\\$\\{', enter: 'braces' },
    { open: '"""+', leave: true },
  ],
});

/** `#"…"#` with any number of signs; what `\(` begins in it is passed over with the rest. */
const SWIFT_RAW: Rule = {
  open: '#(?<!##)#*"(?:"")?',
  end(text, inside, index) {
    const opened = text.slice(index, inside);
    return endAt(text, inside, [...opened].reverse().join(''));
  },
};

const SWIFT_CODE: readonly Rule[] = [
  LINE,
  NESTED,
  SWIFT_RAW,
  { open: '"""', enter: 'long' },
  { open: '"', enter: 'string' },
];

export const SWIFT: Grammar = {
  modes: {
    code: SWIFT_CODE,
    braces: bracketed(SWIFT_CODE, '(', ')'),
    string: interpolating('"', '\\\\\\(', { multiline: false }),
    long: interpolating('"""', '\\\\\\(', { multiline: true }),
  },
};

const DART_CODE: readonly Rule[] = [
  LINE,
  NESTED,
  longQuoted('\\br"""', '"""', false),
  longQuoted("\\br'''", "'''", false),
  quoted('"', { opens: '\\br"', escape: '' }),
  quoted("'", { opens: "\\br'", escape: '' }),
  { open: '"""', enter: 'longDouble' },
  { open: "'''", enter: 'longSingle' },
  { open: '"', enter: 'double' },
  { open: "'", enter: 'single' },
];

export const DART = interpolated(DART_CODE, {
  longDouble: interpolating('"""', '\\$\\{', { multiline: true }),
  longSingle: interpolating("'''", '\\$\\{', { multiline: true }),
  double: interpolating('"', '\\$\\{', { multiline: false }),
  single: interpolating("'", '\\$\\{', { multiline: false }),
});

/** `"""…"""` with three or more quotes and any number of `$` before. */
const CSHARP_RAW: Rule = {
  open: '\\$(?<!\\$\\$)\\$*"{3,}|"{3,}',
  end: (text, inside, index) => endAt(text, inside, text.slice(text.indexOf('"', index), inside)),
};

const CSHARP_CODE: readonly Rule[] = [
  LINE,
  BLOCK,
  CSHARP_RAW,
  { open: '\\$@"|@\\$"', enter: 'verbatim' },
  quoted('"', { opens: '@"', escape: '', multiline: true }),
  { open: '\\$"', enter: 'string' },
  quoted('"'),
  quoted("'"),
  // The rest of these lines is free text, where a quote opens nothing.
  token('^[ \\t]*#[ \\t]*(?:region|endregion|error|warning)\\b[^\\r\\n]*'),
];

export const CSHARP = interpolated(CSHARP_CODE, {
  string: [token('\\{\\{'), ...interpolating('"', '\\{', { multiline: false })],
  verbatim: [token('\\{\\{|""'), { open: '\\{', enter: 'braces' }, { open: '"', leave: true }],
});

const GROOVY_CODE: readonly Rule[] = [
  LINE,
  BLOCK,
  lineComment('^#!'),
  longQuoted("'''", "'''"),
  { open: '"""', enter: 'long' },
  quoted("'"),
  { open: '"', enter: 'string' },
  longQuoted('\\$\\/', '/$', false),
  // A slashy string stands where a value begins.
  token('\\/(?<=(?:[=(,\\[:!~?&|]|=~|==~|\\breturn)[ \\t]{0,20}\\/)(?![\\/*])(?:[^\\/\\\\\\r\\n]|\\\\.){0,1000}\\/'),
];

export const GROOVY = interpolated(GROOVY_CODE, {
  string: interpolating('"', '\\$\\{', { multiline: false }),
  long: interpolating('"""', '\\$\\{', { multiline: true }),
});
