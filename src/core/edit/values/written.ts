import type { FieldSpec } from '../../roadmap/fields';
import type { Dialect } from './dialect';
import type { ItemText } from './itemText';
import { spaces } from './layout';

/** A value that is to be written. `inLines`: without brackets in YAML, one entry a line in JSON. */
export type Written =
  | {
      readonly kind: 'scalar';
      readonly text: string;
      readonly type: FieldSpec['type'] | undefined;
      readonly quote: string | undefined;
    }
  | { readonly kind: 'list'; readonly items: readonly Written[]; readonly inLines: boolean }
  | { readonly kind: 'map'; readonly entries: readonly WrittenEntry[]; readonly inLines: boolean }
  /** A list of one thing. */
  | { readonly kind: 'items'; readonly words: ItemText };

export interface WrittenEntry {
  readonly key: string;
  readonly value: Written;
}

/** How a file sets its lines. */
export interface LineStyle {
  readonly lineBreak: string;
  /** What a level of nesting is indented by. */
  readonly unit: string;
  /** Columns between a key and the dashes of its list. */
  readonly listIndent: number;
  /** Between a key's colon and its value, and between entries on one line, where brackets stand. */
  readonly gap: string;
  /** Inside the brackets of a mapping on one line. */
  readonly padding: string;
  /** A key of the file with its quotes; undefined: none has any. */
  readonly likeKey: string | undefined;
}

/** The words for a value between brackets, or of a single word. @param indent of the line on which it starts; undefined: all of it stands on that line */
export function bracketed(dialect: Dialect, style: LineStyle, value: Written, indent: string | undefined): string {
  if (value.kind === 'scalar') {
    return dialect.scalar(value.text, { inBrackets: true, quote: value.quote, type: value.type });
  }
  if (value.kind === 'items') {
    return bracketedItem(style, value.words, indent);
  }
  const [open, close, padding] = value.kind === 'list' ? ['[', ']', ''] : ['{', '}', style.padding];
  const inLines = value.inLines && !dialect.hasBlocks && indent !== undefined;
  const inner = inLines ? indent + style.unit : indent;
  const parts =
    value.kind === 'list'
      ? value.items.map((item) => bracketed(dialect, style, item, inner))
      : value.entries.map((entry) => bracketedEntry(dialect, style, entry, inner));
  if (parts.length === 0) {
    return open + close;
  }
  return inLines
    ? `${open}${style.lineBreak}${inner}${parts.join(`,${style.lineBreak}${inner}`)}${style.lineBreak}${indent}${close}`
    : `${open}${padding}${parts.join(`,${style.gap}`)}${padding}${close}`;
}

function bracketedItem({ lineBreak, unit }: LineStyle, { part }: ItemText, indent: string | undefined): string {
  const set = indent === undefined ? part?.(undefined) : part?.(indent + unit);
  return set !== undefined && indent !== undefined && /[\r\n]/.test(set)
    ? `[${lineBreak}${indent}${unit}${set}${lineBreak}${indent}]`
    : `[${set ?? ''}]`;
}

/** `key: value` between brackets. */
export function bracketedEntry(
  dialect: Dialect,
  style: LineStyle,
  { key, value }: WrittenEntry,
  indent: string | undefined,
): string {
  return `${dialect.key(key, style.likeKey)}:${style.gap}${bracketed(dialect, style, value, indent)}`;
}

/** `key: value` in lines, of which the first starts in a column; the words begin with the key itself. */
export function blockEntry(dialect: Dialect, style: LineStyle, { key, value }: WrittenEntry, column: number): string {
  return `${dialect.key(key, style.likeKey)}:${blockValue(dialect, style, value, column)}`;
}

/** What stands behind the colon of a key in a column. */
export function blockValue(dialect: Dialect, style: LineStyle, value: Written, column: number): string {
  if (value.kind === 'scalar') {
    return value.text.includes('\n') && value.quote !== '"'
      ? literal(style, value.text, column)
      : ` ${dialect.scalar(value.text, { inBrackets: false, quote: value.quote, type: value.type })}`;
  }
  if (value.kind === 'items') {
    const lineStart = style.lineBreak + spaces(column + style.listIndent);
    return (value.words.listed ?? []).map((line) => (line === '' ? style.lineBreak : lineStart + line)).join('');
  }
  const isEmpty = value.kind === 'list' ? value.items.length === 0 : value.entries.length === 0;
  if (!value.inLines || isEmpty) {
    return ` ${bracketed(dialect, style, value, '')}`;
  }
  const inner = column + (value.kind === 'list' ? style.listIndent : style.unit.length);
  return `${style.lineBreak}${spaces(inner)}${block(dialect, style, value, inner)}`;
}

/** A list or mapping in lines, of which the first starts in a column; the words begin with its dash or key. */
export function block(dialect: Dialect, style: LineStyle, value: Written, column: number): string {
  const between = `${style.lineBreak}${spaces(column)}`;
  switch (value.kind) {
    case 'scalar':
      return dialect.scalar(value.text, { inBrackets: false, quote: value.quote, type: value.type });
    case 'map':
      return value.inLines
        ? value.entries.map((entry) => blockEntry(dialect, style, entry, column)).join(between)
        : bracketed(dialect, style, value, '');
    case 'items':
      return bracketed(dialect, style, value, '');
    case 'list':
      return value.inLines
        ? value.items.map((item) => `- ${block(dialect, style, item, column + 2)}`).join(between)
        : bracketed(dialect, style, value, '');
  }
}

/** Words of several lines as YAML has them behind `|`. */
export function literal({ lineBreak, unit }: LineStyle, text: string, column: number): string {
  const indent = spaces(column + unit.length);
  const lines = text.split(/\r\n|\r|\n/).map((line) => (line.trim() === '' ? '' : indent + line.trimEnd()));
  return ` |${lineBreak}${lines.join(lineBreak)}`;
}
