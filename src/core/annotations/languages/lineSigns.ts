import type { Grammar } from './grammar';
import { blockComment, grammar, lineComment, longQuoted, nestedComment, ownLineComment, quoted, token } from './rules';

/** Languages whose line comments begin with `--`, `;`, `%`, `!`, `\` or a sign of their own. */

const BLOCK = blockComment('\\/\\*', '*/');
const STRING = quoted('"');
const LONG_STRING = quoted('"', { multiline: true });
const PLAIN_STRING = quoted('"', { escape: '' });
const PLAIN_SINGLE = quoted("'", { escape: '' });

export const DASHES: Grammar = grammar(lineComment('--'), STRING);

/** `%"` is a quote in a string. */
export const EIFFEL: Grammar = grammar(lineComment('--'), quoted('"', { escape: '%' }), token("'[^\\r\\n]{1,6}'"));

export const DASHES_AND_BLOCKS: Grammar = grammar(lineComment('--'), BLOCK, STRING, PLAIN_SINGLE);

/** `"""` and back-quotes are raw. */
export const EUPHORIA: Grammar = grammar(
  lineComment('--'),
  BLOCK,
  longQuoted('"""', '"""', false),
  STRING,
  quoted('`', { escape: '', multiline: true }),
  token("'(?:\\\\.|[^'\\r\\n])'"),
);

export const DASH_LINES: Grammar = grammar(ownLineComment('--'));

export const APPLESCRIPT: Grammar = grammar(
  nestedComment('(*', '*)'),
  lineComment('--'),
  lineComment('#'),
  LONG_STRING,
);

export const COOL: Grammar = grammar(nestedComment('(*', '*)'), lineComment('--'), STRING);

export const LIVECODE: Grammar = grammar(
  lineComment('--'),
  lineComment('#'),
  lineComment('\\/\\/'),
  BLOCK,
  PLAIN_STRING,
);

export const MACAULAY: Grammar = grammar(
  blockComment('-\\*', '*-'),
  lineComment('--'),
  longQuoted('\\/\\/\\/', '///', false),
  LONG_STRING,
);

export const LEAN: Grammar = grammar(
  nestedComment('/-', '-/'),
  lineComment('--'),
  LONG_STRING,
  token("'(?<![\\w']')(?:\\\\[^'\\r\\n]{1,10}|[^'\\\\\\r\\n])'"),
);

export const DHALL: Grammar = grammar(
  nestedComment('{-', '-}'),
  lineComment('--'),
  token("'''"),
  longQuoted("''", "''", false),
  STRING,
);

/** Names, `--` and `{ … }`. */
export const GENERO: Grammar = grammar(
  lineComment('#'),
  lineComment('--'),
  blockComment('\\{', '}'),
  STRING,
  PLAIN_SINGLE,
);

export const GENERO_FORM: Grammar = grammar(lineComment('#'), lineComment('--'), STRING);

/** Recipes: `--` and `[- … -]`. */
export const COOKLANG: Grammar = grammar(blockComment('\\[-', '-]'), lineComment('--(?![->])'));

export const SEMICOLONS: Grammar = grammar(lineComment(';'), LONG_STRING);

/** `\` is a letter in strings. */
export const SEMICOLONS_PLAIN: Grammar = grammar(lineComment(';'), PLAIN_STRING, PLAIN_SINGLE);

/** A quote opens nothing. */
export const SEMICOLONS_ONLY: Grammar = grammar(lineComment(';'));

/** `;` is also the end of a type. */
export const JASMIN: Grammar = grammar(lineComment(';(?<=(?:^|[ \\t]);)'), STRING);

export const SEMICOLON_LINES: Grammar = grammar(ownLineComment(';'));

export const AUTOHOTKEY: Grammar = grammar(
  blockComment('\\/\\*(?<=^[ \\t]{0,200}..)', '*/'),
  lineComment(';(?<=(?:^|[ \\t]);)'),
  token('`.'),
  PLAIN_STRING,
);

export const AUTOIT: Grammar = grammar(
  blockComment('#cs\\b', '#ce'),
  blockComment('#comments-start\\b', '#comments-end'),
  lineComment(';'),
  PLAIN_STRING,
  PLAIN_SINGLE,
);

export const CSOUND: Grammar = grammar(
  lineComment(';'),
  lineComment('\\/\\/'),
  BLOCK,
  blockComment('<!--', '-->'),
  longQuoted('\\{\\{', '}}', false),
  STRING,
);

export const NCL: Grammar = grammar(blockComment('\\/;', ';/'), lineComment(';'), PLAIN_STRING);

export const PAPYRUS: Grammar = grammar(blockComment(';\\/', '/;'), lineComment(';'), blockComment('\\{', '}'), STRING);

/** Whole lines, or behind white space. */
export const MIRC: Grammar = grammar(BLOCK, ownLineComment(';'));

export const INNO_SETUP: Grammar = grammar(ownLineComment(';'), ownLineComment('\\/\\/'));

export const PERCENTS: Grammar = grammar(lineComment('%'), STRING);

export const PERCENTS_AND_BLOCKS: Grammar = grammar(lineComment('%'), BLOCK, STRING);

export const ANSWER_SETS: Grammar = grammar(blockComment('%\\*', '*%'), lineComment('%'), STRING);

export const LILYPOND: Grammar = grammar(blockComment('%\\{', '%}'), lineComment('%'), LONG_STRING);

export const TXL: Grammar = grammar(
  blockComment('%\\(', ')%'),
  blockComment('%\\{', '}%'),
  lineComment('%'),
  STRING,
  token("'[^\\s]"),
);

export const MERMAID: Grammar = grammar(lineComment('%%(?!\\{)'));

/** Strings stand in round brackets, which nest. */
export const POSTSCRIPT: Grammar = grammar(lineComment('%'), {
  open: '\\(',
  end(text, inside) {
    let depth = 1;
    for (let at = inside; at < text.length; at++) {
      const letter = text.charAt(at);
      if (letter === '\\') {
        at++;
      } else if (letter === '(') {
        depth++;
      } else if (letter === ')' && --depth === 0) {
        return at + 1;
      }
    }
    return text.length;
  },
});

export const EXCLAMATIONS: Grammar = grammar(lineComment('!'), PLAIN_STRING, PLAIN_SINGLE);

/** A `!` that has its line to itself. */
export const EXCLAMATION_LINES: Grammar = grammar(ownLineComment('!'));

/** A word of its own. */
export const FACTOR: Grammar = grammar(lineComment('!(?<=(?:^|[ \\t])!)(?=\\s)'), BLOCK, STRING);

export const MODULE_MANAGEMENT: Grammar = grammar(ownLineComment('[!#]'));

/** `\` and `( … )` are words, with white space around. */
export const FORTH: Grammar = grammar(
  lineComment('\\\\(?<=(?:^|[ \\t])\\\\)(?=[ \\t\\r\\n])'),
  blockComment('\\((?<=(?:^|[ \\t\\n])\\()(?=[ \\t\\r\\n])', ')'),
  token('(?:[.sScC]|ABORT|abort)"(?<=(?:^|[ \\t])(?:.|ABORT|abort)")[ \\t][^"\\r\\n]*"'),
);

export const LINEAR_PROGRAM: Grammar = grammar(lineComment('\\\\'), lineComment('\\/\\/'), BLOCK);

export const SHEN: Grammar = grammar(blockComment('\\\\\\*', '*\\'), lineComment('\\\\\\\\'), LONG_STRING);

export const TLA: Grammar = grammar(nestedComment('(*', '*)'), lineComment('\\\\\\*'), STRING);

export const APL: Grammar = grammar(lineComment('⍝'), PLAIN_SINGLE, PLAIN_STRING);

export const J: Grammar = grammar(lineComment('NB\\.(?<!\\w...)'), PLAIN_SINGLE);

export const BQN: Grammar = grammar(lineComment('#'), token("'[^\\r\\n]{1,2}'"), PLAIN_STRING);

/** `BTW` and `OBTW` … `TLDR`. */
export const LOLCODE: Grammar = grammar(
  blockComment('OBTW(?<=\\bOBTW)\\b', 'TLDR'),
  lineComment('BTW(?<=\\bBTW)\\b'),
  quoted('"', { escape: ':' }),
);

export const OMGROFL: Grammar = grammar(lineComment('w00t(?<=\\bw00t)\\b'));

export const DOGESCRIPT: Grammar = grammar(
  blockComment('quiet(?<=^[ \\t]{0,200}quiet)\\b', 'loud'),
  lineComment('shh(?<=\\bshh)[ \\t]'),
  STRING,
  quoted("'"),
);

export const HOON: Grammar = grammar(lineComment('::(?<=(?:^|[ \\t])::)'), STRING, quoted("'"));

/** `:`, `?`, and `COMMENT` … `ENDCOMMENT`. */
export const NMODL: Grammar = grammar(
  blockComment('COMMENT(?<=^[ \\t]{0,200}COMMENT)\\b', 'ENDCOMMENT'),
  lineComment(':'),
  lineComment('\\?'),
  PLAIN_STRING,
);

/** `;;` and `(; … ;)`. */
export const WEBASSEMBLY: Grammar = grammar(nestedComment('(;', ';)'), lineComment(';;'), STRING);

/** `[ … ]`, which are code in strings. */
export const INFORM: Grammar = grammar(quoted('"', { escape: '', multiline: true }), nestedComment('[', ']'));

/** `(: … :)`. */
export const XQUERY: Grammar = grammar(
  nestedComment('(:', ':)'),
  blockComment('<!--', '-->'),
  quoted('"', { escape: '', multiline: true }),
  quoted("'", { opens: "'(?<![\\w]')", escape: '', multiline: true }),
);

/** `;` … and `( … )`. */
export const G_CODE: Grammar = grammar(blockComment('\\((?=[^()\\r\\n]*\\))', ')'), lineComment(';'));

/** A comment is text between double quotes; strings have single ones. */
export const SMALLTALK: Grammar = grammar(
  token('\\$[^\\s]'),
  blockComment('"', '"'),
  quoted("'", { escape: '', multiline: true }),
);

/** A comment is an element that `;` leaves out; the text between quotes is what people write in it. */
export const ZIL: Grammar = grammar(
  { ...quoted('"', { opens: ';[ \\t\\r\\n]{0,20}"', multiline: true }), comment: { style: 'block', close: '"' } },
  token('!?\\\\[^\\s]'),
  LONG_STRING,
);

/** `;`, strings in quotes, and in nested braces. */
export const REBOL: Grammar = grammar(lineComment(';'), quoted('"', { escape: '^' }), {
  open: '\\{',
  end(text, inside) {
    const sign = /\^[^]|[{}]/g;
    sign.lastIndex = inside;
    let depth = 1;
    for (let match = sign.exec(text); match; match = sign.exec(text)) {
      depth += match[0] === '{' ? 1 : match[0] === '}' ? -1 : 0;
      if (depth === 0) {
        return sign.lastIndex;
      }
    }
    return text.length;
  },
});

/** `{ … }`, `(* … *)` and quotes of two kinds. */
export const MODULA: Grammar = grammar(nestedComment('(*', '*)'), PLAIN_STRING, PLAIN_SINGLE);

/** `'` and nested `{ … }`, `{{ … }}`. */
export const SPIN: Grammar = grammar(lineComment("'+"), nestedComment('{', '}'), PLAIN_STRING);

/** Words at the beginning of a line. */
export const COMMENT_WORD: Grammar = grammar(lineComment('^(?:Comment|COMMENT)\\b[ \\t]*:?'));
export const CUE_SHEET: Grammar = grammar(ownLineComment('[rR][eE][mM]\\b'));
export const WEBVTT: Grammar = grammar(blockComment('^NOTE(?=[ \\t\\r\\n])', '\n\n'));
export const GERBER: Grammar = grammar(blockComment('^G04[ \\t]', '*'));
export const ROFF: Grammar = grammar(lineComment('^[.\'][ \\t]*\\\\["#]'), lineComment('\\\\["#]'));
export const TEXINFO: Grammar = grammar(
  {
    open: '@(?:verbatim|example|lisp|smallexample)\\b',
    end: (text, inside, index) => {
      const close = text.indexOf(`@end ${text.slice(index + 1, inside)}`, inside);
      return close === -1 ? text.length : close;
    },
  },
  blockComment('@ignore\\b', '@end ignore'),
  token('@@'),
  lineComment('@c(?:omment)?(?=[ \\t\\r\\n{])'),
);
export const RUNOFF: Grammar = grammar(lineComment('^\\.[!;]'));
export const TMDL: Grammar = grammar(ownLineComment('\\/\\/\\/?'));
export const WOW_ADDON: Grammar = grammar(lineComment('^#(?!#)'));
