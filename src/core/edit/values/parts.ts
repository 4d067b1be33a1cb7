import { lineBreakAfter } from '../lineBreak';
import type { Item, WorkItem } from '../../model/roadmap';
import { type FieldOwner, fieldNamed } from '../../roadmap/fields';
import type { MapEntry, ValueNode } from '../../roadmap/valueNode';
import { endOfLine } from '../../model/lineEnds';
import { insertion, type TextChange } from '../textChange';
import type { NewSuppression, Ways } from '../writer';
import { entryIn, type Target, waysToAdd } from './addEntry';
import { dashOf, isOwn } from './blocks';
import { indentAt, isInLines, withPart } from './brackets';
import { quoteOf } from './hints';
import { contentEnd, isBracketed } from './layout';
import { anchorFor, neighbourWith } from './order';
import { bracketed, type Written, type WrittenEntry } from './written';

/** Ways to tick a criterion, or to take its tick away. */
export function* waysToTick({ dialect, scene, style, item, site }: Target, index: number, done: boolean): Ways {
  const { text } = scene;
  const criterion = (item as WorkItem).acceptance[index];
  const list = fieldEntries(item, site.node, 'acceptance').map((entry) => entry.value);
  const flag: Written = { kind: 'scalar', text: String(done), type: 'yesNo', quote: undefined };
  for (const node of list.flatMap(thingsIn)) {
    const isMeant = criterion && node.whole.start === criterion.span.start;
    if (!isMeant) {
      continue;
    }
    const { value } = node;
    if (value.kind === 'map') {
      const state = value.entries.find((entry) => fieldNamed('criterion', entry.key)?.name === 'done');
      if (state?.value.kind === 'scalar') {
        const quote = quoteOf(text, state.value);
        const word = dialect.scalar(sameWord(state.value.text, done), { inBrackets: true, quote, type: 'yesNo' });
        yield [{ span: state.value.span, text: word }];
      } else {
        yield entryIn(dialect, style, text, value, { key: 'done', value: flag }, value.entries.at(-1));
      }
    } else if (value.kind === 'scalar' && node.isKeyed) {
      yield [{ span: value.span, text: sameWord(value.text, done) }];
    } else if (value.kind === 'scalar') {
      const words: Written = { kind: 'scalar', text: value.text, type: 'text', quote: quoteOf(text, value) };
      const entries = [
        { key: 'text', value: words },
        { key: 'done', value: flag },
      ];
      const span = { start: value.span.start, end: contentEnd(text, value.span) };
      yield [{ span, text: bracketed(dialect, style, { kind: 'map', entries, inLines: false }, '') }];
    }
  }
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['on', 'off'],
  ['1', '0'],
  ['done', 'open'],
];

/** `yes` for `no`, `Yes` for `No`. */
function sameWord(former: string, done: boolean): string {
  const pair = PAIRS.find((each) => each.includes(former.trim().toLowerCase())) ?? ['true', 'false'];
  const word = pair[done ? 0 : 1] ?? String(done);
  return /^[A-Z]/.test(former) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

interface Thing {
  readonly value: ValueNode;
  readonly whole: { readonly start: number };
  readonly isKeyed: boolean;
}

function thingsIn(node: ValueNode): readonly Thing[] {
  if (node.kind === 'list') {
    return node.items.map((value) => ({ value, whole: value.span, isKeyed: false }));
  }
  const own = { value: node, whole: node.span, isKeyed: false };
  return node.kind === 'map'
    ? [own, ...node.entries.map(({ value, keySpan }) => ({ value, whole: keySpan ?? value.span, isKeyed: true }))]
    : [own];
}

/** A thing's own entries of a field. */
export function fieldEntries({ kind }: Item, node: ValueNode, field: string): readonly MapEntry[] {
  return node.kind === 'map'
    ? node.entries.filter((entry) => isOwn(node, entry) && fieldNamed(kind as FieldOwner, entry.key)?.name === field)
    : [];
}

/** Ways to write down that a finding is not to be shown. */
export function* waysToSuppress(target: Target, suppression: NewSuppression): Ways {
  const { dialect, scene, style, item, site } = target;
  const { text } = scene;
  const one = writtenSuppression(suppression);
  const [entry] = fieldEntries(item, site.node, 'ignore').filter(({ value }) => value.kind !== 'empty');
  if (!entry) {
    const neighbour = neighbourWith(scene, item.kind, 'ignore', {
      container: site.container,
      self: site.node,
      offset: item.span.start,
    });
    const after = site.node.kind === 'map' ? anchorFor(item.kind, site.node, 'ignore', neighbour) : undefined;
    const value: Written = { kind: 'list', items: [one], inLines: false };
    yield* waysToAdd(target, { key: neighbour?.entry.key ?? 'ignore', value }, after);
    return;
  }
  const node = entry.value;
  const words = (indent: string) => bracketed(dialect, style, one, indent);
  if (node.kind === 'list' && isBracketed(text, node)) {
    const parts = node.items.map((each) => each.span);
    const indent = isInLines(text, { span: node.span, parts }) ? indentAt(text, parts[0]?.start ?? 0) : '';
    yield withPart(text, { span: node.span, parts }, parts.length, words(indent), style.gap);
  } else if (node.kind === 'list') {
    yield belowLast(text, node.items, words(''));
  } else {
    yield [insertion(node.span.start, '['), insertion(contentEnd(text, node.span), `, ${words('')}]`)];
  }
}

function belowLast(text: string, items: readonly ValueNode[], words: string): readonly TextChange[] {
  const last = items.at(-1);
  const dash = last && dashOf(text, last);
  if (!last || dash === undefined) {
    return [];
  }
  const end = contentEnd(text, last.span);
  const lead = indentAt(text, dash) + text.slice(dash, last.span.start);
  return [insertion(endOfLine(text, end), `${lineBreakAfter(text, end)}${lead}${words}`)];
}

/** `{ rule: WM203, reason: …, until: … }`. */
export function writtenSuppression({ rule, reason, until }: NewSuppression): Extract<Written, { kind: 'map' }> {
  const scalar = (text: string, type: 'name' | 'text' | 'date'): Written => ({
    kind: 'scalar',
    text,
    type,
    quote: undefined,
  });
  const entries: readonly WrittenEntry[] = [
    { key: 'rule', value: scalar(rule, 'name') },
    ...(reason === undefined ? [] : [{ key: 'reason', value: scalar(reason, 'text') }]),
    ...(until === undefined ? [] : [{ key: 'until', value: scalar(until, 'date') }]),
  ];
  return { kind: 'map', entries, inLines: false };
}
