import { endOfRegex, operandMayBegin } from './expression';
import type { Grammar, Rule } from './grammar';
import { endAt, heredoc, lineComment, longQuoted, quoted, restOfText, token } from './rules';
import { endOfDelimited } from './ruby';

const OPERAND_FOLLOWS = new Set(
  'return if elsif unless while until and or not x split grep map join push when'.split(' '),
);

const REGEX: Rule = {
  open: '\\/',
  when: (point) => operandMayBegin(point, OPERAND_FOLLOWS),
  end: endOfRegex,
};

/** `q(…)`, `qq{…}`, `qw/…/`, `m!…!`, `s/…/…/`, `tr/…/…/`; not as the key of a hash or behind `->`, `$`, `&`. */
const QUOTE_LIKE: Rule = {
  open: '(?<![\\w$@%&>-])(?:q[qwxr]?|m|s|tr|y)(?:[^\\w\\s,;=)>#-]|[ \\t]+[({\\[<](?![ \\t]*=))',
  when: ({ text, index }) =>
    !/\{[ \t]*$/.test(text.slice(Math.max(0, index - 5), index)) || !/^\w+[ \t]*\}/.test(text.slice(index, index + 12)),
  end(text, inside, index) {
    const end = endOfDelimited(text, inside - 1);
    if (!/^(?:s|tr|y)\W/.test(text.slice(index, index + 3))) {
      return end;
    }
    // The second half has brackets of its own, or shares the sign in the middle.
    const open = text.charAt(inside - 1);
    if (!'([{<'.includes(open)) {
      return endOfDelimited(text, end - 1);
    }
    const second = /^\s*/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
    return endOfDelimited(text, end + second);
  },
};

export const PERL: Grammar = {
  modes: {
    code: [
      {
        open: '^=[a-zA-Z]\\w*',
        end: (text, inside) => endAt(text, inside, '\n=cut'),
        comment: { style: 'block', close: '=cut' },
      },
      restOfText('^__(?:END|DATA)__\\r?$'),
      // $#list, $', $" and the like.
      token('\\$(?:#[\\w{$]|[\'"`#/])'),
      lineComment('#'),
      quoted('"', { multiline: true }),
      quoted("'", { multiline: true }),
      longQuoted('`', '`'),
      QUOTE_LIKE,
      REGEX,
      heredoc('<<(?=["\'A-Z_~])', /<<~?(?<quote>["']?)(?<word>[A-Za-z_]\w*)\k<quote>/, true),
    ],
  },
};
