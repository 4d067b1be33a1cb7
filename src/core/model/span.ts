/**
 * A half-open range `[start, end)` of UTF-16 offsets into one text. Core knows no lines and columns: they are made at
 * the edge by a {@link LineTable}.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a value of a roadmap or of what was read for one is a span: nothing else there has a number under both names. */
export function isSpan(value: object): value is Span {
  const { start, end } = value as Partial<Span>;
  return typeof start === 'number' && typeof end === 'number';
}

/** A stretch of one file of the folder. */
export interface Place {
  /** Relative to the folder, separated by `/`; an absolute path only for a roadmap that lies outside the folder. */
  readonly path: string;
  readonly span: Span;
}
