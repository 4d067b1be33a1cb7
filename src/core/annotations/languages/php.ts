import type { Grammar, Rule } from './grammar';
import { HTML } from './markup';
import { blockComment, quoted } from './rules';

/** Ends with the line or with the code, whichever is first. */
function lineComment(sign: string): Rule {
  const stop = /[\r\n]|\?>/g;
  return {
    open: sign,
    end(text, inside) {
      stop.lastIndex = inside;
      return stop.exec(text)?.index ?? text.length;
    },
    comment: { style: 'line' },
  };
}

const HEREDOC: Rule = {
  open: '<<<[ \\t]*(?=["\']?[A-Za-z_])',
  heredoc(text, inside) {
    const word = /^["']?([A-Za-z_]\w*)/.exec(text.slice(inside, inside + 200))?.[1];
    return word === undefined ? undefined : { word, indented: true, codeMayFollow: true };
  },
};

/** The text around the code is HTML. */
export const PHP: Grammar = {
  modes: {
    code: [{ open: '<\\?(?:php\\b|=|(?=\\s))', enter: 'php' }, ...(HTML.modes.code ?? [])],
    php: [
      { open: '\\?>', leave: true },
      lineComment('\\/\\/'),
      // `#[` opens an attribute.
      lineComment('#(?!\\[)'),
      blockComment('\\/\\*', '*/'),
      quoted('"', { multiline: true }),
      quoted("'", { multiline: true }),
      quoted('`', { multiline: true }),
      HEREDOC,
    ],
  },
};
