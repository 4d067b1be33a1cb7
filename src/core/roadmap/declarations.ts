import type { Span } from '../model/span';
import type { FieldOwner } from './fields';
import { fieldNamed } from './fields';
import { quoted, type ReadContext, report } from './readContext';
import { entryOf, type MapNode, type ScalarNode, type ValueNode } from './valueNode';

/** One thing that a list declares, in whichever of the shapes it was written. */
export interface Declaration {
  /** Its fields; empty when it is written as words alone. */
  readonly node: MapNode;
  /** The key under which a mapping of things has it: `PAY-12: { title: … }`. */
  readonly key: { readonly text: string; readonly span: Span } | undefined;
  /** The words, when it is written as words alone: `- PAY-12 Refund API`. */
  readonly words: ScalarNode | undefined;
  /** All of its text, key included. */
  readonly span: Span;
}

/**
 * The things under a field that lists them: a list of mappings, a list of words, a mapping keyed by ID, or a single one.
 * What can be none of these is a problem and left out.
 */
export function declarationsIn(
  context: ReadContext,
  field: string,
  owner: FieldOwner,
  node: ValueNode,
): readonly Declaration[] {
  if (node.kind === 'list') {
    return node.items.flatMap((item) => declarationOf(context, field, item));
  }
  if (node.kind === 'map' && !isOneThing(node, owner)) {
    return node.entries.map(({ key, keySpan, value }): Declaration => {
      const keyed = keySpan && { text: key.trim(), span: keySpan };
      const span = { start: Math.min(keySpan?.start ?? value.span.start, value.span.start), end: value.span.end };
      return {
        node: value.kind === 'map' ? value : noFields(value.kind === 'list' ? value.span : span),
        key: keyed,
        words: value.kind === 'scalar' ? value : undefined,
        span: { start: span.start, end: Math.max(span.end, keySpan?.end ?? span.end) },
      };
    });
  }
  return declarationOf(context, field, node);
}

function declarationOf(context: ReadContext, field: string, node: ValueNode): Declaration[] {
  switch (node.kind) {
    case 'map':
      return [{ node, key: undefined, words: undefined, span: node.span }];
    case 'scalar':
      return node.text.trim() === ''
        ? []
        : [{ node: noFields(node.span), key: undefined, words: node, span: node.span }];
    case 'list':
      report(context, 'WM105', node.span, `${quoted(field)} holds a list inside the list. Remove one level.`);
      return [];
    case 'empty':
      return [];
  }
}

/** `stories: { id: PAY-1, title: … }` is one story; `stories: { PAY-1: … }` is a mapping of stories. */
function isOneThing(node: MapNode, owner: FieldOwner): boolean {
  return (
    entryOf(node, 'id', 'title', 'name')?.value.kind === 'scalar' ||
    (node.entries.length > 0 && node.entries.every((entry) => fieldNamed(owner, entry.key) !== undefined))
  );
}

function noFields(span: Span): MapNode {
  return { kind: 'map', entries: [], span };
}
