import { t } from '../words/t';
import { looksLikeId } from '../ids/itemId';
import type { Span } from '../model/span';
import { fieldNamed, type FieldOwner } from './fields';
import { nearestFieldName } from './fieldSlips';
import { plainWords } from './plainWords';
import { quoted, type ReadContext, report } from './readContext';
import { isCollection, isNamed } from './shapes';
import { statusKey } from './statusNames';
import type { MapEntry, MapNode, ScalarNode, ValueNode } from './valueNode';

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
 * The things under a field that lists them: a list of mappings, a list of words, a mapping keyed by ID or title, or a single one.
 * What can be none of these is a problem and left out.
 */
export function declarationsIn(
  context: ReadContext,
  field: string,
  owner: FieldOwner,
  node: ValueNode,
): readonly Declaration[] {
  if (node.kind === 'list') {
    return node.items.flatMap((item) => declarationOf(context, field, owner, item));
  }
  if (node.kind === 'map' && !isOneThing(node, owner)) {
    return node.entries.map((entry) => keyedDeclaration(owner, entry));
  }
  return declarationOf(context, field, owner, node);
}

function declarationOf(context: ReadContext, field: string, owner: FieldOwner, node: ValueNode): Declaration[] {
  switch (node.kind) {
    case 'map':
      return [mappedDeclaration(owner, node)];
    case 'scalar':
      return node.text.trim() === '' ? [] : [wordsDeclaration(context, owner, node)];
    case 'list':
      report(context, 'WM105', node.span, t('{0} holds a list inside the list. Remove one level.', quoted(field)));
      return [];
    case 'empty':
      return [];
  }
}

function mappedDeclaration(owner: FieldOwner, node: MapNode): Declaration {
  const name = nameOf(owner, node);
  if (name === undefined) {
    return { node, key: undefined, words: undefined, span: node.span };
  }
  const keyed = keyedDeclaration(owner, name);
  const rest = node.entries.slice(1);
  return {
    ...keyed,
    node: rest.length === 0 ? keyed.node : { ...keyed.node, entries: [...keyed.node.entries, ...rest] },
    span: node.span,
  };
}

/** The first entry of `- PAY-12: Refund API` and of `- Dark mode: { status: done }`, which is no field but the thing's name. */
function nameOf(owner: FieldOwner, node: MapNode): MapEntry | undefined {
  const first = node.entries[0];
  if (first?.keySpan === undefined || fieldNamed(owner, first.key) !== undefined || isNamed(node, owner)) {
    return undefined;
  }
  const isAlone = node.entries.length === 1;
  const { key, value } = first;
  return looksLikeId(key.trim()) ||
    (isAlone && nearestFieldName(owner, key) === undefined) ||
    (/\S\s+\S/.test(key) && !isCollection(value))
    ? first
    : undefined;
}

function keyedDeclaration(owner: FieldOwner, { key, keySpan, value }: MapEntry): Declaration {
  const start = Math.min(keySpan?.start ?? value.span.start, value.span.start);
  const span = { start, end: Math.max(value.span.end, keySpan?.end ?? value.span.end) };
  const keyed = keySpan && { text: key.trim(), span: keySpan };
  if (value.kind === 'list' || (value.kind === 'map' && isKeyedList(value, owner))) {
    // `Backend: [Caching, Faster search]`
    const entries = [{ key: 'items', keySpan: undefined, value }];
    return { node: { kind: 'map', entries, span: value.span, isGroup: true }, key: keyed, words: undefined, span };
  }
  if (value.kind !== 'scalar') {
    return { node: value.kind === 'map' ? value : noFields(span), key: keyed, words: undefined, span };
  }
  const field = WORK_OWNERS.has(owner) ? fieldOfWords(key, value) : undefined;
  return field === undefined
    ? { node: noFields(span), key: keyed, words: value, span }
    : {
        node: { kind: 'map', entries: [{ key: field, keySpan: undefined, value }], span },
        key: keyed,
        words: undefined,
        span,
      };
}

const WORK_OWNERS: ReadonlySet<FieldOwner> = new Set(['epic', 'story', 'task']);

/** Words that say how far something is and cannot be its title. */
const STATE_WORDS: ReadonlySet<string> = new Set([
  'planned',
  'active',
  'blocked',
  'done',
  'dropped',
  'todo',
  'in progress',
  'complete',
  'completed',
  'finished',
]);

/** What the words behind a key are when they are not the thing's title: `Dark mode: done`, `Dark mode: For tired eyes`. */
function fieldOfWords(key: string, { text }: ScalarNode): string | undefined {
  if (STATE_WORDS.has(statusKey(text))) {
    return 'status';
  }
  if (/^(?:true|false|yes|no)$/i.test(text.trim())) {
    return 'done';
  }
  return /\s/.test(key.trim()) ? 'story' : undefined;
}

/** Words alone, with the signs and attributes that people write into them. */
function wordsDeclaration(context: ReadContext, owner: FieldOwner, node: ScalarNode): Declaration {
  const read = WORK_OWNERS.has(owner) || owner === 'criterion' ? plainWords(context, node, owner) : undefined;
  return read === undefined
    ? { node: noFields(node.span), key: undefined, words: node, span: node.span }
    : {
        node: { kind: 'map', entries: read.entries, span: node.span },
        key: undefined,
        words: read.title,
        span: node.span,
      };
}

/** `Backend: { PAY-1: …, PAY-2: … }`: a mapping of things, none of whose keys is a field. */
function isKeyedList(node: MapNode, owner: FieldOwner): boolean {
  return node.entries.length > 0 && node.entries.every(({ key }) => looksLikeId(key.trim()) && !fieldNamed(owner, key));
}

/** `stories: { id: PAY-1, title: … }` is one story; `stories: { PAY-1: … }` is a mapping of stories. */
function isOneThing(node: MapNode, owner: FieldOwner): boolean {
  return (
    isNamed(node, owner) ||
    (node.entries.length > 0 && node.entries.every((entry) => fieldNamed(owner, entry.key) !== undefined))
  );
}

function noFields(span: Span): MapNode {
  return { kind: 'map', entries: [], span };
}
