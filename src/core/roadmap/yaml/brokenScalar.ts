import { t } from '../../words/t';
import { type ReadContext, report } from '../readContext';
import type { ScalarNode } from '../valueNode';

/**
 * Reads the words that stand between two offsets of one line and are no YAML, as they were most likely meant, and says what is
 * wrong with them; nothing where they alone are right.
 */
export function readBrokenScalar(
  context: ReadContext,
  source: string,
  base: number,
  start: number,
  lineEnd: number,
): ScalarNode {
  const quote = source[start] ?? '';
  if (quote === '"' || quote === "'") {
    return readQuoted(context, source.slice(start, lineEnd), base + start, quote);
  }
  const text = withoutComment(source.slice(start, lineEnd));
  const span = { start: base + start, end: base + start + text.length };
  const message = whatIsWrong(text);
  if (message !== undefined) {
    report(context, 'WM101', span, message, JSON.stringify(text));
  }
  return { kind: 'scalar', text, span, inner: span };
}

function readQuoted(context: ReadContext, line: string, at: number, quote: string): ScalarNode {
  const closing = closingQuote(line, quote);
  const text = withoutComment(line, closing < 0 ? line.length : closing + 1);
  const span = { start: at, end: at + text.length };
  const inside = text.slice(1, closing < 0 ? text.length : closing);
  if (closing < 0) {
    const message = t('The quote that opens here is never closed. Add the closing one.');
    report(context, 'WM101', span, message, inside.includes(quote) ? JSON.stringify(inside) : text + quote);
    return { kind: 'scalar', text: inside, span, inner: { start: at + 1, end: span.end } };
  }
  const behind = text.slice(closing + 1).trim();
  if (behind === '') {
    return { kind: 'scalar', text: inside, span, inner: { start: at + 1, end: at + closing } };
  }
  // `"Now" or "never"`: the quotes belong to the words.
  const words = behind.includes(quote) ? text : `${inside} ${behind}`;
  const message = t('Nothing may stand behind the closing quote. Put all of it between quotes.');
  report(context, 'WM101', span, message, JSON.stringify(words));
  return { kind: 'scalar', text: words, span, inner: span };
}

/** The offset of the quote that closes the one at the beginning; less than 0: there is none. */
function closingQuote(line: string, quote: string): number {
  for (let at = 1; at < line.length; at += 1) {
    if (line[at] === '\\' && quote === '"') {
      at += 1;
    } else if (line[at] === quote) {
      if (quote === '"' || line[at + 1] !== quote) {
        return at;
      }
      at += 1;
    }
  }
  return -1;
}

function withoutComment(line: string, from = 0): string {
  const comment = line.indexOf(' #', from);
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd();
}

function whatIsWrong(text: string): string | undefined {
  const first = text[0] ?? '';
  if (/^[@`%,\]}[{>|]|^[-?:](?:\s|$)/.test(text)) {
    return t('A value cannot start with `{0}`. Put it in quotes.', first);
  }
  if (/^[&*!]/.test(text)) {
    return t('A value that starts with `{0}` means something else in YAML. Put it in quotes.', first);
  }
  if (text.includes(': ')) {
    return t('A value with a colon and a space in it must stand in quotes.');
  }
  return text.endsWith(':') ? t('A value with a colon at its end must stand in quotes.') : undefined;
}
