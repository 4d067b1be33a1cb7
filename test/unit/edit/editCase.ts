import type { RoadmapEdit } from '../../../src/core/edit/roadmapEdit';

/** One roadmap, one edit, and what becomes of it: a text, or the sentence that refuses. */
export interface EditCase {
  readonly name: string;
  readonly path: string;
  /** Each line with its line break; the last one may have none. */
  readonly before: readonly string[];
  readonly edit: RoadmapEdit;
  /** The text after it. */
  readonly after: readonly string[] | { readonly refusal: string };
}
