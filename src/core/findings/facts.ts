import type { AnnotationAges } from '../codeHistory/annotationAges';
import type { CodeHistory } from '../codeHistory/codeHistory';
import type { Nesting } from '../codeHistory/nesting';
import type { PlanHistory } from '../planHistory/planHistory';

/**
 * Which files there are: what git tracks and what it does not ignore; open texts that were never saved are no files. Known
 * where the roadmap names any path.
 */
export interface WorkTree {
  /**
   * How many files of the folder a path or glob of the roadmap names; a folder's name stands for all that is in it. What git
   * ignores counts as one file where it is there. 0 also for what `readNamedPath` does not call a path inside.
   */
  countOf(glob: string): number;
  /**
   * Files and folders that may be meant by a path that leads nowhere, the likeliest first: of the same name elsewhere, or nearly of
   * that name where it was looked for. For who mends a finding; no rule asks, since nobody tells when the answer is another one.
   */
  nearest(path: string): readonly string[];
}

/**
 * What rules may need beside plan and trace. Each is known only after a while, or never (without git, say): `undefined` is
 * "not known", which proves nothing. Immutable: another one is another object, and only then are its rules asked again.
 */
export interface Facts {
  readonly planHistory?: PlanHistory | undefined;
  readonly codeHistory?: CodeHistory | undefined;
  readonly annotationAges?: AnnotationAges | undefined;
  readonly nesting?: Nesting | undefined;
  readonly workTree?: WorkTree | undefined;
  /** The branch that is checked out; undefined: none is, or nobody knows. */
  readonly branch?: string | undefined;
}

export type FactName = keyof Facts;
