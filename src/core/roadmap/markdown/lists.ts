import type { SyntaxNode } from '@lezer/common';
import { DEEPEST_NESTING, type MapEntry, type MapNode } from '../valueNode';
import { fieldNamed } from '../fields';
import { keyAndValue } from './attributes';
import { type ItemText, readItemText, ShownText } from './itemText';
import { notedFields, withNoted } from './notedFields';
import type { MarkdownContext } from './readMarkdown';

export interface ListContent {
  readonly items: readonly MapNode[];
  /** Lines such as `- Owner: @ana`, which say something of what the list stands under. */
  readonly attributes: readonly MapEntry[];
}

/** The items of a list, and those nested in each as its tasks. */
export function itemsOfList(
  context: MarkdownContext,
  list: SyntaxNode,
  kind: 'story' | 'task',
  depth = 0,
): ListContent {
  const items: MapNode[] = [];
  const attributes: MapEntry[] = [];
  if (depth > DEEPEST_NESTING) {
    return { items, attributes };
  }
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (node.name === 'ListItem') {
      const attribute = attributeLine(context, node);
      if (attribute) {
        attributes.push(attribute);
      } else {
        items.push(...itemOf(context, node, kind, depth));
      }
    }
  }
  return { items, attributes };
}

function itemOf(context: MarkdownContext, node: SyntaxNode, kind: 'story' | 'task', depth: number): MapNode[] {
  const content = firstLine(node);
  if (!content) {
    return [];
  }
  const text = readItemText(context.text, content, content.from, content.to, context.base, context.form);
  const inner: MapNode[] = [];
  const attributes: MapEntry[] = [];
  const noted: MapEntry[] = [];
  let description: MapEntry | undefined;
  for (let child = content.nextSibling; child; child = child.nextSibling) {
    if (child.name === 'BulletList' || child.name === 'OrderedList') {
      const nested = itemsOfList(context, child, 'task', depth + 1);
      inner.push(...nested.items);
      attributes.push(...nested.attributes);
    } else if (child.name === 'Paragraph') {
      const line = new ShownText(context.text, context.base + child.from, context.base + child.to);
      description ??= { key: 'story', keySpan: undefined, value: line.scalar(0, line.raw.length) };
    } else if (child.name === 'FencedCode') {
      noted.push(...(notedFields(context, child) ?? []));
    }
  }
  const span = { start: context.base + node.from, end: context.base + node.to };
  const entries = [...entriesOf(text), ...attributes, ...(description ? [description] : [])];
  if (inner.length > 0) {
    const [first] = inner;
    const start = first?.span.start ?? span.start;
    entries.push({
      key: 'tasks',
      keySpan: undefined,
      value: { kind: 'list', items: inner, span: { start, end: inner.at(-1)?.span.end ?? start } },
    });
  }
  if (text.id === undefined && text.title === undefined && inner.length === 0 && noted.length === 0) {
    return [];
  }
  return [{ kind: 'map', entries: withNoted(entries, noted), span, itemKind: kind, isOpenBox: text.isOpenBox }];
}

/** What a line says, as fields. A status that it states in words goes before its check box. */
export function entriesOf({ id, title, attributes, status }: ItemText): MapEntry[] {
  const statesStatus = attributes.some((entry) => /^(?:status|state)$/i.test(entry.key));
  return [
    ...(id ? [{ key: 'id', keySpan: undefined, value: id }] : []),
    ...(title ? [{ key: 'title', keySpan: undefined, value: title }] : []),
    ...(status && !statesStatus ? [{ key: 'status', keySpan: undefined, value: status }] : []),
    ...attributes,
  ];
}

function firstLine(item: SyntaxNode): SyntaxNode | undefined {
  for (let child = item.firstChild; child; child = child.nextSibling) {
    if (child.name === 'Paragraph' || child.name === 'Task') {
      return child;
    }
  }
  return undefined;
}

/** `- Owner: @ana` or `- **Due:** 2026-08-28` without a check box: said of the item above, not an item of its own. */
function attributeLine(context: MarkdownContext, item: SyntaxNode): MapEntry | undefined {
  const content = firstLine(item);
  if (content?.name !== 'Paragraph' || content.nextSibling || content.to - content.from > 500) {
    return undefined;
  }
  const line = new ShownText(context.text, context.base + content.from, context.base + content.to);
  line.shown = line.shown.replace(/[*`]/g, '\uE000');
  const entry = keyAndValue(line, 0, line.shown);
  return entry && isAboutItemAbove(entry) ? entry : undefined;
}

/** Fields that people list under an item. With many words behind the colon they are prose all the same. */
const LISTED_FIELDS = new Set([
  'status',
  'owner',
  'release',
  'epic',
  'start',
  'due',
  'estimate',
  'labels',
  'depends',
  'link',
  'code',
]);
const MOST_WORDS = 4;

/** `- Impact: users stay longer` is a thought, `- Impact: 4` is a field. */
function isAboutItemAbove({ key, value }: MapEntry): boolean {
  // The marks around a value are not part of it; inside it they are left to the words.
  if (value.kind !== 'scalar' || /[*`]/.test(value.text)) {
    return false;
  }
  const name = fieldNamed('story', key)?.name ?? '';
  const isShort = value.text.split(/\s+/).length <= MOST_WORDS || value.text.includes(',');
  return name === 'story' || (LISTED_FIELDS.has(name) ? isShort : /^(?:\d[\d.]*%?|[A-Z]+\d+)$/.test(value.text));
}
