import { t } from '../words/t';
import { looksLikeId } from '../ids/itemId';
import type { Item, Named, Suppression } from '../model/roadmap';
import type { Span } from '../model/span';
import type { Declaration } from './declarations';
import { declarationsIn } from './declarations';
import { readDate, readName, readText } from './fieldValues';
import { readDayRange } from './dateWords';
import { type OwnFields, ownFieldsOf } from './ownFields';
import { type ReadContext, report } from './readContext';
import type { ScalarNode } from './valueNode';
import { kindWord } from '../words/names';
import type { ItemKind } from '../model/roadmap';

/** An item while its file is being read: IDs of items without one are given when all written IDs are known. */
export type Draft<T extends Item> = { -readonly [Field in keyof T]: T[Field] };

type ItemBase = Pick<
  Item,
  'id' | 'derivedId' | 'title' | 'path' | 'span' | 'headline' | 'fields' | 'extras' | 'ignore'
>;

/** What all items have. An item without ID has the empty one, see {@link giveDerivedIds}. */
export function readItemBase(
  context: ReadContext,
  declaration: Declaration,
  own: OwnFields,
  nameOfKind: ItemKind,
): ItemBase {
  const { id, title, titleSpan } = identify(context, declaration, own, nameOfKind);
  if (id === undefined && title === undefined) {
    const message = t('This {0} has neither an ID nor a title. Give it a `title`.', kindWord(nameOfKind));
    report(context, 'WM105', firstLine(context, declaration.span), message);
  }
  return {
    id: id?.name ?? '',
    derivedId: id === undefined,
    title: title ?? id?.name ?? '',
    path: context.path,
    span: declaration.span,
    headline: id?.span ?? titleSpan ?? firstLine(context, declaration.span),
    fields: own.spans,
    extras: own.extras,
    ignore: own.readList('ignore', readSuppressions),
  };
}

interface Identity {
  readonly id: Named | undefined;
  readonly title: string | undefined;
  readonly titleSpan: Span | undefined;
}

/** From the fields; else from the key of a mapping; else from the words that stand for the item: `PAY-12 Refund API`. */
function identify(context: ReadContext, { key, words }: Declaration, own: OwnFields, nameOfKind: ItemKind): Identity {
  const { spans } = own;
  let id = own.read('id', readName);
  let title = own.read('title', readText);
  let titleSpan = own.read('title', (_context, _field, node) => (node.kind === 'scalar' ? node.inner : node.span));
  // A key of several words is a title: `Refund API: { status: done }`.
  if (key && !id && !/\s/.test(key.text)) {
    id = { name: key.text, span: key.span };
    spans.set('id', { key: undefined, value: key.span });
  } else if (key && title === undefined) {
    title = key.text;
    titleSpan = key.span;
    spans.set('title', { key: undefined, value: key.span });
  }
  if (words && title === undefined) {
    const split = id ? undefined : splitWords(context, words.text, words.inner);
    id ??= split?.id;
    title = split ? split.title : words.text.trim();
    titleSpan = split ? split.titleSpan : words.inner;
    if (split) {
      spans.set('id', { key: undefined, value: split.id.span });
    }
    if (title !== undefined) {
      spans.set('title', { key: undefined, value: titleSpan ?? words.inner });
    }
  }
  return title === undefined
    ? { id, ...titleFromElsewhere(context, own, nameOfKind, id !== undefined) }
    : { id, title, titleSpan };
}

/** Fields that name what an item belongs to, but also the item itself where nothing else does. */
const NAMING_FIELDS: Readonly<Record<string, readonly string[] | undefined>> = {
  epic: ['epic', 'release', 'goal'],
  story: ['release', 'goal'],
  task: ['release', 'goal'],
};

/**
 * The words that a person would take for the title where no field is one: the first line of the description, else what stands
 * first. They stay what they are, so a title that is set is a field of its own.
 */
function titleFromElsewhere(
  context: ReadContext,
  own: OwnFields,
  nameOfKind: ItemKind,
  hasId: boolean,
): Omit<Identity, 'id'> {
  for (const name of NAMING_FIELDS[nameOfKind] ?? []) {
    const entry = own.entry(name);
    const { value, key } = entry ?? {};
    // `- epic: Payments` with its stories, `- phase: Launch`; but `release: v2.0` is where it ships.
    if (
      value?.kind === 'scalar' &&
      (name === nameOfKind || (key !== name && (name === 'goal' ? /\s/.test(value.text) : !hasId)))
    ) {
      own.takeAs(name, 'title');
      return { title: value.text.trim(), titleSpan: value.inner };
    }
  }
  // With an ID that stands for the title, words that change with the description would be none.
  const description = hasId ? undefined : own.entry('story')?.value;
  if (description?.kind === 'scalar') {
    const line = description.text.trim().split('\n', 1)[0]?.trim() || undefined;
    return { title: line, titleSpan: line === undefined ? undefined : firstLine(context, description.inner) };
  }
  const extra = hasId
    ? undefined
    : own.extras.find(({ text }) => /\p{L}/u.test(text) && !/[\n{[]|^(?:true|false|null)$/.test(text));
  return { title: extra?.text.trim(), titleSpan: extra?.value };
}

/** `PAY-12: Refund API` in its parts; undefined when the words do not begin with an ID. */
function splitWords(
  context: ReadContext,
  words: string,
  inner: Span,
): { id: Named; title: string | undefined; titleSpan: Span | undefined } | undefined {
  const match = /^(\s*\[?)([^\s:,\]]+)(\]?\s*[:–—-]?\s*)(.*)$/su.exec(words);
  const id = match?.[2] ?? '';
  // Where escapes stand in the text, places cannot be told from the words.
  if (!match || !looksLikeId(id) || context.text.slice(inner.start, inner.end) !== words) {
    return undefined;
  }
  const start = inner.start + (match[1]?.length ?? 0);
  const titleStart = start + id.length + (match[3]?.length ?? 0);
  const title = match[4]?.trim();
  return {
    id: { name: id, span: { start, end: start + id.length } },
    title: title === '' ? undefined : title,
    titleSpan: title ? { start: titleStart, end: titleStart + title.length } : undefined,
  };
}

function readSuppressions(
  context: ReadContext,
  field: string,
  node: Parameters<typeof declarationsIn>[3],
): Suppression[] {
  return declarationsIn(context, field, 'suppression', node).flatMap(({ node: map, key, words, span }) => {
    const own = ownFieldsOf(context, map, 'suppression');
    // `ignore: [WM203]` and `ignore: { WM203: reason }` are read too.
    const said = words && !key ? suppressionInWords(words) : undefined;
    const rule = own.read('rule', readText) ?? key?.text ?? said?.rule;
    const reason = own.read('reason', readText) ?? (key ? words?.text.trim() : said?.reason);
    return rule ? [{ rule, reason, until: own.read('until', readDate) ?? said?.until, span }] : [];
  });
}

/** `WM203 because it is tracked elsewhere until 2026-12-31`: on one line of Markdown there is no other way to say why. */
function suppressionInWords({ text, inner }: ScalarNode): Omit<Suppression, 'span'> {
  const [, rule = '', rest = ''] = /^([A-Z]+\d+)\s(.*)$/su.exec(text.trim()) ?? [];
  const untilAt = ` ${rest}`.lastIndexOf(' until ');
  const day = rest.slice(untilAt + 'until '.length).trim();
  const range = untilAt < 0 ? undefined : readDayRange(day);
  const why = (range ? rest.slice(0, untilAt) : rest).trim();
  if (rule === '' || (why !== '' && !why.startsWith('because '))) {
    return { rule: text.trim(), reason: undefined, until: undefined };
  }
  return {
    rule,
    reason: why.slice('because '.length).trim() || undefined,
    until: range && { ...range, text: day, span: inner },
  };
}

function firstLine(context: ReadContext, span: Span): Span {
  const lineEnd = context.text.indexOf('\n', span.start);
  const end = lineEnd < 0 ? span.end : Math.min(span.end, lineEnd);
  const line = context.text.slice(span.start, end).trimEnd();
  return { start: span.start, end: span.start + line.length };
}
