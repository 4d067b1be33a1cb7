import type { Grammar, Rule } from './grammar';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import { blockComment, lineComment, ownLineComment } from './rules';

const EXAMPLE = { style: 'example' } as const;

/**
 * A block between two lines. It ends with the first line that `closes` finds for the opening line, or with the text.
 * `open` is RegExp source of the opening line.
 */
function fenced(open: string, closes: (opened: string) => RegExp): Rule {
  return {
    open,
    end(text, inside, index) {
      const closing = closes(text.slice(index, inside));
      closing.lastIndex = inside;
      return closing.exec(text) ? closing.lastIndex : text.length;
    },
    comment: EXAMPLE,
  };
}

/** ```` ``` ````, `~~~`, also in lists and quotations: closed by a line of at least as many of the same letters. */
const FENCE = fenced(
  '^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+){0,5}(?:`{3,99}(?=[^`\\r\\n]*\\r?$)|~{3,99})',
  (opened) => {
    const fence = /[`~]+$/.exec(opened)?.[0] ?? '```';
    return new RegExp(`^[ \\t>]*${fence}${fence.charAt(0)}*[ \\t]*\\r?$`, 'gm');
  },
);

const LONGEST_INLINE_CODE = 2_000;

/** `` `code` ``: closed by as many back-quotes in the same paragraph, else the quotes are plain letters. */
const INLINE_CODE: Rule = {
  open: '`(?<!``)`*',
  end(text, inside, index) {
    const ticks = text.slice(index, inside);
    const stop = /`+|\n[ \t\r]*\n/g;
    const near = text.slice(inside, inside + LONGEST_INLINE_CODE);
    for (let match = stop.exec(near); match && !match[0].startsWith('\n'); match = stop.exec(near)) {
      if (match[0] === ticks) {
        return inside + stop.lastIndex;
      }
    }
    return undefined;
  },
  comment: { style: 'inline' },
};

export const MARKDOWN: Grammar = {
  prose: true,
  modes: { code: [FENCE, INLINE_CODE, blockComment('<!--', '-->')] },
};

/** ``` ``code`` ```: one pair of back-quotes names something, or is a link. */
const REST_CODE: Rule = { ...INLINE_CODE, open: '``(?<!```)(?!`)' };

/** `` :code:`x` ``; other roles name something. */
const REST_CODE_ROLE: Rule = {
  open: ':(?:code|literal|math|regexp|samp):`',
  end(text, inside) {
    const close = /`|\n[ \t\r]*\n/.exec(text.slice(inside, inside + LONGEST_INLINE_CODE));
    return close?.[0] === '`' ? inside + close.index + 1 : undefined;
  },
  comment: { style: 'inline' },
};

/** A pattern may not grow with the text. */
const DEEPEST_INDENT = 200;

/** The lines after an opening line that are indented deeper than it, blank ones included. */
function indentedBelow(open: string): Rule {
  return {
    open,
    end(text, inside, index) {
      const indent = /^[ \t]*/.exec(text.slice(index, inside))?.[0].length ?? 0;
      const next = new RegExp(`^[ \\t]{0,${Math.min(indent, DEEPEST_INDENT)}}[^\\s]`, 'gm');
      next.lastIndex = inside;
      return next.exec(text) ? startOfLine(text, next.lastIndex) : text.length;
    },
    comment: EXAMPLE,
  };
}

/** reStructuredText: code directives, and the indented block below a paragraph that ends in `::`. */
export const REST: Grammar = {
  prose: true,
  modes: {
    code: [
      indentedBelow(
        '^[ \\t]*\\.\\. (?:code-block|code|sourcecode|parsed-literal|literalinclude|highlight|math|productionlist)::[^\\r\\n]*',
      ),
      // Only the block below: the paragraph's own last line is prose.
      {
        open: '::[ \\t]*\\r?$',
        when: ({ text, index }) => !/^[ \t]*\.\. /.test(text.slice(startOfLine(text, index), index)),
        end: endOfLiteralBlock,
        comment: EXAMPLE,
      },
      REST_CODE,
      REST_CODE_ROLE,
    ],
  },
};

function endOfLiteralBlock(text: string, inside: number, index: number): number {
  const paragraph = startOfLine(text, index);
  const indent = /^[ \t]*/.exec(text.slice(paragraph, index))?.[0].length ?? 0;
  const next = new RegExp(`^[ \\t]{0,${Math.min(indent, DEEPEST_INDENT)}}[^\\s]`, 'gm');
  next.lastIndex = Math.min(endOfLine(text, inside) + 1, text.length);
  return next.exec(text) ? startOfLine(text, next.lastIndex) : text.length;
}

export const ASCIIDOC: Grammar = {
  prose: true,
  modes: {
    code: [
      blockComment('^\\/{4,}$', '\n////'),
      lineComment('^\\/\\/(?!\\/)'),
      fenced('^(?:-{4,99}|\\.{4,99}|\\+{4,99}|`{3,99}[^`\\r\\n]*)\\r?$', (opened) => {
        const fence = /^[-.+`]+/.exec(opened)?.[0] ?? '----';
        return new RegExp(`^${fence.replace(/[.+]/g, '\\$&')}[ \\t]*\\r?$`, 'gm');
      }),
      INLINE_CODE,
    ],
  },
};

export const ORG: Grammar = {
  prose: true,
  modes: {
    code: [
      fenced('^[ \\t]*#\\+(?:BEGIN|begin)_(?:SRC|src|EXAMPLE|example)\\b[^\\r\\n]*', () => /^[ \t]*#\+END_\w+/gim),
      ownLineComment('# '),
    ],
  },
};

/** Text without any marks: all of it is prose. */
export const PLAIN: Grammar = { prose: true, modes: { code: [] } };

/** Gemtext: blocks between lines of three back-quotes. */
export const GEMTEXT: Grammar = { prose: true, modes: { code: [FENCE] } };

/** A `;` at the beginning of a line, and blocks of examples. */
export const MUSE: Grammar = {
  prose: true,
  modes: { code: [blockExample('<example>', '</example>'), blockExample('<src', '</src>'), lineComment('^;[ \\t]')] },
};

/** Wikis: hidden comments, and what stands in `<code>`, `<pre>`, `<nowiki>` and `<syntaxhighlight>`. */
export const WIKITEXT: Grammar = {
  prose: true,
  modes: {
    code: [
      blockComment('<!--', '-->'),
      blockExample('<code>', '</code>'),
      blockExample('<pre>', '</pre>'),
      blockExample('<nowiki>', '</nowiki>'),
      blockExample('<syntaxhighlight\\b', '</syntaxhighlight>'),
    ],
  },
};

/** `open` is RegExp source, `close` plain text. */
function blockExample(open: string, close: string): Rule {
  return { ...blockComment(open, close), comment: EXAMPLE };
}
