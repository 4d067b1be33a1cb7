import type { FieldSpan, Roadmap, Verdict, WorkItem } from '../model/roadmap';

/** What an edit of one item knows. */
export interface ItemContext {
  readonly text: string;
  readonly item: WorkItem;
  readonly format: Roadmap['format'];
}

/** The field that holds what is accepted, or what is rejected; undefined: the item has none. */
export function verdictField({ item }: ItemContext, accepted: boolean): FieldSpan | undefined {
  return item.fields.get(fieldName(accepted));
}

export function fieldName(accepted: boolean): 'accepts' | 'rejects' {
  return accepted ? 'accepts' : 'rejects';
}

/** The entry as a file has it, without quotes: `pay-12 in docs/prices.md`. */
export function entryText({ written, where }: Pick<Verdict, 'written' | 'where'>): string {
  return where === undefined ? written : `${written} in ${where}`;
}

/** An entry's place with the quotes around it. */
export function withQuotes(text: string, { span }: Verdict): { readonly start: number; readonly end: number } {
  const quote = text.charAt(span.start - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(span.end) === quote;
  return isQuoted ? { start: span.start - 1, end: span.end + 1 } : span;
}

/** Where the line with this offset begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Where the line with this offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest ? offset + rest.index : text.length;
}

/** The line break that ends the line with this offset; at the end of the text the one that the text uses first. */
export function lineBreakAfter(text: string, offset: number): string {
  return (
    /^(?:\r\n|\r|\n)/.exec(text.slice(lineEnd(text, offset), lineEnd(text, offset) + 2))?.[0] ??
    /\r\n|\r|\n/.exec(text)?.[0] ??
    '\n'
  );
}
