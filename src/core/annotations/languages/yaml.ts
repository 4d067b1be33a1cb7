import type { Grammar, Rule } from './grammar';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import { quoted } from './rules';
import { SPACED_HASH } from './hashFamily';

/** Quotes open a string only where a value or key begins: `don't` is plain text. */
const VALUE_START = '(?<=(?:(?:^|[\\[{,:?-][ \\t])[ \\t]{0,100}|[\\[{,]).)';

/** `key: |` and `- >-`: the deeper indented lines that follow are text, whatever they look like. */
const BLOCK_SCALAR: Rule = {
  open: '[|>](?<=(?:[:-]|[:-][ \\t]{1,100}[!&][^\\s]{1,200})[ \\t]{1,100}.)[-+0-9]{0,2}(?=[ \\t]*(?:#[^\\r\\n]*)?\\r?$)',
  body(text, _inside, index) {
    const parent = parentIndent(text, index);
    return { key: String(parent), endFrom: (whole, from) => endOfDeeperLines(whole, from, parent) };
  },
};

function endOfDeeperLines(text: string, from: number, parent: number): number {
  let end = from;
  while (end < text.length) {
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    const content = firstNonSpace(text, next);
    const blank = content >= text.length || text.charAt(content) === '\n' || text.charAt(content) === '\r';
    if (!blank && content - next <= parent) {
      return end;
    }
    end = endOfLine(text, content);
  }
  return end;
}

/** The column that the lines of a block scalar must pass: that of its key, or of the `-` whose item it is. */
function parentIndent(text: string, index: number): number {
  const lineStart = startOfLine(text, index);
  const [prefix = '', dashes = ''] = /^ *((?:- +)*)/.exec(text.slice(lineStart, index)) ?? [];
  const isItem = lineStart + prefix.length === index && dashes !== '';
  return isItem ? prefix.trimEnd().length - 1 : prefix.length;
}

function firstNonSpace(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') {
    at++;
  }
  return at;
}

export const YAML: Grammar = {
  modes: {
    code: [
      SPACED_HASH,
      quoted('"', { opens: `"${VALUE_START}`, multiline: true }),
      quoted("'", { opens: `'${VALUE_START}`, escape: '', multiline: true, doubled: true }),
      BLOCK_SCALAR,
    ],
  },
};
