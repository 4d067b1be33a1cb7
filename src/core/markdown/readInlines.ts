import type { SyntaxNode } from '@lezer/common';
import type { Inline } from './blocks';

/** What an address of a document leads to: something in the workspace, or an address outside; undefined: nothing that can be opened. */
export type Links<T> = (address: string) => { readonly target: T } | { readonly href: string } | undefined;

/** A document while it is read. */
export interface ReadText<T> {
  readonly text: string;
  readonly links: Links<T>;
  /** Addresses that stand apart from their links, by label. */
  readonly references: ReadonlyMap<string, string>;
}

/** Signs that say how words are set, and are not shown themselves. */
const MARKS: ReadonlySet<string> = new Set([
  'HeaderMark',
  'QuoteMark',
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'LinkMark',
  'TaskMarker',
  'TableDelimiter',
  'Comment',
  'ProcessingInstruction',
]);

const SET = { Emphasis: 'emphasis', StrongEmphasis: 'strong', Strikethrough: 'deleted' } as const;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

/** `[label]: address`, wherever it stands at the top of the document. */
export function referencesIn(top: SyntaxNode, text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { from, to } of top.getChildren('LinkReference')) {
    const [, label, address] = /^\[([^\]]*)\]:\s*<?([^\s>]+)/.exec(text.slice(from, to)) ?? [];
    if (label !== undefined && address !== undefined && !found.has(labelKey(label))) {
      found.set(labelKey(label), address);
    }
  }
  return found;
}

/** The words of a heading, paragraph or cell. */
export function inlinesOf<T>(node: SyntaxNode, read: ReadText<T>): Inline<T>[] {
  return trimmed(partsBetween(childrenOf(node), node.from, node.to, read));
}

function partsBetween<T>(nodes: readonly SyntaxNode[], from: number, to: number, read: ReadText<T>): Inline<T>[] {
  const parts: Inline<T>[] = [];
  const addWords = (start: number, end: number) =>
    add(parts, words(read.text.slice(start, end).replace(/\s*\n\s*/g, ' ')));
  let at = from;
  for (const node of nodes) {
    addWords(at, node.from);
    add(parts, partsOf(node, read));
    at = node.to;
  }
  addWords(at, to);
  return parts;
}

/** Empty: nothing is shown. */
function partsOf<T>(node: SyntaxNode, read: ReadText<T>): readonly Inline<T>[] {
  const source = read.text.slice(node.from, node.to);
  switch (node.name) {
    case 'Emphasis':
    case 'StrongEmphasis':
    case 'Strikethrough':
      return [{ kind: SET[node.name], parts: partsBetween(childrenOf(node), node.from, node.to, read) }];
    case 'InlineCode':
      return [{ kind: 'code', text: source.replace(/^`+ ?| ?`+$/g, '').replace(/\s+/g, ' ') }];
    case 'Link':
      return linkOf(node, read);
    case 'Image':
      return words(/^!\[([^\]]*)\]/.exec(source)?.[1] ?? '');
    case 'Autolink':
    case 'URL': {
      const address = source.replace(/^<|>$/g, '');
      return withLink(words(address), address, read);
    }
    case 'Entity':
      return words(entity(source));
    case 'Escape':
      return words(source.slice(1));
    case 'HardBreak':
      return [{ kind: 'break' }];
    case 'HTMLTag':
      return /^<br\b/i.test(source) ? [{ kind: 'break' }] : words(source);
    default:
      return MARKS.has(node.name) ? [] : words(source);
  }
}

function linkOf<T>(node: SyntaxNode, read: ReadText<T>): readonly Inline<T>[] {
  const children = childrenOf(node);
  const [opening, closing] = children.filter(({ name }) => name === 'LinkMark');
  if (!opening || !closing) {
    return words(read.text.slice(node.from, node.to));
  }
  const inside = children.filter(({ from, to }) => from >= opening.to && to <= closing.from);
  const parts = partsBetween(inside, opening.to, closing.from, read);
  const url = node.getChild('URL');
  const label = node.getChild('LinkLabel');
  const ownLabel = read.text.slice(opening.to, closing.from);
  const address = url
    ? read.text.slice(url.from, url.to).replace(/^<|>$/g, '')
    : read.references.get(labelKey((label && read.text.slice(label.from + 1, label.to - 1)) || ownLabel));
  // Brackets around words need not be a link.
  return address === undefined ? words(read.text.slice(node.from, node.to)) : withLink(parts, address, read);
}

/** The words alone where the address leads to nothing that can be opened. */
function withLink<T>(parts: readonly Inline<T>[], address: string, { links }: ReadText<T>): readonly Inline<T>[] {
  const link = links(address);
  if (!link) {
    return parts;
  }
  return ['href' in link ? { kind: 'address', parts, href: link.href } : { kind: 'link', parts, target: link.target }];
}

function words(text: string): readonly { readonly kind: 'text'; readonly text: string }[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

function entity(source: string): string {
  const [, number, hex, name = ''] = /^&(?:#(\d+)|#x([\da-f]+)|(\w+));$/i.exec(source) ?? [];
  const code = number === undefined ? Number.parseInt(hex ?? '', 16) : Number(number);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : (ENTITIES[name] ?? source);
}

function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function add<T>(parts: Inline<T>[], added: readonly Inline<T>[]): void {
  for (const part of added) {
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      // Where something between them is not shown, both may bring the space.
      const text = last.text.endsWith(' ') ? part.text.trimStart() : part.text;
      parts[parts.length - 1] = { kind: 'text', text: last.text + text };
    } else {
      parts.push(part);
    }
  }
}

/** Without the space at both ends. */
function trimmed<T>(parts: readonly Inline<T>[]): Inline<T>[] {
  return parts
    .map((part, index): Inline<T> => {
      if (part.kind !== 'text') {
        return part;
      }
      const text = index === 0 ? part.text.trimStart() : part.text;
      return { kind: 'text', text: index === parts.length - 1 ? text.trimEnd() : text };
    })
    .filter((part) => part.kind !== 'text' || part.text !== '');
}
