import { t } from '../../words/t';
import {
  DEEPEST_NESTING,
  emptyAt,
  type ListNode,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  type ValueNode,
} from '../valueNode';
import { readFlowQuoted } from './brokenQuote';
import { finishedEntries } from './entries';
import { FlowCursor, isPlaceholder, JSON_WORD, type Open } from './flowCursor';
import { keyAt } from './lineStarts';

/**
 * Reads lists and mappings between brackets that have mistakes, in YAML or JSON, as they were most likely meant. How the lines are
 * indented tells which bracket was never closed. Each mistake is one problem. It calls itself for each level of nesting, and stops
 * at the deepest that is read.
 */
export class BrokenFlow extends FlowCursor {
  private readonly open: Open[] = [];

  /** The value whose first character stands at the offset, and where it ends. */
  read(offset: number): { readonly value: ValueNode; readonly end: number } {
    this.goTo(offset);
    const value = this.readValue();
    this.sayUnclosed();
    return { value, end: this.at };
  }

  private readValue(): ValueNode {
    const first = this.source[this.at] ?? '';
    if ((first === '[' || first === '{') && !isPlaceholder(this.source, this.at)) {
      if (this.open.length >= DEEPEST_NESTING) {
        this.say(this.at, this.at + 1, t('This is nested too deeply to be read. Take it out of some levels.'));
        const at = this.at;
        this.at = this.limit;
        return emptyAt(this.base + at);
      }
      return first === '[' ? this.readList() : this.readMap(true);
    }
    return first === '"' || (first === "'" && this.format === 'yaml') ? this.readQuoted() : this.readWord();
  }

  private readList(): ListNode {
    const open = this.push(']', this.at);
    this.at += 1;
    const items: ValueNode[] = [];
    let needsComma = false;
    let holdsMaps = false;
    while (this.isInside(open)) {
      const start = this.at;
      if (this.source[start] === ',') {
        this.takeComma(needsComma);
        needsComma = false;
        continue;
      }
      if (items[0]?.kind === 'scalar' && this.open.at(-2)?.closing === '}' && this.isField()) {
        this.sayNeverClosed(open);
        break;
      }
      if (needsComma) this.sayMissingComma(items.at(-1)?.span.end);
      const item = this.readItem(holdsMaps);
      if (item) items.push(item);
      holdsMaps ||= item?.kind === 'map';
      needsComma = item !== undefined;
      if (this.at === start) this.at += 1;
    }
    this.open.pop();
    return { kind: 'list', items, span: this.spanFrom(open.start) };
  }

  /** undefined: words that are no value in JSON, or lost between mappings. */
  private readItem(isOfMaps: boolean): ValueNode | undefined {
    const start = this.at;
    const value = this.readValue();
    this.skipSpace(false);
    if (value.kind === 'scalar' && this.isColon() && /["\w]/.test(this.source[start] ?? '')) {
      // `"id": …` where an item belongs: its bracket is missing.
      this.at = start;
      this.say(
        start,
        start + value.span.end - value.span.start,
        t('A bracket `{` is missing before this.'),
        `{ ${this.source.slice(start, value.span.end - this.base)}`,
      );
      return this.readMap(false);
    }
    if (value.kind === 'scalar' && this.format === 'json' && this.isBareWord(start, value)) {
      this.say(start, value.span.end - this.base, t('This is not JSON. Remove it, or write it between double quotes.'));
      return undefined;
    }
    if (value.kind === 'scalar' && isOfMaps && this.isLineEnd()) {
      this.say(start, value.span.end - this.base, t('These words stand between the items of the list. Remove them.'));
      return undefined;
    }
    return value;
  }

  private readMap(hasBracket: boolean): MapNode {
    const open = this.push('}', this.at);
    if (hasBracket) this.at += 1;
    const entries: MapEntry[] = [];
    let needsComma = false;
    while (this.isInside(open)) {
      const start = this.at;
      const first = this.source[start] ?? '';
      if (first === ',') {
        this.takeComma(needsComma);
        needsComma = false;
        continue;
      }
      if ((first === '{' || first === '[') && !isPlaceholder(this.source, start) && this.open.at(-2)?.closing === ']') {
        this.sayNeverClosed(open);
        break;
      }
      if (needsComma) this.sayMissingComma(entries.at(-1)?.value.span.end);
      needsComma = this.readEntry(entries);
      if (this.at === start) this.at += 1;
    }
    this.open.pop();
    return { kind: 'map', entries: finishedEntries(this.context, entries), span: this.spanFrom(open.start) };
  }

  /** Whether an entry stood there. */
  private readEntry(entries: MapEntry[]): boolean {
    const start = this.at;
    const key = this.readValue();
    this.skipSpace(false);
    const keyEnd = key.span.end - this.base;
    if (key.kind !== 'scalar' || !this.isColon()) {
      if (this.format === 'yaml' && key.kind === 'scalar') {
        entries.push({ key: key.text, keySpan: key.inner, value: emptyAt(key.span.end) });
        return true;
      }
      if (key.kind === 'scalar' && !this.isBareWord(start, key)) {
        return this.readColonless(key, entries);
      }
      this.say(start, keyEnd, t('This is no field. Remove it, or write `"name": value`.'));
      return entries.length > 0 && this.source[this.at] === ',';
    }
    if (this.format === 'json' && this.isBareWord(start, key)) {
      this.say(start, keyEnd, t('The names of fields stand in double quotes.'), JSON.stringify(key.text));
    }
    this.at += 1;
    const colon = this.at;
    this.skipSpace(false);
    const isEmpty = /[,\]}]/.test(this.source[this.at] ?? ',') || this.isLineEnd();
    const value = isEmpty ? emptyAt(this.base + colon) : this.readValue();
    if (isEmpty && this.format === 'json') {
      this.say(start, colon, t('A value is missing behind this.'));
    }
    if (this.format === 'json' && value.kind === 'scalar' && this.isBareWord(value.span.start - this.base, value)) {
      this.say(
        value.span.start - this.base,
        value.span.end - this.base,
        t('This is not JSON: words stand in double quotes.'),
        JSON.stringify(value.text),
      );
    }
    entries.push({ key: key.text, keySpan: key.inner, value });
    return true;
  }

  /** `"title" "Refund API"` */
  private readColonless(key: ScalarNode, entries: MapEntry[]): boolean {
    const end = key.span.end - this.base;
    const written = this.source.slice(key.span.start - this.base, end);
    this.say(
      key.span.start - this.base,
      end,
      t('A colon is missing behind this: write `{0}: value`.', written.slice(0, 40)),
      this.isLineEnd() ? undefined : `${written}:`,
    );
    const isEmpty = /[,\]}]/.test(this.source[this.at] ?? ',') || this.isLineEnd();
    entries.push({ key: key.text, keySpan: key.inner, value: isEmpty ? emptyAt(key.span.end) : this.readValue() });
    return true;
  }

  private readQuoted(): ScalarNode {
    const { node, end } = readFlowQuoted(this.context, this.source, this.base, this.at, this.limit, this.format);
    this.at = end;
    return node;
  }

  /** Up to a comma, a bracket, a colon with a space, or the line's end. */
  private readWord(): ScalarNode {
    const start = this.at;
    const pattern =
      /(?:\{\{[^\n}]*\}\}|\{%[^\n}]*%\}|\$\{[^\n}]*\}|<%[^\n>]*%>|:(?![\s,[\]{}]|$)|[^,[\]{}:\n#"]|(?<=\S)["#])*/y;
    pattern.lastIndex = start;
    const [found = ''] = pattern.exec(this.source) ?? [];
    const text = found.slice(0, Math.max(0, this.limit - start)).trimEnd();
    this.at += Math.max(text.length, 0);
    const span = { start: this.base + start, end: this.base + start + text.length };
    return { kind: 'scalar', text: text.replace(/"$/, ''), span, inner: span };
  }

  /** Goes on to the next thing inside of the bracket; false where it ends, behind its closing bracket if it has one. */
  private isInside(open: Open): boolean {
    for (;;) {
      const isNewLine = this.skipSpace(true) || this.isLineBehindUnclosed();
      if (this.at >= this.limit) {
        this.sayNeverClosed(open);
        return false;
      }
      // Tabs and spaces cannot be compared.
      const isComparable = isNewLine && (this.hasTabs === open.hasTabs || open.indent === 0);
      const indent = isComparable ? this.indent : undefined;
      const first = this.source[this.at] ?? '';
      if (isNewLine && this.skipLoneWords(open.indent)) {
        continue;
      }
      if (first !== ']' && first !== '}') {
        return this.isWithin(open, indent);
      }
      const whose = this.whoseClosing(open, first, indent);
      if (whose === 'own') {
        this.at += 1;
        return false;
      }
      if (whose === 'outer') {
        this.sayNeverClosed(open);
        return false;
      }
      this.say(this.at, this.at + 1, t('There is a closing bracket too many here.'), '');
      this.at += 1;
    }
  }

  /** A line that is indented no deeper than the one with the bracket stands outside of it, where others inside are. */
  private isWithin(open: Open, indent: number | undefined): boolean {
    const isOutside =
      indent !== undefined && indent <= open.indent && (open.inside === undefined || open.inside > open.indent);
    // In YAML a field on a line of its own, where all else stood on the line of the bracket.
    const isField =
      this.format === 'yaml' &&
      indent !== undefined &&
      open.inside === undefined &&
      keyAt(this.source, this.at) !== undefined;
    if (isOutside || (isField && !this.isBehindComma())) {
      this.sayNeverClosed(open);
      return false;
    }
    open.inside ??= indent;
    return true;
  }

  private whoseClosing(open: Open, closing: string, indent: number | undefined): 'own' | 'outer' | 'none' {
    const alike = this.open.filter((each) => each.closing === closing);
    const meant = alike.find((each) => each.indent === indent);
    if (closing === open.closing && (meant === undefined || open.indent === indent)) {
      return 'own';
    }
    return meant !== undefined || (indent === undefined && alike.length > 0) ? 'outer' : 'none';
  }

  private takeComma(isNeeded: boolean): void {
    if (!isNeeded) {
      this.say(this.at, this.at + 1, t('There is a comma too many here.'), '');
    }
    this.at += 1;
  }

  /** Words that JSON knows only between quotes. */
  private isBareWord(start: number, { text }: ScalarNode): boolean {
    return this.source[start] !== '"' && !JSON_WORD.test(text);
  }

  private push(closing: Open['closing'], start: number): Open {
    const open: Open = { closing, start, indent: this.indent, hasTabs: this.hasTabs, inside: undefined };
    this.open.push(open);
    return open;
  }
}
