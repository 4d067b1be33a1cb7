import { lineBreakAfter } from '../lineBreak';
import type { MapEntry, ValueNode } from '../../roadmap/valueNode';
import type { Scene } from '../scene';
import { columnOf, isBracketed, keyPlace, spaces } from './layout';
import type { LineStyle } from './written';

/** How a file sets its lines, as its first places of each kind show. */
export function lineStyleOf({ text, values, roadmap }: Scene): LineStyle {
  const isJson = roadmap.format === 'json';
  const unit = isJson ? /^([ \t]+)\S/m.exec(text)?.[1] : undefined;
  const isCompact = isJson && /"\s*:\S/.test(text) && !/"\s*: /.test(text);
  return {
    lineBreak: lineBreakAfter(text, 0),
    unit: unit ?? spaces((!isJson && values && mapIndentIn(text, values)) || 2),
    listIndent: (values && listIndentIn(text, values)) ?? 2,
    gap: isCompact ? '' : ' ',
    padding: isCompact || /\{["\w]/.test(text) ? '' : ' ',
    likeKey: isJson ? '""' : undefined,
  };
}

/** Columns between a key and those of the mapping under it. */
function mapIndentIn(text: string, node: ValueNode): number | undefined {
  if (node.kind === 'list') {
    return firstOf(node.items, (item) => mapIndentIn(text, item));
  }
  if (node.kind !== 'map' || isBracketed(text, node)) {
    return undefined;
  }
  return firstOf(node.entries, (entry) => {
    const key = keyPlace(text, entry);
    const { value } = entry;
    const isBelow = key && value.kind === 'map' && /[\r\n]/.test(text.slice(key.end, value.span.start));
    const indent = isBelow ? columnOf(text, value.span.start) - columnOf(text, key.start) : 0;
    return indent > 0 && !isBracketed(text, value) ? indent : mapIndentIn(text, value);
  });
}

function listIndentIn(text: string, node: ValueNode): number | undefined {
  if (node.kind === 'list' && !isBracketed(text, node)) {
    return firstOf(node.items, (item) => listIndentIn(text, item));
  }
  if (node.kind !== 'map' || isBracketed(text, node)) {
    return undefined;
  }
  return firstOf(node.entries, (entry) => indentUnder(text, entry) ?? listIndentIn(text, entry.value));
}

function indentUnder(text: string, entry: MapEntry): number | undefined {
  const key = keyPlace(text, entry);
  const { value } = entry;
  return key && value.kind === 'list' && text.charAt(value.span.start) === '-' && value.span.start > key.end
    ? columnOf(text, value.span.start) - columnOf(text, key.start)
    : undefined;
}

function firstOf<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
