import { emptyAt, type MapEntry, type ScalarNode, type ValueNode } from '../valueNode';

/** What may not start a word without quotes. `-`, `?` and `:` may where no space follows, but that is left to the library. */
const INDICATORS = new Set('-?:,[]{}#&*!|>\'"%@`');

/**
 * Reads a value that stands on one line, between two offsets, with a comment behind it or not. undefined: it is more than this
 * reader knows, or a mistake.
 */
export class InlineReader {
  private at = 0;
  private end = 0;

  /** @param base what is added to offsets of `source` to make those of the file */
  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  read(start: number, end: number): ValueNode | undefined {
    this.at = start;
    this.end = end;
    const first = this.source[start] ?? '';
    if (first === '"' || first === "'" || first === '[' || first === '{') {
      const value = this.readFlow(0);
      return value && this.isAtEnd() ? value : undefined;
    }
    return this.readPlainLine(start, end);
  }

  private readPlainLine(start: number, end: number): ValueNode | undefined {
    const line = this.source.slice(start, end);
    const comment = line.indexOf(' #');
    const text = comment < 0 ? line : line.slice(0, comment).trimEnd();
    return INDICATORS.has(text[0] ?? '-') || text.includes(': ') || text.endsWith(':') || text.includes('\t')
      ? undefined
      : this.word(text, start);
  }

  /** Behind the value only a comment. */
  private isAtEnd(): boolean {
    return this.at === this.end || /^ +(?:#|$)/.test(this.source.slice(this.at, this.end));
  }

  /** A value between brackets, or a quoted one. */
  private readFlow(depth: number): ValueNode | undefined {
    switch (this.source[this.at]) {
      case '"':
        return this.readQuoted(/"((?:[^"\\\n\t]|\\["\\/])*)"/y, /\\(.)/g);
      case "'":
        return this.readQuoted(/'((?:[^'\n\t]|'')*)'/y, /'(')/g);
      case '[':
        return depth > 8 ? undefined : this.readFlowList(depth + 1);
      case '{':
        return depth > 8 ? undefined : this.readFlowMap(depth + 1);
      default:
        return this.readFlowWord();
    }
  }

  private readQuoted(pattern: RegExp, escape: RegExp): ScalarNode | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    const [whole, inside = ''] = match ?? [];
    if (whole === undefined || this.at + whole.length > this.end) {
      return undefined;
    }
    const start = this.base + this.at;
    this.at += whole.length;
    const span = { start, end: start + whole.length };
    return { kind: 'scalar', text: inside.replace(escape, '$1'), span, inner: { start: start + 1, end: span.end - 1 } };
  }

  private readFlowList(depth: number): ValueNode | undefined {
    const start = this.at;
    const items: ValueNode[] = [];
    this.skip(1);
    while (this.source[this.at] !== ']') {
      const item = this.readFlow(depth);
      if (!item || !this.skipComma(']')) {
        return undefined;
      }
      items.push(item);
    }
    this.at += 1;
    return { kind: 'list', items, span: { start: this.base + start, end: this.base + this.at } };
  }

  private readFlowMap(depth: number): ValueNode | undefined {
    const start = this.at;
    const entries: MapEntry[] = [];
    this.skip(1);
    while (this.source[this.at] !== '}') {
      const key = this.readFlow(DEEPER_THAN_ANY);
      const colon = this.at;
      if (key?.kind !== 'scalar' || this.source[colon] !== ':' || this.source[colon + 1] !== ' ') {
        return undefined;
      }
      this.skip(1);
      const value = this.readFlow(depth);
      if (!value || !this.skipComma('}')) {
        return undefined;
      }
      const stated = value.kind === 'empty' ? emptyAt(this.base + colon + 1) : value;
      entries.push({ key: key.text, keySpan: key.inner, value: stated });
    }
    this.at += 1;
    return { kind: 'map', entries, span: { start: this.base + start, end: this.base + this.at } };
  }

  /** Up to a comma, bracket or colon with a space. */
  private readFlowWord(): ValueNode | undefined {
    const pattern = /[^,[\]{}:#\n\t]*(?:(?::(?=[^\s,[\]{}])|(?<=\S)#)[^,[\]{}:#\n\t]*)*/y;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? '';
    const start = this.at;
    const text = found.trimEnd();
    this.at += found.length;
    if (text === '' || this.at > this.end || INDICATORS.has(text[0] ?? '-')) {
      return undefined;
    }
    if (this.source[this.at] === ':' && found.length !== text.length) {
      return undefined;
    }
    return this.word(text, start);
  }

  private skip(count: number): void {
    this.at += count;
    while (this.source.charCodeAt(this.at) === 32) {
      this.at += 1;
    }
  }

  /** To the next value behind a comma, or to the closing bracket; false where neither stands. */
  private skipComma(closing: string): boolean {
    this.skip(0);
    if (this.at >= this.end) {
      return false;
    }
    if (this.source[this.at] === ',') {
      this.skip(1);
      return this.at < this.end && this.source[this.at] !== closing && this.source[this.at] !== '#';
    }
    return this.source[this.at] === closing;
  }

  private word(text: string, start: number): ValueNode {
    const span = { start: this.base + start, end: this.base + start + text.length };
    return /^(?:~|null)$/i.test(text) ? emptyAt(span.start) : { kind: 'scalar', text, span, inner: span };
  }
}

/** Keys that are lists or mappings are for the library. */
const DEEPER_THAN_ANY = 100;
