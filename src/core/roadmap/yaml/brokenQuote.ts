import { t } from '../../words/t';
import { type ReadContext, report } from '../readContext';
import type { ScalarNode } from '../valueNode';

/** What may stand behind a closed quote between brackets; a further text lacks a comma only. */
const ENDS_WELL = /[ \t]*(?:[,:[\]{}#\r\n"']|\/[/*]|$)/y;
const OPENS_NEXT = /[^\s,:\]}"'][^"',\n]*["']/y;
const BEHIND = /[^,[\]{}"'\r\n]+/y;
const JSON_FIELD = /,? {0,9}(?="[^"\n]{1,60}" {0,9}:)/;
const YAML_FIELD = /, {0,9}(?=[\w-]{1,60}: )/;

/**
 * Reads a text in quotes between brackets, and says so where its quote is not closed or something stands behind it. An unclosed
 * text ends at the next field or at the end of its line, before the brackets that close there.
 */
export function readFlowQuoted(
  context: ReadContext,
  source: string,
  base: number,
  start: number,
  limit: number,
  format: 'yaml' | 'json',
): { readonly node: ScalarNode; readonly end: number } {
  const quote = source[start] ?? '"';
  const closed = closedText(source, start, limit, quote);
  if (closed === undefined) {
    const newline = source.indexOf('\n', start);
    const line = source.slice(start, Math.min(newline < 0 ? limit : newline, limit));
    return unclosed(context, base, start, line, quote, format === 'json' ? JSON_FIELD : YAML_FIELD);
  }
  const at = start + closed.length;
  if (matchAt(ENDS_WELL, source, at) !== undefined) {
    return { node: scalar(base, start, closed), end: at };
  }
  // `"never closed, "status": …`: the quote that seems to close it opens the next text.
  if (matchAt(OPENS_NEXT, source, at) !== undefined) {
    return unclosed(context, base, start, closed, quote, /,? {0,9}["']$/);
  }
  const behind = (matchAt(BEHIND, source, at) ?? '').trimEnd();
  const words = `${closed.slice(1, -1)} ${behind.trim()}`;
  const span = { start: base + start, end: base + at + behind.length };
  const message = t('Nothing may stand behind the closing quote. Put all of it between quotes.');
  report(context, 'WM101', span, message, JSON.stringify(words));
  return { node: { kind: 'scalar', text: words, span, inner: span }, end: at + behind.length };
}

function unclosed(context: ReadContext, base: number, start: number, line: string, quote: string, next: RegExp) {
  const words = line.slice(1);
  const following = next.exec(words)?.index ?? -1;
  const text = (following < 0 ? withoutEnd(words) : words.slice(0, following)).trimEnd();
  const span = { start: base + start, end: base + start + 1 + text.length };
  report(
    context,
    'WM101',
    span,
    t('The quote that opens here is never closed. Add the closing one.'),
    `${quote}${text}${quote}`,
  );
  const node: ScalarNode = { kind: 'scalar', text, span, inner: { start: span.start + 1, end: span.end } };
  return { node, end: start + 1 + text.length };
}

/** Without the commas and brackets at its end. */
function withoutEnd(words: string): string {
  let end = words.length;
  while (end > 0 && ' \t\r,]}'.includes(words[end - 1] ?? '-')) {
    end -= 1;
  }
  return words.slice(0, end);
}

/** From the first quote to the one that closes it; undefined: none does on this line. */
function closedText(source: string, start: number, limit: number, quote: string): string | undefined {
  const found = matchAt(quote === '"' ? /"(?:[^"\\\n]|\\.)*"/y : /'(?:[^'\n]|'')*'/y, source, start);
  return found !== undefined && start + found.length <= limit ? found : undefined;
}

function matchAt(pattern: RegExp, source: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0];
}

function scalar(base: number, start: number, written: string): ScalarNode {
  const span = { start: base + start, end: base + start + written.length };
  const text = unescaped(written.slice(1, -1), written[0] ?? '');
  return { kind: 'scalar', text, span, inner: { start: span.start + 1, end: span.end - 1 } };
}

function unescaped(inside: string, quote: string): string {
  if (quote === "'") {
    return inside.replaceAll("''", "'");
  }
  return inside.replace(/\\(u[\da-fA-F]{4}|.)/g, (_, code: string) => {
    const named = ({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' } as Record<string, string>)[code];
    return named ?? (code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code);
  });
}
