import type { Span } from './span';

/** Every team's own status names belong to one of these. */
export type StatusCategory = 'planned' | 'active' | 'blocked' | 'done' | 'dropped';

/** In the order in which work passes through them. */
export const STATUS_CATEGORIES: readonly StatusCategory[] = ['planned', 'active', 'blocked', 'done', 'dropped'];

/** A status as a roadmap file states it. */
export interface Status {
  /** As written, `In Progress` say. */
  readonly name: string;
  /** `planned` when the name is unknown. */
  readonly category: StatusCategory;
  readonly span: Span;
}

/** True for work that is over, for better or worse: nothing more is expected of it. */
export function isFinished(category: StatusCategory): boolean {
  return category === 'done' || category === 'dropped';
}
