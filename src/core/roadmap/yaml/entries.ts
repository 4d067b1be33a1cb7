import { type ReadContext, report } from '../readContext';
import type { MapEntry } from '../valueNode';

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
      const message = `\`${key}\` stands here twice. The last one counts; remove or rename the other.`;
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
