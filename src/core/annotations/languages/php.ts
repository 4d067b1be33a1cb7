import type { Grammar, Rule } from './grammar';
import { HTML } from './markup';
import { blockComment, heredocBody, quoted } from './rules';

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
  body(text, inside) {
    const word = /^["']?([A-Za-z_]\w*)/.exec(text.slice(inside, inside + 200))?.[1];
    // Code may follow the closing word on its line.
    return heredocBody(word, true, '(?![\\p{L}\\p{N}_])');
  },
};

/** The text around the code is HTML. */
export const PHP: Grammar = {
  codeModes: ['php'],
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

/** As PHP, but the file is code throughout; `<?hh` begins it. */
export const HACK: Grammar = { modes: { code: (PHP.modes['php'] ?? []).slice(1) } };
