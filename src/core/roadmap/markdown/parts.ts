import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../model/span';
import type { MapEntry, MapNode, ScalarNode } from '../valueNode';
import { htmlParts } from './html';
import { type ItemText, readItemText } from './itemText';
import { itemsOfList } from './lists';
import { notedFields } from './notedFields';
import { paragraphPart } from './paragraphs';
import type { MarkdownContext } from './readMarkdown';
import { itemsOfTable } from './tables';

/** What one block of a Markdown file says, whatever stands around it. */
export type Part =
  | { readonly kind: 'heading'; readonly level: number; readonly text: ItemText; readonly span: Span }
  | ItemsPart
  | ParagraphPart
  | { readonly kind: 'noted'; readonly entries: readonly MapEntry[] }
  | { readonly kind: 'opening'; readonly text: ItemText | undefined; readonly span: Span }
  | { readonly kind: 'closing'; readonly at: number }
  | { readonly kind: 'rule'; readonly at: number };

/** A list or table. */
export interface ItemsPart {
  readonly kind: 'items';
  readonly items: readonly MapNode[];
  /** Lines such as `- Owner: @ana`, which say something of what the list stands under. */
  readonly attributes: readonly MapEntry[];
  /** Items that only name a release or status and hold others: `- **v2.0**`, with a list in it. */
  readonly groups: readonly ItemsGroup[];
  readonly span: Span;
}

export interface ItemsGroup {
  readonly text: ItemText;
  readonly items: readonly MapNode[];
  readonly span: Span;
}

export interface ParagraphPart {
  readonly kind: 'paragraph';
  readonly words: ScalarNode;
  /** Words that stand over what follows: in bold, before a colon, or the plain name of a release or status. */
  readonly label: ParagraphLabel | undefined;
  /** `**Status:** in progress`; undefined: it is prose. */
  readonly fields: readonly MapEntry[] | undefined;
  /** `**Title**: text`, an item where nothing else under the heading is one. */
  readonly definitions: readonly MapNode[];
  /** Each of the definitions is one for sure: `Title` and `: text` on lines of their own. */
  readonly isDefinition: boolean;
}

export interface ParagraphLabel {
  readonly form: 'bold' | 'colon' | 'plain';
  readonly text: ItemText;
}

/** Reads one block at the top of the file. */
export function partsOf(context: MarkdownContext, node: SyntaxNode): readonly Part[] {
  const span = { start: context.base + node.from, end: context.base + node.to };
  const level = headingLevel(node.name);
  if (level > 0) {
    const text = readItemText(context.text, node, node.from, node.to, context.base, context.form, 'heading');
    return [{ kind: 'heading', level, text, span }];
  }
  switch (node.name) {
    case 'BulletList':
    case 'OrderedList':
      return [{ kind: 'items', span, ...itemsOfList(context, node, 'story') }];
    case 'Table':
      return [{ kind: 'items', span, items: itemsOfTable(context, node), attributes: [], groups: [] }];
    case 'Paragraph':
      return paragraphPart(context, node);
    case 'FencedCode':
      return [{ kind: 'noted', entries: notedFields(context, node) ?? [] }];
    case 'HTMLBlock':
      return htmlParts(context, node);
    case 'HorizontalRule':
      return [{ kind: 'rule', at: span.start }];
    default:
      return [];
  }
}

function headingLevel(name: string): number {
  return name.startsWith('ATXHeading') || name.startsWith('SetextHeading') ? Number(name.at(-1)) : 0;
}
