import type { Grammar, Rule } from './grammar';
import { blockComment, grammar, lineComment, ownLineComment, quoted } from './rules';

/** BASIC and its kin: `'` and the word REM. */

const STRING = quoted('"', { escape: '' });
const APOSTROPHE = lineComment("'");

/** At the beginning of a statement; old programs number their lines. */
const REM = lineComment('[rR][eE][mM](?<=(?:^[ \\t]{0,200}(?:\\d{1,6}[ \\t]{1,20})?|:[ \\t]{0,20})[rR][eE][mM])\\b');

export const VISUAL_BASIC: Grammar = grammar(STRING, APOSTROPHE, REM);

/** `/' … '/`. */
export const FREEBASIC: Grammar = grammar(blockComment("\\/'", "'/"), STRING, APOSTROPHE, REM);

/** `//` as well. */
export const XOJO: Grammar = grammar(STRING, APOSTROPHE, lineComment('\\/\\/'), REM);

/** `Rem` … `End Rem`, `#rem` … `#end`. */
export const BLITZ: Grammar = grammar(
  blockComment('#[rR][eE][mM](?<=^[ \\t]{0,200}....)\\b', '#end'),
  {
    open: '[rR][eE][mM](?<=^[ \\t]{0,200}...)[ \\t]*\\r?$',
    end(text, inside) {
      const close = /^[ \t]*end[ \t]*rem\b/gim;
      close.lastIndex = inside;
      return close.exec(text) ? close.lastIndex : text.length;
    },
    comment: { style: 'block', close: 'EndRem' },
  },
  STRING,
  APOSTROPHE,
  REM,
);

const IN_PAGE = /[\r\n]|%>/g;

/** Code between `<%` and `%>`, at whose end a comment ends too. */
const PAGE_COMMENT: Rule = {
  open: "'",
  end(text, inside) {
    IN_PAGE.lastIndex = inside;
    return IN_PAGE.exec(text)?.index ?? text.length;
  },
  comment: { style: 'line' },
};

export const CLASSIC_ASP: Grammar = {
  modes: {
    code: [{ open: '<%', enter: 'page' }, blockComment('<!--', '-->')],
    page: [{ open: '%>', leave: true }, STRING, PAGE_COMMENT, ownLineComment('[rR][eE][mM]\\b')],
  },
};
