import type { Day } from '../model/calendar';
import type { Annotation } from '../model/marks';

/** The commit that last touched a line. */
export interface LineOrigin {
  readonly sha: string;
  readonly day: Day;
  readonly author: string;
}

/** How old annotations are, by the history of their first line. */
export interface AnnotationAges {
  /** undefined: not committed yet, or not known. */
  originOf(path: string, annotation: Annotation): LineOrigin | undefined;
}
