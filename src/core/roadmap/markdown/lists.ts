import type { SyntaxNode } from '@lezer/common';
import { categoryOfStatus, statusKey } from '../statusNames';
import { DEEPEST_NESTING, type MapEntry, type MapNode, plainScalar } from '../valueNode';
import { fieldNamed } from '../fields';
import { append } from './append';
import { isListedField, keyAndValue } from './attributes';
import { meaningOf } from './headings';
import { type ItemText, readItemText } from './itemText';
import { ShownText } from './shownText';
import { notedFields, withNoted } from './notedFields';
import type { ItemsGroup } from './parts';
import type { MarkdownContext } from './readMarkdown';
import { signAt } from './signs';
import { isAside } from './statusHeadings';

export interface ListContent {
  readonly items: readonly MapNode[];
  /** Lines such as `- Owner: @ana`, which say something of what the list stands under. */
  readonly attributes: readonly MapEntry[];
  /** Items that only name a release or status and hold others: `- **v2.0**`, with a list in it. */
  readonly groups: readonly ItemsGroup[];
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
  const groups: ItemsGroup[] = [];
  if (depth > DEEPEST_NESTING || isNavigation(context, list)) {
    return { items, attributes, groups };
  }
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (node.name === 'ListItem') {
      const attribute = attributeLine(context, node);
      const group = attribute || depth > 0 ? undefined : groupOf(context, node);
      if (attribute) {
        attributes.push(attribute);
      } else if (group) {
        groups.push(group);
      } else {
        items.push(...itemOf(context, node, kind, depth));
      }
    }
  }
  if (depth === 0 && items.every(isRemark)) {
    return { items: [], attributes, groups };
  }
  return attributes.length > 0 && items.length > 0
    ? withoutFurtherFields(context, { items, attributes, groups })
    : { items, attributes, groups };
}

/** `**Reason**: text` says something of what the list stands under. */
function isRemark({ entries }: MapNode): boolean {
  if (!entries.some((entry) => entry.key === 'story')) {
    return false;
  }
  const title = entries.find((entry) => entry.key === 'title')?.value;
  const key = title?.kind === 'scalar' ? statusKey(title.text) : '';
  return isAside(key) || REMARKS.has(key);
}

const REMARKS = new Set(
  (
    'reason, alternative, alternatives, recommendation, current solution, solution, problem, impact, effort, estimated effort, priority, ' +
    'focus, goal, objective, complexity, risk, benefit, value, outcome, result, workaround, approach, location, difficulty'
  ).split(', '),
);

/** Whether an item says nothing by itself where all items of its list are such: a link into the page, a legend, a remark. */
export function mayBeNoItem({ text }: MarkdownContext, item: MapNode): boolean {
  let start = item.span.start;
  while (start < item.span.end && MARKER_SIGNS.has(text[start] ?? '')) {
    start += 1;
  }
  const first = text.charCodeAt(start);
  if (text[start] !== '[' && text[start] !== ':' && first < 0x2000) {
    return isRemark(item);
  }
  const words = text.slice(start, Math.min(item.span.end, start + 300));
  return IN_PAGE_LINK.test(words) || signAt(words) !== undefined || isRemark(item);
}

const MARKER_SIGNS: ReadonlySet<string> = new Set('-*+_`. \t');

/** A table of contents: every item is a link into this page and nothing else. A legend: every item explains a sign. */
function isNavigation(context: MarkdownContext, list: SyntaxNode): boolean {
  let count = 0;
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (node.name === 'ListItem') {
      const content = node.getChild('Paragraph');
      const words = content
        ? context.text.slice(context.base + content.from, context.base + Math.min(content.to, content.from + 300))
        : '';
      if (!IN_PAGE_LINK.test(words) && !isLegend(context, words)) {
        return false;
      }
      count += 1;
    }
  }
  return count > 1;
}

const IN_PAGE_LINK = /^\W{0,4}\[[^\]]{1,200}\]\(#[^)\s]{0,200}\)\W{0,4}$/;

/** `✅ = done`, `🚧: in progress` */
function isLegend(context: MarkdownContext, words: string): boolean {
  const sign = signAt(words);
  const text = sign && words.slice(sign.length).replace(/^[\s*_`]*[=:–—-]?[\s*_`]*/, '');
  return text !== undefined && text.length < 40 && categoryOfStatus(text, context.ownStatuses) !== undefined;
}

function groupOf(context: MarkdownContext, node: SyntaxNode): ItemsGroup | undefined {
  const content = node.getChild('Paragraph');
  const lists = [...node.getChildren('BulletList'), ...node.getChildren('OrderedList')];
  if (!content || lists.length === 0 || content.to - content.from > 80) {
    return undefined;
  }
  const text = readItemText(context.text, content, content.from, content.to, context.base, context.form, 'heading');
  const meaning = text.title && !text.id ? meaningOf(text.title.text, context.ownStatuses) : undefined;
  if (meaning?.kind !== 'release' && meaning?.kind !== 'status') {
    return undefined;
  }
  const items = lists.flatMap((list) => itemsOfList(context, list, 'story', 1).items);
  return { text, items, span: { start: context.base + node.from, end: context.base + node.to } };
}

/** Where most lines of a list are fields, `- Priority: high` is one too, though no table knows it. */
function withoutFurtherFields(context: MarkdownContext, { items, attributes, groups }: ListContent): ListContent {
  const more = items.map((item) => furtherField(context, item));
  const known = more.flatMap((entry) => entry ?? []);
  return known.length === items.length
    ? { items: [], attributes: [...attributes, ...known], groups }
    : { items, attributes, groups };
}

function furtherField(context: MarkdownContext, { span }: MapNode): MapEntry | undefined {
  const line = context.text.slice(span.start, Math.min(span.end, span.start + 500));
  const match = /^([-*+]\s+[*_]{0,2})(\p{L}[\p{L}\p{N} -]{0,24}?)[*_]{0,2}\s*:[*_]{0,2}(?:\s+|(?=@))(\S[^\n]*)$/u.exec(
    line,
  );
  const [, mark = '', key = '', value = ''] = match ?? [];
  return match ? furtherEntry(key, value, span.start + line.indexOf(value, mark.length + key.length)) : undefined;
}

function furtherEntry(key: string, value: string, start: number): MapEntry {
  const address = /^(?:\[[^\]]{0,100}\]\(|<)?(https?:\/\/[^\s<>()]{1,500})[)>]?$/.exec(value)?.[1];
  const words = address ?? value;
  const name = fieldNamed('story', key) || address === undefined ? key : 'link';
  return { key: name, keySpan: undefined, value: plainScalar(words, start + value.indexOf(words)) };
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
      append(inner, nested.items);
      append(attributes, nested.attributes);
    } else if (child.name === 'Paragraph') {
      const line = new ShownText(context.text, context.base + child.from, context.base + child.to);
      description ??= { key: 'story', keySpan: undefined, value: line.scalar(0, line.raw.length) };
    } else if (child.name === 'FencedCode') {
      noted.push(...(notedFields(context, child) ?? []));
    }
  }
  const span = { start: context.base + node.from, end: context.base + node.to };
  const entries = [...entriesOf(text), ...attributes, ...(description && !text.description ? [description] : [])];
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
export function entriesOf({ id, title, description, attributes, status }: ItemText): MapEntry[] {
  const statesStatus = attributes.some((entry) => /^(?:status|state)$/i.test(entry.key));
  return [
    ...(id ? [{ key: 'id', keySpan: undefined, value: id }] : []),
    ...(title ? [{ key: 'title', keySpan: undefined, value: title }] : []),
    ...(status && !statesStatus ? [{ key: 'status', keySpan: undefined, value: status }] : []),
    ...attributes,
    ...(description ? [{ key: 'story', keySpan: undefined, value: description }] : []),
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
  return entry && isListedField(entry) ? entry : undefined;
}
