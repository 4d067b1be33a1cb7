import type { Day } from '../model/calendar';
import type { Annotation } from '../model/marks';

/** The commit that last touched a line. */
export interface LineOrigin {
  readonly sha: string;
  readonly day: Day;
  readonly author: string;
}

/** How old annotations are, by the history of their first line. Read only of those that ask for work on an open item. */
export interface AnnotationAges {
  /** undefined: not committed yet, or not known. */
  originOf(path: string, annotation: Annotation): LineOrigin | undefined;
}

/** An annotation of a file and where its first line comes from. */
export type AgedAnnotation = readonly [path: string, annotation: Annotation, origin: LineOrigin];

/**
 * Ages that stay with what an annotation says, so that a text that is edited above it does not lose them. Of several that say
 * the same in one file the youngest counts.
 */
export function annotationAges(aged: Iterable<AgedAnnotation>): AnnotationAges {
  const cells = new Map<string, Cell>();
  // Most annotations are still the objects whose age was read, and then nobody has to spell out what they say.
  const known = new WeakMap<Annotation, Cell>();
  for (const [path, annotation, origin] of aged) {
    const key = keyOf(path, annotation);
    const cell = cells.get(key) ?? { path, origin };
    cells.set(key, cell);
    known.set(annotation, cell);
    cell.origin = cell.origin.day > origin.day ? cell.origin : origin;
  }
  return {
    originOf(path, annotation) {
      const cell = known.get(annotation);
      return (cell?.path === path ? cell : cells.get(keyOf(path, annotation)))?.origin;
    },
  };
}

interface Cell {
  readonly path: string;
  origin: LineOrigin;
}

function keyOf(path: string, { tag, message, mentions }: Annotation): string {
  let key = `${path}\0${tag}\0${message}`;
  for (const { written } of mentions) {
    key += `\0${written}`;
  }
  return key;
}
