import type { Span } from '../model/span';
import { isQuote, type Quote } from './place';
import { isBlank, skipBlanks, type TextLine, trimBlanks } from './textLines';

/** What one line of YAML is made of, as far as a line alone can tell: `- - key: value # comment`. */
export interface YamlLine extends TextLine {
  /** Offsets of the dashes at its beginning. */
  readonly dashes: readonly number[];
  /** Where its words begin, behind the dashes; the line's end when there are none. */
  readonly content: number;
  readonly key: YamlKey | undefined;
  /** Where the value begins: behind the colon, or the words themselves where there is no key. */
  readonly value: number;
  /** Where its comment begins; the line's end when there is none. */
  readonly comment: number;
}

export interface YamlKey {
  readonly text: string;
  /** Without quotes. */
  readonly span: Span;
  readonly colon: number;
}

export function readYamlLine(text: string, line: TextLine): YamlLine {
  const dashes: number[] = [];
  let content = skipBlanks(text, line.start, line.end);
  while (text[content] === '-' && content < line.end && (content + 1 === line.end || isBlank(text[content + 1]))) {
    dashes.push(content);
    content = skipBlanks(text, content + 1, line.end);
  }
  const comment = startOfComment(text, content, line.end);
  const key = readKey(text, content, comment);
  return { ...line, dashes, content, key, value: key ? skipBlanks(text, key.colon + 1, line.end) : content, comment };
}

/** Longer words before a colon are prose. */
const LONGEST_KEY = 200;

function readKey(text: string, from: number, end: number): YamlKey | undefined {
  const first = text[from];
  if (isQuote(first)) {
    const close = endOfQuoted(text, from, end);
    const colon = close === undefined ? end : skipBlanks(text, close + 1, end);
    return close !== undefined && isColon(text, colon, end)
      ? { text: unquote(text.slice(from + 1, close), first), span: { start: from + 1, end: close }, colon }
      : undefined;
  }
  if (first === undefined || '[{#|>%'.includes(first)) {
    return undefined;
  }
  const limit = Math.min(end, from + LONGEST_KEY);
  for (let at = from; at < limit; at++) {
    if (isColon(text, at, end)) {
      const keyEnd = trimBlanks(text, at, from);
      return keyEnd > from
        ? { text: text.slice(from, keyEnd), span: { start: from, end: keyEnd }, colon: at }
        : undefined;
    }
  }
  return undefined;
}

function isColon(text: string, at: number, end: number): boolean {
  return at < end && text[at] === ':' && (at + 1 === end || isBlank(text[at + 1]));
}

function startOfComment(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === '#' && (at === from || isBlank(text[at - 1]))) {
      return at;
    }
    // A quote inside of words is an apostrophe.
    if (isQuote(character) && (at === from || ' \t[{,:'.includes(text[at - 1] ?? ''))) {
      at = endOfQuoted(text, at, end) ?? at;
    }
  }
  return end;
}

/** Where the text that is quoted from here ends, on the closing quote; undefined: it does not on its line. */
export function endOfQuoted(text: string, from: number, limit: number): number | undefined {
  const quote = text[from];
  for (let at = from + 1; at < limit && text[at] !== '\n' && text[at] !== '\r'; at++) {
    if (text[at] === '\\' && quote === '"') {
      at++;
    } else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === quote && at + 1 < limit) {
        at++;
      } else {
        return at;
      }
    }
  }
  return undefined;
}

/** What stands between quotes, in plain words as far as these matter for names. */
function unquote(inner: string, quote: Quote): string {
  return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
}

/** The words of a value that stands alone on its line or between two commas. */
export function plainWords(written: string): string {
  const words = written.trim();
  const [first] = words;
  return isQuote(first) && words.length > 1 && words.endsWith(first) ? unquote(words.slice(1, -1), first) : words;
}
