import type { LinkedAnnotation } from '../trace/evidence';

/** Tags that tell something and ask for nothing. Every other tag, also one of a team's own, is work to be done. */
const TELLING_TAGS: ReadonlySet<string> = new Set(['NOTE', 'DEPRECATED']);

/** @param tag in upper case */
export function isWorkTag(tag: string): boolean {
  return !TELLING_TAGS.has(tag);
}

/** True when the text is surely a comment and surely names the ID. */
export function isCertain({ annotation, mention }: LinkedAnnotation): boolean {
  return annotation.certainty === 'certain' && mention.certainty === 'certain';
}
