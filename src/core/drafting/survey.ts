import type { Annotation } from '../model/marks';
import type { FoundKey } from './keyTally';

/** What a repository says of its work, whether or not it has a roadmap. */
export interface Survey {
  /** Documents that may hold a plan, in the order in which they are offered. */
  readonly documents: readonly FoundDocument[];
  /** Annotations that ask for work. */
  readonly todos: readonly FoundTodo[];
  /** Prefixes of a tracker's IDs in the subjects of commits, the one that most commits name first. */
  readonly keys: readonly FoundKey[];
  /** How many commits were read; undefined: none could be, and {@link notes} say why. */
  readonly commitsRead: number | undefined;
  readonly filesSearched: number;
  /** What was not looked at, and why: one sentence each. */
  readonly notes: readonly string[];
}

export interface FoundDocument {
  /** Relative to the folder, separated by `/`. */
  readonly path: string;
  readonly text: string;
}

export interface FoundTodo {
  readonly path: string;
  readonly annotation: Annotation;
}
