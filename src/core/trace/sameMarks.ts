import type { FileMarks } from '../model/marks';

/** Whether two readings of one file found the same on the same lines. Ends at the first difference. */
export function sameMarks(a: FileMarks, b: FileMarks): boolean {
  return (
    isSame(a.annotations, b.annotations) &&
    isSame(a.references, b.references) &&
    isSame(a.suppressions, b.suppressions) &&
    isSame(a.lines.entries(), b.lines.entries())
  );
}

/** Of plain values: words, numbers, lists and records of them. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(first);
  return keys.length === Object.keys(second).length && keys.every((key) => isSame(first[key], second[key]));
}
