import type { Grammar, LexPoint, Rule } from './grammar';
import { blockComment, endAt, lineComment, longQuoted, nestedComment, ownLineComment, quoted, token } from './rules';

/**
 * A doubled quote reads as two strings. `\'` escapes as in MySQL, but `'\'` is a whole string as in the standard. The code of
 * a function between `$$` is read as code, with the comments in it.
 */
export const SQL: Grammar = {
  modes: {
    code: [
      lineComment('--'),
      nestedComment('/*', '*/'),
      token("'\\\\'(?!')"),
      quoted("'", { multiline: true }),
      quoted('"', { escape: '', multiline: true }),
      quoted('`', { escape: '' }),
      // MySQL's; elsewhere `#` is an operator, which begins no line.
      ownLineComment('#'),
    ],
  },
};

/** `[==[ … ]==]`. */
const LONG_BRACKET = '\\[=*\\[';

function endOfLongBracket(text: string, inside: number, index: number): number {
  const signs = text.slice(text.indexOf('[', index) + 1, inside - 1);
  return endAt(text, inside, `]${signs}]`);
}

const LUA_BLOCK: Rule = { open: `--${LONG_BRACKET}`, end: endOfLongBracket, comment: { style: 'block', close: ']]' } };

export const LUA: Grammar = {
  modes: {
    code: [LUA_BLOCK, lineComment('--'), { open: LONG_BRACKET, end: endOfLongBracket }, quoted('"'), quoted("'")],
  },
};

/** `r"(…)"`, `R"---[…]---"`. */
const R_RAW: Rule = {
  open: '\\b[rR]["\']-{0,20}[({\\[]',
  end(text, inside, index) {
    const quote = text.charAt(index + 1);
    const close = { '(': ')', '{': '}', '[': ']' }[text.charAt(inside - 1)] ?? ')';
    return endAt(text, inside, `${close}${text.slice(index + 2, inside - 1)}${quote}`);
  },
};

export const R: Grammar = {
  modes: {
    code: [lineComment('#'), R_RAW, quoted('"', { multiline: true }), quoted("'", { multiline: true }), quoted('`')],
  },
};

/** A string that has its lines to itself, with a definition on the next line, documents that. */
function documents({ text, index }: LexPoint, end: number): boolean {
  return (
    /(?:^|[\r\n])[ \t]*(?:@doc[ \t]+)?(?:raw)?$/.test(text.slice(Math.max(0, index - LONGEST_MARGIN), index)) &&
    DEFINITION.test(text.slice(end, end + LONGEST_DEFINITION))
  );
}

const LONGEST_MARGIN = 100;
const LONGEST_DEFINITION = 200;

const DEFINITION =
  /^[ \t]*\r?\n[ \t]*(?:@\w|(?:function|macro|struct|mutable|abstract|primitive|module|baremodule|const)\b|[A-Za-z_][\w.]*!?(?:\(|\{| *=|[ \t]*\r?$))/m;

const JULIA_LONG: Rule = {
  ...longQuoted('"""', '"""'),
  comment: { style: 'block', close: '"""' },
  isComment: documents,
};
const JULIA_SHORT: Rule = {
  ...quoted('"', { multiline: true }),
  comment: { style: 'block', close: '"' },
  isComment: documents,
};

export const JULIA: Grammar = {
  modes: {
    code: [
      nestedComment('#=', '=#'),
      lineComment('#'),
      JULIA_LONG,
      JULIA_SHORT,
      token("'(?:\\\\[^'\\r\\n]{1,10}|[^'\\\\\\r\\n]{1,2})'"),
    ],
  },
};

/** `\\%` is a sign of the text. */
export const LATEX: Grammar = {
  modes: {
    code: [
      {
        open: '\\\\begin\\{(?:verbatim|lstlisting|minted)\\*?\\}',
        end: (text, inside, index) => endAt(text, inside, text.slice(index, inside).replace('begin', 'end')),
      },
      blockComment('\\\\begin\\{comment\\}', '\\end{comment}'),
      token('\\\\[^\\r\\n]'),
      lineComment('%'),
    ],
  },
};

/** A quote behind a name or bracket transposes. */
export const MATLAB: Grammar = {
  modes: {
    code: [
      blockComment('[%#]\\{(?<=^[ \\t]{0,200}..)(?=[ \\t]*\\r?$)', '%}'),
      lineComment('[%#]'),
      quoted('"', { escape: '' }),
      quoted("'", { opens: "'(?<![\\w)\\]}.']')", escape: '' }),
    ],
  },
};
