import type { Item } from '../../model/roadmap';
import type { Span } from '../../model/span';
import type { ListNode, MapEntry, MapNode, ValueNode } from '../../roadmap/valueNode';
import type { Scene } from '../scene';

/** Where a thing stands among the values of its text. */
export interface Site {
  /** Its fields, or its words, or nothing. */
  readonly node: ValueNode;
  /** The entry that makes it, where its ID or title is the key of a mapping. */
  readonly keyed: MapEntry | undefined;
  /** What it stands in: a list, or a mapping keyed by ID; undefined: it is the only one under its field. */
  readonly container: ListNode | MapNode | undefined;
  /** The field that lists it; undefined: the file is a bare list. */
  readonly field: MapEntry | undefined;
}

/** undefined: it stands nowhere by itself, since it is read from what several share. */
export function siteOf({ values, roadmap }: Scene, { span }: Item): Site | undefined {
  if (values?.kind === 'map' && roadmap.itemFile && contains(span, values.span)) {
    // The whole file is the item, and its front matter its fields.
    return { node: values, keyed: undefined, container: undefined, field: undefined };
  }
  return values && find(values, span, undefined);
}

function find(node: ValueNode, span: Span, field: MapEntry | undefined): Site | undefined {
  if (node.kind === 'list') {
    const item = node.items.find((each) => isAt(each.span, span));
    return item
      ? { node: item, keyed: undefined, container: node, field }
      : firstOf(node.items, (each) => (contains(each.span, span) ? find(each, span, field) : undefined));
  }
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      const whole = {
        start: Math.min(entry.keySpan?.start ?? Infinity, entry.value.span.start),
        end: entry.value.span.end,
      };
      if (contains(whole, span)) {
        const inner = find(entry.value, span, entry);
        if (inner) {
          return inner;
        }
        if (isAt(entry.value.span, span)) {
          return { node: entry.value, keyed: undefined, container: undefined, field: entry };
        }
        if (entry.keySpan && span.start === whole.start) {
          return { node: entry.value, keyed: entry, container: node, field };
        }
      }
    }
  }
  return undefined;
}

function firstOf<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isAt(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
