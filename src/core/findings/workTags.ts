import type { Annotation, FileMarks } from '../model/marks';
import type { LinkedAnnotation } from '../trace/evidence';

/** False for a remark that asks for nothing: `NOTE`, `DEPRECATED`, and tags that a team calls notes. */
export function asksForWork({ kind }: Annotation): boolean {
  return kind !== 'note';
}

/** True for what warns of the code: something broken, makeshift or dangerous. */
export function isWarning({ kind, severity, certainty }: Annotation): boolean {
  return kind !== 'task' && kind !== 'note' && severity !== 'hint' && certainty === 'certain';
}

/** Whether anything in a file warns of its code, whatever it is planned for. */
export function holdsWarnings({ annotations }: FileMarks): boolean {
  return annotations.some(isWarning);
}

/** True when the text is surely a comment and surely names the ID, or a person said so. */
export function isCertain({ certainty }: LinkedAnnotation): boolean {
  return certainty === 'certain';
}
