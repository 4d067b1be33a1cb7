import * as fc from 'fast-check';
import type { Grammar } from '../../../src/core/annotations/languages/grammar';

/** What begins, ends or hides something in many languages, and what texts consist of otherwise. */
const COMMON = [
  ...`" ' \` / // /* */ # -- { } \${ #{ \\( ( ) [ ] < > <a> </a> <<EOF EOF """ ''' r#" "# R"x( )x" [[ ]] {- -} (* *)`.split(
    ' ',
  ),
  ...`=begin =end <!-- --> | : - \\ a TODO return = + $ @ q( %w( :: \`\`\` ~~~ * . ! , 0 é`.split(' '),
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\n  ',
  '|\n',
  '<<EOF\n',
  '\u{1F600}',
  '\0',
];

const LONGEST_SIGN = 12;

/**
 * The letters from which the tokens of a grammar begin and with which its comments end, taken out of its patterns: not all
 * of them are whole signs, but together they make them.
 */
function signsOf(grammar: Grammar): string[] {
  const signs = new Set<string>();
  for (const rule of Object.values(grammar.modes).flat()) {
    const plain = rule.open.replace(/\\([^\w])/g, '$1');
    for (const piece of [...plain.matchAll(/[^\w\s]+|\w+/g), ...plain.matchAll(/[^\w\s]/g)]) {
      signs.add(piece[0].slice(0, LONGEST_SIGN));
    }
    if (rule.comment?.close) {
      signs.add(rule.comment.close);
    }
  }
  return [...signs];
}

/** Pieces of texts in which every corner of a grammar is met. */
export function piecesOf(grammar: Grammar): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom(' ', ...signsOf(grammar)), fc.constantFrom(...COMMON));
}
