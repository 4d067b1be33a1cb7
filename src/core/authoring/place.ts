import type { Span } from '../model/span';
import type { FieldOwner, FieldSpec } from '../roadmap/fields';

/** How a place is written, which decides on quotes and on what stands behind a key. */
export type Notation = 'block' | 'flow' | 'json' | 'markdown';

/** Where the name of a field stands, or could. */
export interface KeyPlace {
  readonly kind: 'key';
  readonly owner: FieldOwner;
  readonly notation: Notation;
  /** All of the name as it is typed so far, without quotes; empty where nothing is. */
  readonly word: Span;
  readonly quote: Quote | undefined;
  /** Canonical names of the fields that stand beside it. */
  readonly present: ReadonlySet<string>;
  /** The colon is there already. */
  readonly hasColon: boolean;
  /** What the text lacks between what stands before and a name: `- ` in a list whose entry nobody began. */
  readonly before: string;
  /** The column at which the mapping's keys stand; what belongs to one of them is indented deeper. */
  readonly column: number;
}

/** Where the value of a field stands, or could: one of them, where the field has a list. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  readonly notation: Notation;
  /** All of the value as it is typed so far, without quotes; empty where nothing is. */
  readonly word: Span;
  /** The quotes in which it stands. */
  readonly quote: Quote | undefined;
  /** The list's other values. */
  readonly listed: readonly string[];
  /** What the text lacks between what stands before and a value: a space behind the colon, or `- `. */
  readonly before: string;
  /** The next field may begin here instead, as behind a comma in `(depends: PAY-1, …)`. */
  readonly orKey?: KeyPlace;
}

export type AuthoringPlace = KeyPlace | ValuePlace;

export type Quote = '"' | "'";

export function isQuote(character: string | undefined): character is Quote {
  return character === '"' || character === "'";
}
