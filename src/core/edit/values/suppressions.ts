import type { Suppression } from '../../model/roadmap';
import { fieldNamed } from '../../roadmap/fields';
import type { MapNode, ValueNode } from '../../roadmap/valueNode';
import type { TextChange } from '../textChange';
import type { NewSuppression, Ways } from '../writer';
import { entryIn, partOf, type Target } from './addEntry';
import { isOwn, withoutBlockEntry } from './blocks';
import { withoutPart } from './brackets';
import { withoutItemOf } from './changeList';
import { quoteOf } from './hints';
import { contentEnd, isBracketed } from './layout';
import { fieldEntries, writtenSuppression } from './parts';
import { waysToSet } from './setField';
import { bracketed } from './written';

/** Ways to rewrite one entry of what a thing ignores, or to take it away (`to` undefined). */
export function* waysToChangeSuppression(target: Target, { span }: Suppression, to: NewSuppression | undefined): Ways {
  const { item, site, scene } = target;
  const spec = fieldNamed(item.kind, 'ignore');
  if (!to && item.ignore.length === 1 && spec) {
    yield* waysToSet(target, spec, undefined);
    return;
  }
  for (const { value } of fieldEntries(item, site.node, 'ignore')) {
    if (value.kind === 'list') {
      const index = value.items.findIndex((each) => each.span.start === span.start);
      const node = value.items[index];
      if (node && to) {
        yield* waysToRewrite(target, node, to);
      } else if (node) {
        yield withoutItemOf(scene.text, value, index);
      }
    } else if (value.kind === 'map' && !to) {
      yield withoutKey(target, value, span.start);
    } else if (to) {
      yield* waysToRewrite(target, value, to);
    }
  }
}

/** What it says already stays as it is written. */
function* waysToRewrite({ dialect, scene, style }: Target, node: ValueNode, to: NewSuppression): Ways {
  const { text } = scene;
  const missing: ('reason' | 'until')[] = [];
  const changes: TextChange[] = [];
  for (const field of node.kind === 'map' ? (['reason', 'until'] as const) : []) {
    const entry = (node as MapNode).entries.find(({ key }) => fieldNamed('suppression', key)?.name === field);
    const words = to[field];
    if (entry?.value.kind === 'scalar' && words !== undefined) {
      const quote = quoteOf(text, entry.value);
      const inBrackets = isBracketed(text, node);
      const type = field === 'until' ? 'date' : 'text';
      changes.push({
        span: { start: entry.value.span.start, end: contentEnd(text, entry.value.span) },
        text: dialect.scalar(words, { inBrackets, quote, type }),
      });
    } else if (words !== undefined) {
      missing.push(field);
    }
  }
  const whole = writtenSuppression(to);
  const [field, ...others] = missing;
  const added = whole.entries.find(({ key }) => key === field);
  if (node.kind === 'map' && others.length === 0) {
    const more = added ? entryIn(dialect, style, text, node, added, node.entries.at(-1)) : [];
    yield [...changes.filter(({ span, text: words }) => text.slice(span.start, span.end) !== words), ...more];
  }
  yield [
    { span: { start: node.span.start, end: contentEnd(text, node.span) }, text: bracketed(dialect, style, whole, '') },
  ];
}

/** `ignore: { WM203: reason }`. */
function withoutKey({ scene: { text } }: Target, node: MapNode, keyStart: number): readonly TextChange[] {
  const own = node.entries.filter((each) => isOwn(node, each));
  const index = own.findIndex(({ keySpan }) => keySpan?.start === keyStart);
  const entry = own[index];
  if (!entry) {
    return [];
  }
  return isBracketed(text, node)
    ? withoutPart(text, { span: node.span, parts: own.map((each) => partOf(text, each)) }, index)
    : withoutBlockEntry(text, node, entry);
}
