import { t } from '../../words/t';
import { type ReadContext, report } from '../readContext';
import type { ListNode, MapEntry, ValueNode } from '../valueNode';

/** The entries of a mapping when all are read: merge keys resolved, keys that stand there twice reported. */
export function finishedEntries(context: ReadContext, entries: readonly MapEntry[]): readonly MapEntry[] {
  if (hasTwins(entries)) {
    reportTwins(context, entries);
  }
  return withoutMerges(entries);
}

/** Most mappings are small, and a set for each would cost more than all else. */
const SMALL = 12;

function hasTwins(entries: readonly MapEntry[]): boolean {
  if (entries.length > SMALL) {
    return new Set(entries.map((entry) => entry.key)).size < entries.length;
  }
  for (let later = 1; later < entries.length; later += 1) {
    for (let former = 0; former < later; former += 1) {
      if (entries[former]?.key === entries[later]?.key) {
        return true;
      }
    }
  }
  return false;
}

function reportTwins(context: ReadContext, entries: readonly MapEntry[]): void {
  const seen = new Set<string>();
  for (const { key, keySpan } of entries) {
    if (seen.has(key) && key !== '<<' && keySpan) {
      const message = t('`{0}` stands here twice. The last one counts; remove or rename the other.', key);
      report(context, 'WM101', keySpan, message);
    }
    seen.add(key);
  }
}

/** `<<: *base` gives the mapping those of base's fields that it does not state itself. */
function withoutMerges(entries: readonly MapEntry[]): readonly MapEntry[] {
  if (!entries.some((entry) => entry.key === '<<')) {
    return entries;
  }
  const own = entries.filter((entry) => entry.key !== '<<');
  const stated = new Set(own.map((entry) => entry.key));
  for (const { value } of entries.filter((entry) => entry.key === '<<')) {
    for (const base of value.kind === 'list' ? value.items : [value]) {
      for (const entry of base.kind === 'map' ? base.entries : []) {
        if (!stated.has(entry.key)) {
          stated.add(entry.key);
          own.push(entry);
        }
      }
    }
  }
  return own;
}

/** Mappings between brackets, with merge keys and twins looked after. */
export function finishedFlow(context: ReadContext, node: ValueNode): ValueNode {
  switch (node.kind) {
    case 'map': {
      const entries = node.entries.map((entry) => ({ ...entry, value: finishedFlow(context, entry.value) }));
      return { ...node, entries: finishedEntries(context, entries) };
    }
    case 'list':
      return { ...node, items: node.items.map((item) => finishedFlow(context, item)) };
    default:
      return node;
  }
}

/** Adds a list that stands without a name to the last one of these entries, or as one of its own. */
export function addUnnamedList(entries: MapEntry[], list: ListNode): void {
  const at = entries.findLastIndex(({ value }) => value.kind === 'list');
  const former = entries[at];
  if (former?.value.kind === 'list') {
    const span = { start: former.value.span.start, end: list.span.end };
    entries[at] = { ...former, value: { ...list, items: [...former.value.items, ...list.items], span } };
  } else {
    entries.push({ key: 'items', keySpan: undefined, value: list });
  }
}

/** Where the last of these entries ends; `start`: there is none. */
export function endOf(entries: readonly MapEntry[], start: number): number {
  let end = start;
  for (const { keySpan, value } of entries) {
    end = Math.max(end, keySpan?.end ?? 0, value.span.end);
  }
  return end;
}
