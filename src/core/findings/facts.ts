import type { AnnotationAges } from '../codeHistory/annotationAges';
import type { CodeHistory } from '../codeHistory/codeHistory';
import type { PlanHistory } from '../planHistory/planHistory';

/** Which files there are. */
export interface WorkTree {
  /** How many files of the folder a path or glob names; a folder's name stands for all that is in it. */
  countOf(glob: string): number;
}

/**
 * What rules may need beside plan and trace. Each is known only after a while, or never (without git, say): `undefined` is
 * "not known", which proves nothing. Immutable: another one is another object, and only then are its rules asked again.
 */
export interface Facts {
  readonly planHistory?: PlanHistory | undefined;
  readonly codeHistory?: CodeHistory | undefined;
  readonly annotationAges?: AnnotationAges | undefined;
  readonly workTree?: WorkTree | undefined;
  /** The branch that is checked out; undefined: none is, or nobody knows. */
  readonly branch?: string | undefined;
}

export type FactName = keyof Facts;
