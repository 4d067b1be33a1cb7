import type { SyntaxNode } from '@lezer/common';
import { readDayRange } from '../dateWords';
import { fieldNamed } from '../fields';
import { categoryOfStatus } from '../statusNames';
import { type MapEntry, type MapNode, plainScalar, type ScalarNode } from '../valueNode';
import { isListedField, keyAndValue } from './attributes';
import { meaningOf } from './headings';
import { readItemText } from './itemText';
import { ShownText } from './shownText';
import { entriesOf } from './lists';
import type { ParagraphLabel, ParagraphPart } from './parts';
import type { MarkdownContext } from './readMarkdown';
import { signAt } from './signs';

/** Reads a paragraph at the top of the file. Lines that only steer a site generator (`{:toc}`) are none. */
export function paragraphPart(context: MarkdownContext, node: SyntaxNode): readonly ParagraphPart[] {
  const start = context.base + node.from;
  const text = context.text.slice(start, context.base + node.to);
  if (/^\{:[^{}]*\}$/.test(text)) {
    return [];
  }
  const words = plainScalar(text, start);
  const none = {
    kind: 'paragraph',
    words,
    label: undefined,
    fields: undefined,
    definitions: [],
    isDefinition: false,
  } as const;
  const fields = text.length <= LONGEST_FIELDS ? fieldsOf(context, text, start) : undefined;
  if (fields) {
    return [{ ...none, fields }];
  }
  const sign = signAt(text) && text.length <= 40 ? statusIn(context, text, start) : undefined;
  if (sign) {
    return [{ ...none, fields: [{ key: 'status', keySpan: undefined, value: sign }] }];
  }
  const label = labelOf(context, node, text);
  if (label) {
    return [{ ...none, label }];
  }
  const defined = definedItem(context, text, node);
  return [{ ...none, definitions: defined ? [defined] : definitionsOf(context, node, text), isDefinition: !!defined }];
}

const LONGEST_FIELDS = 1000;

/** `**Status:** in progress | **Owner:** @ana`, over several lines too; undefined where the first is no field. */
function fieldsOf(context: MarkdownContext, text: string, start: number): readonly MapEntry[] | undefined {
  const entries: MapEntry[] = [];
  let offset = 0;
  let isFirst = true;
  for (const piece of text.split(/(\n| \| | · )/)) {
    const entry = /\S/.test(piece) ? fieldOf(context, piece, start + offset) : undefined;
    if (entry) {
      entries.push(...(entry === 'unread' ? [] : [entry]));
    } else if (isFirst) {
      return undefined;
    }
    isFirst = false;
    offset += piece.length;
  }
  return entries;
}

/** A field, or `unread` where a label stands before words that its field cannot take. */
function fieldOf(context: MarkdownContext, piece: string, start: number): MapEntry | 'unread' | undefined {
  const line = new ShownText(context.text, start, start + piece.length);
  const isMarked = /^\s*\*\*[^*]{1,40}(?:\*\*\s*:|:\s*\*\*)/.test(piece);
  line.shown = line.shown.replace(/[*`_]/g, '\uE000');
  const entry = keyAndValue(line, 0, line.shown);
  if (!entry || entry.value.kind !== 'scalar') {
    return isMarked && /^\s*\*\*[\p{L} ]{1,20}:?\*\*:?\s*\S{1,30}\s*$/u.test(piece) ? 'unread' : undefined;
  }
  const name = fieldNamed('story', entry.key)?.name;
  const value = line.raw.slice(entry.value.span.start - start, entry.value.span.end - start);
  switch (name) {
    case 'status': {
      const status = statusIn(context, value, entry.value.span.start);
      return status ? { ...entry, value: status } : isMarked ? 'unread' : undefined;
    }
    case 'due':
    case 'start':
      return readDayRange(entry.value.text) ? entry : isMarked ? 'unread' : undefined;
    case 'story':
      return isMarked ? entry : undefined;
    default:
      return isListedField(entry) ? entry : isMarked && value.length < 60 ? 'unread' : undefined;
  }
}

/** The words of a status at the start of a longer text: `**in progress** (design phase)`, `✅ shipped in May`. */
export function statusIn(context: MarkdownContext, value: string, start: number): ScalarNode | undefined {
  const lead = /^[\s*_`]*/.exec(value)?.[0].length ?? 0;
  const sign = signAt(value.slice(lead, lead + 60));
  const from = lead + (sign ? sign.length : 0);
  const words = /^[\s*_`]*([^()[\].,;:—–*|`0-9]{2,40})/.exec(value.slice(from));
  const text = words?.[1]?.trim() ?? '';
  const at = start + from + (words?.[0].indexOf(words[1] ?? '') ?? 0);
  for (let length = text.length; length > 0; length = text.lastIndexOf(' ', length - 1)) {
    if (FOLLOWS_STATUS.test(text.slice(length)) && categoryOfStatus(text.slice(0, length), context.ownStatuses)) {
      return plainScalar(text.slice(0, length), at);
    }
  }
  return sign && { ...plainScalar(sign.word, 0), ...spansOf(start + lead, sign.length) };
}

function spansOf(start: number, length: number) {
  const span = { start, end: start + length };
  return { span, inner: span };
}

/** `planned for Q3`, `blocked on PAY-3`, but not `live but fragmented`. */
const FOLLOWS_STATUS = /^(?:$|\s+(?:in|since|for|until|as of|from)\b|\s+(?:on|by) (?:[A-Z\d#@]|upstream))/;

const MOST_LABEL_WORDS = 4;

function labelOf(context: MarkdownContext, node: SyntaxNode, text: string): ParagraphLabel | undefined {
  if (text.length > 120 || text.includes('\n')) {
    return undefined;
  }
  const form = labelForm(node, text);
  const read = () => readItemText(context.text, node, node.from, node.to, context.base, context.form, 'heading');
  if (form) {
    return { form, text: read() };
  }
  if (text.length <= 40) {
    const heading = read();
    const meaning = heading.title ? meaningOf(heading.title.text, context.ownStatuses) : undefined;
    const names = meaning?.kind === 'status' || (meaning?.kind === 'release' && meaning.rest === '');
    return names ? { form: 'plain', text: heading } : undefined;
  }
  return undefined;
}

function labelForm(node: SyntaxNode, text: string): 'bold' | 'colon' | undefined {
  const first = node.firstChild;
  if (
    first?.name === 'StrongEmphasis' &&
    first.from === node.from &&
    /^:?\s*$/.test(text.slice(first.to - node.from))
  ) {
    return 'bold';
  }
  const isShort = text.split(/\s+/, MOST_LABEL_WORDS + 1).length <= MOST_LABEL_WORDS;
  return isShort && /[\p{L}\p{N})*_][*_]*:[*_]*$/u.test(text) ? 'colon' : undefined;
}

/** `Title` on one line and `: text` on the next. */
function definedItem(context: MarkdownContext, text: string, node: SyntaxNode): MapNode | undefined {
  const match = /^([^\n]{1,200})\n[ ]{0,3}:[ \t]+(?=\S)/.exec(text);
  if (!match) {
    return undefined;
  }
  const from = node.from + match[0].length;
  const item = readItemText(
    context.text,
    node,
    node.from,
    node.from + (match[1]?.length ?? 0),
    context.base,
    context.form,
  );
  const story = plainScalar(text.slice(match[0].length), context.base + from);
  const entries = [...entriesOf(item), { key: 'story', keySpan: undefined, value: story }];
  return {
    kind: 'map',
    entries,
    span: { start: context.base + node.from, end: context.base + node.to },
    itemKind: 'story',
  };
}

/** `**Title**: text`, once for the paragraph or on each of its lines. */
function definitionsOf(context: MarkdownContext, node: SyntaxNode, text: string): readonly MapNode[] {
  if (!/^[^\n*]{0,12}\*\*/.test(text)) {
    return [];
  }
  const lines = text.split('\n');
  const isEach = lines.length > 1 && lines.every((line) => /^[^\n*\p{L}]{0,12}\*\*/u.test(line));
  let offset = node.from;
  return (isEach ? lines : [text]).flatMap((line): MapNode[] => {
    const from = offset;
    offset += line.length + 1;
    const item = readItemText(context.text, node, from, from + line.length, context.base, context.form);
    const span = { start: context.base + from, end: context.base + from + line.trimEnd().length };
    const isItem = item.title && item.description && !fieldNamed('story', item.title.text);
    return isItem
      ? [{ kind: 'map', entries: entriesOf(item), span, itemKind: 'story', isOpenBox: item.isOpenBox }]
      : [];
  });
}
