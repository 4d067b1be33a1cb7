import type { Annotation } from '../model/marks';
import type { LinkedAnnotation } from '../trace/evidence';

/** False for a remark that asks for nothing: `NOTE`, `DEPRECATED`, and tags that a team calls notes. */
export function asksForWork({ kind }: Annotation): boolean {
  return kind !== 'note';
}

/** True when the text is surely a comment and surely names the ID, or a person said so. */
export function isCertain({ certainty }: LinkedAnnotation): boolean {
  return certainty === 'certain';
}
