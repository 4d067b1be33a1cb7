import type { Span } from '../model/span';

/**
 * What YAML, JSON and Markdown have in common: words, lists and mappings, each knowing where it stands. The three
 * readers make these, and one reader makes a roadmap of them. All offsets are of the whole file's text.
 */
export type ValueNode = ScalarNode | ListNode | MapNode | EmptyNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** With quotes and escapes resolved; numbers and booleans as written. */
  readonly text: string;
  /** Quotes included. */
  readonly span: Span;
  /** Quotes excluded. */
  readonly inner: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ValueNode[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly span: Span;
  /** Set by a written form that knows it by other means than a field: Markdown's headings and lists. */
  readonly itemKind?: 'epic' | 'story' | 'task' | undefined;
  /** It is only the name of a group: `Backend: [Caching, Faster search]`. */
  readonly isGroup?: boolean;
  /** Its status comes from an empty check box only. */
  readonly isOpenBox?: boolean | undefined;
  /** What a heading above says of it. It counts where the item does not say otherwise, but is no field of the item. */
  readonly inherited?: { readonly release: ScalarNode | undefined; readonly status: ScalarNode | undefined };
}

/** Nothing, `null` or `~`: the field stands there but states nothing. */
export interface EmptyNode {
  readonly kind: 'empty';
  readonly span: Span;
}

export interface MapEntry {
  readonly key: string;
  /** Quotes excluded; undefined where the written form has no key (a check box). */
  readonly keySpan: Span | undefined;
  readonly value: ValueNode;
}

/** Deeper nesting than any roadmap has; what lies below is not read, so that no input can exhaust the stack. */
export const DEEPEST_NESTING = 64;

export function emptyAt(offset: number): EmptyNode {
  return { kind: 'empty', span: { start: offset, end: offset } };
}

/** A word that stands in the text as it is, without quotes or escapes. */
export function plainScalar(text: string, start: number): ScalarNode {
  const span = { start, end: start + text.length };
  return { kind: 'scalar', text, span, inner: span };
}

/** The entries' value under one of these exact keys; the first wins. */
export function entryOf(node: MapNode, ...keys: readonly string[]): MapEntry | undefined {
  return node.entries.find((entry) => keys.includes(entry.key.toLowerCase()));
}
