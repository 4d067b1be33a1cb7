import type { Roadmap, Verdict, WorkItem } from '../model/roadmap';

/**
 * All that a roadmap says, without the places where it says it, and with other verdicts for one of its items: two with the
 * same shape say the same.
 */
export function roadmapShape(roadmap: Roadmap, item: WorkItem, verdicts: readonly Verdict[]): string {
  const words = verdicts.map(({ accepted, written, where }) => JSON.stringify([accepted, written, where])).sort();
  return JSON.stringify(roadmap, function (this: unknown, key, value: unknown) {
    if (this === item && key === 'verdicts') {
      return words;
    }
    return PLACES.has(key) || isSpan(value) ? undefined : value instanceof Map ? [...value] : value;
  });
}

/** Where fields stand, and in which order that makes them. */
const PLACES: ReadonlySet<string> = new Set(['fields']);

function isSpan(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'start,end';
}
