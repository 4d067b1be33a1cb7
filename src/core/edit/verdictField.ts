import { endOfLine } from '../model/lineEnds';
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

/** The line break that ends the line with this offset; at the end of the text the one that the text uses first. */
export function lineBreakAfter(text: string, offset: number): string {
  return (
    /^(?:\r\n|\r|\n)/.exec(text.slice(endOfLine(text, offset), endOfLine(text, offset) + 2))?.[0] ??
    /\r\n|\r|\n/.exec(text)?.[0] ??
    '\n'
  );
}
