import type { WorkItem } from './roadmap';
import { isSpan, type Span } from './span';

/** Two spans of the same text, where it stood and where it stands. */
export type SpanPair = readonly [former: Span, now: Span];

/**
 * Whether two readings of an item say the same, wherever it stands and whatever is under it.
 *
 * @param pairs gets each span of the one with that of the other, also where they turn out to say something else
 */
export function saysTheSame(a: WorkItem, b: WorkItem, pairs?: SpanPair[]): boolean {
  return sameFields(a, b, pairs, PARTS);
}

const PARTS: ReadonlySet<string> = new Set(['children'] satisfies (keyof WorkItem)[]);

/** @param besides names of fields that are not compared */
function sameFields(a: object, b: object, pairs?: SpanPair[], besides?: ReadonlySet<string>): boolean {
  if (isSpan(a) && isSpan(b)) {
    pairs?.push([a, b]);
    return isSpanAlone(a) && isSpanAlone(b);
  }
  if (a instanceof Map || b instanceof Map) {
    return a instanceof Map && b instanceof Map && a.size === b.size && sameEntries(a, b, pairs);
  }
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === others.length &&
    keys.every((key) => besides?.has(key) || sameValues(fieldOf(a, key), fieldOf(b, key), pairs))
  );
}

/** False for what stands somewhere and says more. */
function isSpanAlone(span: Span): boolean {
  return Object.keys(span).length === 2;
}

function sameEntries(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>, pairs?: SpanPair[]): boolean {
  return [...a].every(([key, value]) => b.has(key) && sameValues(value, b.get(key), pairs));
}

function sameValues(a: unknown, b: unknown, pairs?: SpanPair[]): boolean {
  return (
    Object.is(a, b) ||
    (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && sameFields(a, b, pairs))
  );
}

function fieldOf(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}
