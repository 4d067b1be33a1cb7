import { CSS, SCSS } from './styles';
import { JAVASCRIPT, TYPESCRIPT } from './javascript';
import type { Grammar, Rule } from './grammar';
import { blockComment, longQuoted } from './rules';

const COMMENT = blockComment('<!--', '-->');

/** The content of an element that holds another language, up to its closing tag; `open` is RegExp source. */
function element(open: string, closing: RegExp, grammarOf: (openingTag: string) => Grammar): Rule {
  return {
    open: `<${open}(?![\\w-])[^<>]{0,500}>`,
    end(text, inside) {
      closing.lastIndex = inside;
      return closing.exec(text)?.index ?? text.length;
    },
    embed: grammarOf,
  };
}

const SCRIPT = element('[sS][cC][rR][iI][pP][tT]', /<\/script/gi, (tag) => {
  // `text/x-handlebars-template`, `text/ng-template`, `text/html`: a piece of a page, kept for later.
  if (/\btype=["']?[\w/.+-]*(?:template|html|handlebars|mustache)/i.test(tag)) {
    return HTML;
  }
  return /\blang=["']?ts\b/.test(tag) ? TYPESCRIPT : JAVASCRIPT;
});

const STYLE = element('[sS][tT][yY][lL][eE]', /<\/style/gi, (tag) =>
  /\blang=["']?(?:scss|less|stylus)\b/.test(tag) ? SCSS : CSS,
);

export const XML: Grammar = { modes: { code: [COMMENT, longQuoted('<!\\[CDATA\\[', ']]>', false)] } };

/** HTML, and the single-file components of Vue, Svelte and Astro. */
export const HTML: Grammar = { modes: { code: [COMMENT, SCRIPT, STYLE] } };
