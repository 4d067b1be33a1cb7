import type { Span } from './span';

/** What can be wrong with a roadmap's text itself, by the code of the finding that shows it. */
export type ProblemCode = 'WM101' | 'WM105' | 'WM106' | 'WM108';

/** Something in one text that could not be read as meant. Never thrown: it travels beside the value that could be read. */
export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  /** One plain sentence: what is wrong and what to do. */
  readonly message: string;
  /** The text that would be right in the span's place, where that is plain. */
  readonly suggestion?: string;
}
