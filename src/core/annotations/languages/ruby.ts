import { endOfRegex, operandMayBegin } from './expression';
import type { Grammar, LexPoint, Rule } from './grammar';
import { bracketed, endAt, heredoc, interpolating, lineComment, longQuoted, quoted, restOfText, token } from './rules';

const OPERAND_FOLLOWS = new Set(
  'return if elsif unless while until case when in and or not then do else puts p raise yield split scan match sub gsub'.split(
    ' ',
  ),
);

/**
 * A line's end ends the statement, so that what begins a line begins an operand. A space before and none behind make an
 * argument of a method that is called without brackets: `split /,/`, but not `a / b`.
 */
function mayBegin(point: LexPoint): boolean {
  const { text, index } = point;
  return (
    beginsLine(text, index) ||
    operandMayBegin(point, OPERAND_FOLLOWS) ||
    (/[A-Za-z_?!][ \t]/.test(text.slice(Math.max(0, index - 2), index)) && !/[\s=]/.test(text.charAt(index + 1)))
  );
}

function beginsLine(text: string, index: number): boolean {
  let at = index;
  while (' \t'.includes(text.charAt(at - 1)) && at > 0) {
    at--;
  }
  return at === 0 || '\r\n'.includes(text.charAt(at - 1));
}

const REGEX: Rule = {
  open: '\\/',
  when: mayBegin,
  end: (text, inside) => endOfRegex(text, inside) ?? endOfLongRegex(text, inside),
};

/** A regular expression of several lines, as `/x` allows; farther than this there is none. */
function endOfLongRegex(text: string, inside: number): number | undefined {
  const near = text.slice(inside, inside + LONGEST_REGEX);
  const close = /(?:^|[^\\])(?:\\\\)*\/(?=[a-z]*(?:[\s).,;}\]]|$))/.exec(near);
  return close ? inside + close.index + close[0].length : undefined;
}

const LONGEST_REGEX = 5_000;

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Where a quotation ends whose own kind of brackets may nest in it; `index` is that of its opening bracket or sign. */
export function endOfDelimited(text: string, index: number): number {
  const open = text.charAt(index);
  const close = PAIRS[open] ?? open;
  let depth = 0;
  for (let at = index + 1; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      at++;
    } else if (letter === close) {
      if (depth === 0) {
        return at + 1;
      }
      depth--;
    } else if (letter === open && close !== open) {
      depth++;
    }
  }
  return text.length;
}

/** `%w[a b]`, `%q(…)`, `%{…}`; `x % (y)` is a remainder, so a bare `%` needs the place of an operand. */
const PERCENT: Rule = {
  open: '%(?:[qQwWiIrsx][^\\w\\s]|[({\\[<|!](?!=))',
  when: (point) => /[a-zA-Z]/.test(point.text.charAt(point.index + 1)) || mayBegin(point),
  end: (text, inside) => endOfDelimited(text, inside - 1),
};

/** `<<~SQL`, `<<-SQL`, `<<SQL`, with or without quotes; `list << ITEM` has a space and appends. */
const HEREDOC: readonly Rule[] = [
  heredoc('<<(?<![\\w)\\]<]<<)(?=["\'`]?[A-Z_])', /<<(?<quote>["'`]?)(?<word>[A-Z_]\w*)\k<quote>/, false),
  heredoc('<<[~-](?=["\'`]?[A-Za-z_])', /<<[~-](?<quote>["'`]?)(?<word>[A-Za-z_]\w*)\k<quote>/, true),
];

const CODE: readonly Rule[] = [
  { open: '^=begin\\b', end: endOfBegin, comment: { style: 'block', close: '=end' } },
  restOfText('^__END__\\r?$'),
  // `?#` and `?"` are one letter each.
  token('\\?(?<![\\w)\\]}]\\?)(?:\\\\.|[^\\s\\w])(?!\\w)'),
  // The names of operators.
  token(':[\\/%`](?![\\w\\/({\\[])'),
  // The global variables $" $' $` and $#.
  token('\\$["\'`#/]'),
  lineComment('#'),
  { open: '"', enter: 'string' },
  quoted("'", { multiline: true }),
  longQuoted('`', '`'),
  REGEX,
  PERCENT,
  ...HEREDOC,
];

function endOfBegin(text: string, inside: number): number {
  return endAt(text, inside, '\n=end');
}

export const RUBY: Grammar = {
  modes: { code: CODE, braces: bracketed(CODE), string: interpolating('"', '#\\{', { multiline: true }) },
};

/** As Ruby's, but a single quote opens one letter. */
const CRYSTAL_CODE = CODE.map((rule) =>
  rule.open.startsWith("'") ? token("'(?:\\\\[^'\\r\\n]{1,10}|[^'\\\\\\r\\n])'") : rule,
);

export const CRYSTAL: Grammar = {
  modes: {
    code: CRYSTAL_CODE,
    braces: bracketed(CRYSTAL_CODE),
    string: interpolating('"', '#\\{', { multiline: true }),
  },
};
