import { endOfRegex, operandMayBegin } from './expression';
import type { Grammar, LexPoint, Rule } from './grammar';
import { blockComment, bracketed, interpolating, lineComment, quoted, ownLineComment } from './rules';

const OPERAND_FOLLOWS = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await default extends'.split(' '),
);

/** A regular expression, where an operand may begin; one without its end on the line is a division after all. */
const REGEX: Rule = {
  open: '\\/',
  when: (point) => operandMayBegin(point, OPERAND_FOLLOWS),
  end: endOfRegex,
};

const CODE: readonly Rule[] = [
  lineComment('\\/\\/'),
  blockComment('\\/\\*', '*/'),
  quoted("'"),
  quoted('"'),
  { open: '`', enter: 'template' },
  REGEX,
  lineComment('^#!'),
  // HTML comments are comments in scripts too, for the sake of browsers long gone.
  ownLineComment('<!--'),
];

const TEMPLATE = interpolating('`', '\\$\\{', { multiline: true });

/** TypeScript without elements: `<T>x` is a cast. */
export const TYPESCRIPT: Grammar = {
  modes: { code: CODE, template: TEMPLATE, braces: bracketed(CODE) },
};

const ELEMENT_START = '<(?=[A-Za-z_$>])';

const ELEMENT: Rule = {
  open: ELEMENT_START,
  when: (point) => operandMayBegin(point, OPERAND_FOLLOWS) && !startsTypeParameters(point),
  enter: 'tag',
};

const JSX_CODE: readonly Rule[] = [...CODE, ELEMENT];

/** JavaScript and TypeScript in which elements may stand (JSX); their text is no code, so `//` in it is no comment. */
export const JAVASCRIPT: Grammar = {
  modes: {
    code: JSX_CODE,
    template: TEMPLATE,
    braces: bracketed(JSX_CODE),
    tag: [
      { open: '\\/>', leave: true },
      { open: '>', become: 'text' },
      lineComment('\\/\\/'),
      blockComment('\\/\\*', '*/'),
      quoted('"', { escape: '', multiline: true }),
      quoted("'", { escape: '', multiline: true }),
      { open: '\\{', enter: 'braces' },
      // Type arguments: `<List<Item> of={…}>`.
      { open: '<[^<>{}"\']{0,200}>' },
    ],
    text: [
      { open: '\\{', enter: 'braces' },
      { open: '<\\/[^<>]{0,200}>', leave: true },
      { open: ELEMENT_START, enter: 'tag' },
    ],
  },
  suspect: { modes: ['tag', 'text'], fallback: TYPESCRIPT },
};

/** How far an element's end is looked for, where its beginning may be type parameters as well. */
const FARTHEST_CLOSING_TAG = 2_000;

/** `<T,>(x: T) => x`, `<T extends U>(…)` and `<T>(x: T) => x` are functions; `<b>(optional)</b>` is an element. */
function startsTypeParameters({ text, index }: LexPoint): boolean {
  const head = /^<(?:const\s+)?([A-Z]\w*)(?:\s*,|\s+extends\b(?!\s*[=/>])|\s*=[^>"'{]|(>\s*\())/.exec(
    text.slice(index, index + 200),
  );
  if (!head) {
    return false;
  }
  return head[2] === undefined || !text.slice(index, index + FARTHEST_CLOSING_TAG).includes(`</${head[1] ?? ''}`);
}
