import type { Item, ItemKind, Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { kindWord } from '../words/names';
import { descendants, holds } from './names';

/** One thing of a roadmap with what its text holds inside. */
export interface OutlineNode {
  readonly kind: ItemKind | 'product';
  readonly name: string;
  /** Its status as the file states it; empty where it states none. */
  readonly detail: string;
  /** All of its text. */
  readonly span: Span;
  /** Inside of `span`. */
  readonly headline: Span;
  readonly children: readonly OutlineNode[];
}

/** The things of one roadmap file as they stand inside each other; under its product where it names one. */
export function outlineOf(roadmap: Roadmap, text: string): readonly OutlineNode[] {
  const nodes = nested(
    itemsOf(roadmap)
      .filter(({ span }) => span.end <= text.length)
      .map(nodeOf),
  );
  if (roadmap.product === undefined) {
    return nodes;
  }
  const span = { start: 0, end: text.length };
  return [
    {
      kind: 'product',
      name: roadmap.product,
      detail: '',
      span,
      headline: placeOf(roadmap.product, text),
      children: nodes,
    },
  ];
}

/** Where a file names its product: behind a key or a heading's sign, else where the words are first. */
function placeOf(product: string, text: string): Span {
  const first = text.indexOf(product);
  for (let at = first; at >= 0; at = text.indexOf(product, at + product.length)) {
    if (/(?::|[\r\n]#|^#)[ \t]*["']?$/.test(text.slice(Math.max(0, at - 20), at))) {
      return { start: at, end: at + product.length };
    }
  }
  return first < 0 ? { start: 0, end: 0 } : { start: first, end: first + product.length };
}

/** All items of one roadmap in the order of its text, what holds others before them. */
export function itemsOf(roadmap: Roadmap): Item[] {
  return [...eachItem(roadmap)].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The item at an offset that holds no other there. */
export function innermostItem(roadmap: Roadmap, offset: number): Item | undefined {
  let found: Item | undefined;
  for (const item of eachItem(roadmap)) {
    if (holds(item.span, offset) && (!found || item.span.start >= found.span.start)) {
      found = item;
    }
  }
  return found;
}

function* eachItem({ goals, releases, work, risks }: Roadmap): Generator<Item> {
  yield* goals;
  yield* releases;
  yield* descendants(work);
  yield* risks;
}

/** `PAY-12 Refund API`, with each of the two only where the item has it. */
export function nameOf({ id, title, derivedId }: Item): string {
  return derivedId || id === title ? title : `${id} ${title}`.trim();
}

type DraftNode = Omit<OutlineNode, 'children'> & { readonly children: DraftNode[] };

function nodeOf(item: Item): DraftNode {
  const name = nameOf(item);
  const { span } = item;
  const isInside = item.headline.start >= span.start && item.headline.end <= span.end;
  const status = 'status' in item ? item.status : undefined;
  return {
    kind: item.kind,
    name: name === '' ? kindWord(item.kind) : name,
    detail: typeof status === 'object' ? status.name : (status ?? ''),
    span,
    headline: isInside ? item.headline : { start: span.start, end: span.start },
    children: [],
  };
}

/** @param nodes by their beginning, longer ones first */
function nested(nodes: readonly DraftNode[]): readonly DraftNode[] {
  const top: DraftNode[] = [];
  const open: DraftNode[] = [];
  for (const node of nodes) {
    while ((open.at(-1)?.span.end ?? Infinity) < node.span.end) {
      open.pop();
    }
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}
