import { t } from '../../words/t';
import type { Span } from '../../model/span';
import { type ReadContext, report } from '../readContext';

const LONGEST_PLACEHOLDER = 200;

/** Words that a template is to replace: `{{ title }}`, `{% if %}`. */
export function isPlaceholder(source: string, offset: number): boolean {
  return (
    source.charCodeAt(offset) === 123 &&
    /^\{(?:\{[^{}\n]*\}\}|%[^\n]*%\})/.test(source.slice(offset, offset + LONGEST_PLACEHOLDER))
  );
}

/** A whole line without any sign of JSON or YAML. */
const LONE_WORDS = /[^\s,:[\]{}"'#/-][^,:[\]{}"'\n]*(?=\r?\n|$)/y;
const FIELD = /(?:"[^"\n]{1,60}"|[\w-]{1,60}) {0,9}:\s/y;

/** What JSON knows without quotes. */
export const JSON_WORD = /^(?:true|false|null|-?\d[\d.eE+-]*)$/;

/** A bracket that stands open. */
export interface Open {
  readonly closing: ']' | '}';
  readonly start: number;
  /** Of the line on which it stands. */
  readonly indent: number;
  readonly hasTabs: boolean;
  /** Of the first line inside of it; undefined: what is inside begins on its own line. */
  inside: number | undefined;
}

/** A place that moves through the text of lists and mappings between brackets, from line to line. */
export class FlowCursor {
  private readonly space: RegExp;
  private readonly spaceOnLine: RegExp;
  /** Without a closing bracket, the inner before the outer, and the place up to which all of them go. */
  private unclosed: Open[] = [];
  private unclosedUntil = 0;
  private commaBehindUnclosed = '';
  protected at = 0;
  /** Of the present line. */
  protected indent = 0;
  protected hasTabs = false;

  /**
   * @param base what is added to offsets of `source` to make those of the file
   * @param limit where the text ends that can belong to it
   */
  constructor(
    protected readonly context: ReadContext,
    protected readonly source: string,
    protected readonly base: number,
    protected readonly format: 'yaml' | 'json',
    protected readonly limit: number,
  ) {
    const comment = format === 'json' ? '\\/\\/[^\\n]*|\\/\\*[^]*?(?:\\*\\/|$)' : '(?<=\\s)#[^\\n]*';
    this.space = new RegExp(`(?:\\s|${comment})*`, 'y');
    this.spaceOnLine = new RegExp(`(?:[ \\t]|${comment})*`, 'y');
  }

  protected goTo(offset: number): void {
    this.at = offset;
    this.startLine();
  }

  protected isBehindComma(): boolean {
    let at = this.at - 1;
    while (/\s/.test(this.source[at] ?? '-')) {
      at -= 1;
    }
    return this.source[at] === ',' || this.source[at] === '{' || this.source[at] === '[';
  }

  /** A name with a colon. */
  protected isField(): boolean {
    FIELD.lastIndex = this.at;
    return FIELD.test(this.source);
  }

  protected isColon(): boolean {
    return this.source[this.at] === ':';
  }

  protected isLineEnd(): boolean {
    return /[\r\n]/.test(this.source[this.at] ?? '\n');
  }

  /** Behind space and comments; whether a new line began. */
  protected skipSpace(overLines: boolean): boolean {
    const start = this.at;
    const pattern = overLines ? this.space : this.spaceOnLine;
    pattern.lastIndex = start;
    this.at = Math.min(start + (pattern.exec(this.source)?.[0].length ?? 0), this.limit);
    const isNewLine = this.source.slice(start, this.at).includes('\n');
    if (isNewLine) this.startLine();
    return isNewLine;
  }

  private startLine(): void {
    const start = this.source.lastIndexOf('\n', this.at - 1) + 1;
    const space = /^[ \t]*/.exec(this.source.slice(start, this.at))?.[0] ?? '';
    this.indent = space.length;
    this.hasTabs = space.includes('\t');
  }

  /** A bracket that is never closed does not take the space behind it along. */
  protected spanFrom(start: number): Span {
    let end = this.at;
    while (end > start && /\s/.test(this.source[end - 1] ?? '-')) {
      end -= 1;
    }
    return { start: this.base + start, end: this.base + end };
  }

  /**
   * A line of words alone, between fields or items of which none looks so.
   *
   * @param outside how far the line with the bracket is indented
   */
  protected skipLoneWords(outside: number): boolean {
    LONE_WORDS.lastIndex = this.at;
    const words = LONE_WORDS.exec(this.source)?.[0].trimEnd() ?? '';
    const isLone = this.format === 'json' ? !JSON_WORD.test(words) : this.indent <= outside;
    if (words === '' || !isLone || this.at + words.length > this.limit) {
      return false;
    }
    this.say(this.at, this.at + words.length, t('This line is neither a field nor a list item. Remove it.'), '');
    this.at += words.length;
    return true;
  }

  /** Brackets that end at the same place for want of a closing one are one mistake. */
  protected sayNeverClosed(open: Open): void {
    if (this.unclosedUntil !== this.at) {
      this.sayUnclosed();
    }
    this.unclosed.push(open);
    this.unclosedUntil = this.at;
  }

  /** At the beginning of the line before which an inner bracket ends unclosed; the outer ones may end there too. */
  protected isLineBehindUnclosed(): boolean {
    const isBehind = this.unclosed.length > 0 && this.unclosedUntil === this.at;
    return isBehind && this.at === this.indent + this.source.lastIndexOf('\n', this.at - 1) + 1;
  }

  protected sayUnclosed(): void {
    const [inner] = this.unclosed;
    if (inner === undefined) {
      return;
    }
    const others = this.unclosed.length - 1;
    const closing = this.unclosed.map((open) => open.closing).join('') + this.commaBehindUnclosed;
    const isAtEnd = this.format === 'json' && this.unclosedUntil >= this.limit;
    const lineEnd = this.source.indexOf('\n', inner.start);
    const end = Math.min(lineEnd < 0 ? this.limit : lineEnd, Math.max(this.unclosedUntil, inner.start + 1));
    this.say(
      inner.start,
      inner.start + this.source.slice(inner.start, end).trimEnd().length,
      neverClosed(others, closing, isAtEnd),
    );
    this.unclosed = [];
    this.commaBehindUnclosed = '';
  }

  protected sayMissingComma(before: number | undefined): void {
    if (this.isBehindComma()) {
      return;
    }
    if (this.unclosed.length > 0 && this.unclosedUntil === this.at) {
      this.commaBehindUnclosed = ',';
      return;
    }
    const end = (before ?? this.base + this.at) - this.base;
    const last = /(?:"[^"\n]*"|[^\s,:[\]{}"]+|\S)$/.exec(this.source.slice(Math.max(0, end - 60), end))?.[0] ?? '';
    this.say(end - last.length, end, t('A comma is missing behind this.'), `${last},`);
  }

  protected say(start: number, end: number, message: string, suggestion?: string): void {
    report(
      this.context,
      'WM101',
      { start: this.base + start, end: this.base + Math.max(start, end) },
      message,
      suggestion,
    );
  }
}

function neverClosed(others: number, closing: string, isAtEnd: boolean): string {
  if (others === 0) {
    return isAtEnd
      ? t('The bracket that opens here is never closed. Add `{0}` at the end.', closing)
      : t('The bracket that opens here is never closed. Add `{0}`.', closing);
  }
  if (others === 1) {
    return isAtEnd
      ? t('The bracket that opens here and the one around it are never closed. Add `{0}` at the end.', closing)
      : t('The bracket that opens here and the one around it are never closed. Add `{0}`.', closing);
  }
  return isAtEnd
    ? t('The bracket that opens here and the {0} around it are never closed. Add `{1}` at the end.', others, closing)
    : t('The bracket that opens here and the {0} around it are never closed. Add `{1}`.', others, closing);
}
