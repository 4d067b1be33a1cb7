import type { SyntaxNode } from '@lezer/common';
import { Autolink, parser, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { boundedMarks } from '../roadmap/markdown/boundedMarks';
import { boundedSource } from '../roadmap/markdown/boundedSource';
import type { Block, ListEntry } from './blocks';
import { childrenOf, inlinesOf, type Links, type ReadText, referencesIn } from './readInlines';

const markdown = parser.configure([TaskList, Table, Strikethrough, Autolink, boundedMarks]);

/** What lies deeper is shown as it is written: nobody nests so deep on purpose. */
const DEEPEST = 12;

/**
 * Reads a Markdown document. Never throws; what it does not know, HTML too, comes as the text that is written.
 *
 * @param links what its links lead to
 */
export function readBlocks<T>(source: string, links: Links<T>): Block<T>[] {
  const text = boundedSource(source.replace(/\r\n?/g, '\n'));
  const { topNode } = markdown.parse(text);
  return blocksOf(topNode, { text, links, references: referencesIn(topNode, text) }, 0);
}

function blocksOf<T>(node: SyntaxNode, read: ReadText<T>, depth: number): Block<T>[] {
  return childrenOf(node).flatMap((child) => blockOf(child, read, depth) ?? []);
}

/** undefined: it shows nothing. */
function blockOf<T>(node: SyntaxNode, read: ReadText<T>, depth: number): Block<T> | undefined {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  if (heading) {
    return { kind: 'heading', level: Number(heading[1]), parts: inlinesOf(node, read) };
  }
  if (depth > DEEPEST) {
    return { kind: 'code', text: read.text.slice(node.from, node.to) };
  }
  switch (node.name) {
    case 'Paragraph':
    case 'Task':
      return { kind: 'paragraph', parts: inlinesOf(node, read) };
    case 'Blockquote':
      return { kind: 'quote', blocks: blocksOf(node, read, depth + 1) };
    case 'BulletList':
    case 'OrderedList':
      return { kind: 'list', start: startOf(node, read), entries: entriesOf(node, read, depth + 1) };
    case 'FencedCode':
    case 'CodeBlock':
      return { kind: 'code', text: codeOf(node, read) };
    case 'HTMLBlock':
      return { kind: 'code', text: read.text.slice(node.from, node.to) };
    case 'HorizontalRule':
      return { kind: 'rule' };
    case 'Table':
      return tableOf(node, read);
    default:
      return undefined;
  }
}

function startOf<T>(list: SyntaxNode, { text }: ReadText<T>): number | undefined {
  const mark = list.name === 'OrderedList' ? list.firstChild?.firstChild : undefined;
  return mark ? Number.parseInt(text.slice(mark.from, mark.to), 10) : undefined;
}

function entriesOf<T>(list: SyntaxNode, read: ReadText<T>, depth: number): ListEntry<T>[] {
  return childrenOf(list)
    .filter(({ name }) => name === 'ListItem')
    .map((entry) => {
      const marker = entry.getChild('Task')?.getChild('TaskMarker');
      const done = marker ? /x/i.test(read.text.slice(marker.from, marker.to)) : undefined;
      return { done, blocks: blocksOf(entry, read, depth) };
    });
}

/** Lines of code in a quote have its signs between them, so each line is a node of its own. */
function codeOf<T>(node: SyntaxNode, { text }: ReadText<T>): string {
  return node
    .getChildren('CodeText')
    .map(({ from, to }) => text.slice(from, to))
    .join('')
    .replace(/\n$/, '');
}

function tableOf<T>(node: SyntaxNode, read: ReadText<T>): Block<T> {
  const cellsOf = (row: SyntaxNode) => row.getChildren('TableCell').map((cell) => inlinesOf(cell, read));
  const header = node.getChild('TableHeader');
  return { kind: 'table', head: header ? cellsOf(header) : [], rows: node.getChildren('TableRow').map(cellsOf) };
}
