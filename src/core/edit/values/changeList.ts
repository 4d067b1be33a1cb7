import { lineBreakAfter } from '../lineBreak';
import { startOfLine } from '../../model/lineEnds';
import type { FieldSpec } from '../../roadmap/fields';
import { entryOf, type ListNode, type ScalarNode, type ValueNode } from '../../roadmap/valueNode';
import { insertion, type TextChange } from '../textChange';
import { dashOf, withoutLines } from './blocks';
import { indentAt, isInLines, withoutPart, withPart } from './brackets';
import type { Dialect } from './dialect';
import { quoteOf } from './hints';
import { contentEnd, isBracketed } from './layout';
import type { LineStyle } from './written';
import { endOfLine } from '../../model/lineEnds';

/** More entries than these are not compared with one another. */
const MOST_ENTRIES = 300;

/**
 * The changes that make a list of names hold other ones: those that stay are not touched. undefined: it holds what is no name.
 */
export function changesOfList(
  dialect: Dialect,
  style: LineStyle,
  text: string,
  spec: FieldSpec,
  node: ListNode,
  wanted: readonly string[],
): readonly TextChange[] | undefined {
  const nodes = node.items.map(wordsOf);
  if (nodes.length > MOST_ENTRIES || wanted.length > MOST_ENTRIES || nodes.some((each) => each === undefined)) {
    return undefined;
  }
  const former = nodes.map((each) => each?.text.trim().replace(spec.type === 'names' ? /^@/ : /(?!)/, '') ?? '');
  const kept = commonIn(former, wanted);
  const isInLinesAlone = !isBracketed(text, node);
  const changes: TextChange[] = [];
  let at = 0;
  let next = 0;
  for (const [from, to] of [...kept, [former.length, wanted.length] as const]) {
    while (at < from && next < to) {
      // In the place of one that goes.
      const scalar = nodes[at];
      if (scalar) {
        changes.push({
          span: scalar.span,
          text: word(dialect, text, spec, wanted[next] ?? '', scalar, !isInLinesAlone),
        });
      }
      at += 1;
      next += 1;
    }
    for (; at < from; at += 1) {
      changes.push(...withoutItemOf(text, node, at));
    }
    const added = wanted.slice(next, to).map((name) => word(dialect, text, spec, name, nodes[0], !isInLinesAlone));
    if (added.length > 0) {
      changes.push(
        ...(isInLinesAlone ? withItems(text, node, from, added) : withItemsInBrackets(style, text, node, from, added)),
      );
    }
    at = from + 1;
    next = to + 1;
  }
  return changes;
}

/** The entries of both lists that stay, as pairs of indices in order. */
function commonIn(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from(b, () => 0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) {
        row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return pairs;
}

/** The words that name an entry, whether it is words alone or a mapping that says them. */
function wordsOf(node: ValueNode): ScalarNode | undefined {
  if (node.kind === 'scalar') {
    return node;
  }
  const value = node.kind === 'map' ? entryOf(node, 'text', 'id', 'key', 'name', 'title')?.value : undefined;
  return value?.kind === 'scalar' ? value : undefined;
}

function word(
  dialect: Dialect,
  text: string,
  { type }: FieldSpec,
  name: string,
  like: ScalarNode | undefined,
  inBrackets: boolean,
): string {
  return dialect.scalar(name, { inBrackets, quote: quoteOf(text, like), type });
}

/** A list without one of its entries. */
export function withoutItemOf(text: string, node: ListNode, index: number): readonly TextChange[] {
  return isBracketed(text, node) ? withoutItemInBrackets(text, node, index) : withoutItem(text, node, index);
}

function withoutItem(text: string, node: ListNode, index: number): readonly TextChange[] {
  const item = node.items[index];
  const dash = item && dashOf(text, item);
  return item && dash !== undefined ? withoutLines(text, startOfLine(text, dash), contentEnd(text, item.span)) : [];
}

/** @param index of the entry before which the new ones go */
function withItems(text: string, node: ListNode, index: number, words: readonly string[]): readonly TextChange[] {
  const before = node.items[index - 1];
  const like = before ?? node.items[0];
  const dash = like && dashOf(text, like);
  if (!like || dash === undefined) {
    return [];
  }
  const lead = `${indentAt(text, dash)}${text.slice(dash, like.span.start)}`;
  const lineBreak = lineBreakAfter(text, like.span.start);
  return before
    ? [
        insertion(
          endOfLine(text, contentEnd(text, before.span)),
          words.map((each) => `${lineBreak}${lead}${each}`).join(''),
        ),
      ]
    : [insertion(startOfLine(text, dash), words.map((each) => `${lead}${each}${lineBreak}`).join(''))];
}

function withItemsInBrackets(
  style: LineStyle,
  text: string,
  node: ListNode,
  index: number,
  words: readonly string[],
): readonly TextChange[] {
  const brackets = { span: node.span, parts: node.items.map((item) => item.span) };
  const indent = isInLines(text, brackets) ? indentAt(text, brackets.parts[0]?.start ?? 0) : undefined;
  const between = indent === undefined ? `,${style.gap}` : `,${style.lineBreak}${indent}`;
  return withPart(text, brackets, index, words.join(between), style.gap);
}

function withoutItemInBrackets(text: string, node: ListNode, index: number): readonly TextChange[] {
  return withoutPart(text, { span: node.span, parts: node.items.map((item) => item.span) }, index);
}
