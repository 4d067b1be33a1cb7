import type { Grammar, Rule } from './grammar';
import { SPACED_HASH } from './hashFamily';
import {
  blockComment,
  bracketed,
  endAt,
  heredoc,
  interpolating,
  lineComment,
  longQuoted,
  quoted,
  token,
  ownLineComment,
} from './rules';

/** `<<EOF`, `<<-'EOF'`, `<< "EOF"`; `<<<` is a string, and `1 << 3` a number. */
const SHELL_HEREDOC = heredoc(
  '<<(?<!<<<)(?!<)-?[ \\t]*(?=[\'"\\\\]?[A-Za-z_])',
  /<<(?<mark>-)?[ \t]*\\?(?<quote>['"]?)(?<word>[A-Za-z_][\w.-]*)\k<quote>/,
  'marked',
);

/** A `#` in the middle of a word (`${x#y}`, `$#`, `a#b`) is a letter. */
const COMMENT = lineComment('#(?<=(?:^|[\\s;&|()`])#)');

const CODE: readonly Rule[] = [
  COMMENT,
  token('\\\\[^]'),
  { open: '"', enter: 'string' },
  quoted("'", { opens: "\\$'", multiline: true }),
  quoted("'", { escape: '', multiline: true }),
  SHELL_HEREDOC,
];

export const SHELL: Grammar = {
  modes: {
    code: CODE,
    braces: bracketed(CODE, '(', ')'),
    string: interpolating('"', '\\$\\(', { multiline: true }),
  },
};

const POWERSHELL_CODE: readonly Rule[] = [
  blockComment('<#', '#>'),
  lineComment('#(?<![^\\s;{}(),|=]#)'),
  token('`[^]'),
  { open: "@'[ \\t]*\\r?$", end: (text, inside) => endAt(text, inside, "\n'@") },
  { open: '@"[ \\t]*\\r?$', end: (text, inside) => endAt(text, inside, '\n"@') },
  quoted("'", { escape: '', multiline: true }),
  { open: '"', enter: 'string' },
];

export const POWERSHELL: Grammar = {
  modes: {
    code: POWERSHELL_CODE,
    braces: bracketed(POWERSHELL_CODE, '(', ')'),
    string: [token('`[^]|""'), { open: '\\$\\(', enter: 'braces' }, { open: '"', leave: true }],
  },
};

/** `REM` and `::` begin a line or a command. */
export const BATCH: Grammar = {
  modes: {
    code: [lineComment('(?:@?[rR][eE][mM](?=[ \\t\\r\\n]|$)|::)(?<=(?:^|[&|])[ \\t]{0,200}(?:@?[rR][eE][mM]|::))')],
  },
};

/** Only whole lines: `#` elsewhere is an argument. */
export const DOCKERFILE: Grammar = {
  modes: {
    code: [
      ownLineComment('#'),
      { ...SHELL_HEREDOC, open: '<<-?(?<=^(?:RUN|COPY|ADD)\\b[^\\r\\n]{0,500})(?=[\'"]?[A-Za-z_])' },
    ],
  },
};

/** A recipe's lines are a shell's, where `#` within quotes is a letter. */
export const MAKEFILE: Grammar = {
  modes: {
    code: [SPACED_HASH, token('\\\\[^]'), token('"(?:[^"\\\\\\r\\n]|\\\\.){0,500}"'), token("'[^'\\r\\n]{0,500}'")],
  },
};

const TERRAFORM_CODE: readonly Rule[] = [
  lineComment('#'),
  lineComment('\\/\\/'),
  blockComment('\\/\\*', '*/'),
  { open: '"', enter: 'string' },
  SHELL_HEREDOC,
];

export const TERRAFORM: Grammar = {
  modes: {
    code: TERRAFORM_CODE,
    braces: bracketed(TERRAFORM_CODE),
    string: interpolating('"', '[$%]\\{', { multiline: false }),
  },
};

const NIX_CODE: readonly Rule[] = [
  lineComment('#'),
  blockComment('\\/\\*', '*/'),
  { open: '"', enter: 'string' },
  { open: "''", enter: 'indented' },
];

export const NIX: Grammar = {
  modes: {
    code: NIX_CODE,
    braces: bracketed(NIX_CODE),
    string: interpolating('"', '\\$\\{', { multiline: true }),
    indented: [token("'''|''\\$|''\\\\[^]"), { open: '\\$\\{', enter: 'braces' }, { open: "''", leave: true }],
  },
};

export const TCL: Grammar = {
  modes: {
    code: [lineComment('#(?<=(?:^|[;{])[ \\t]{0,200}#)'), token('\\\\[^]'), longQuoted('"(?<=[\\s\\[]")', '"')],
  },
};
