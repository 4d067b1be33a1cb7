/**
 * A half-open range `[start, end)` of UTF-16 offsets into one text. Core knows no lines and columns: they are made at
 * the edge by a {@link LineTable}.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when `offset` lies in the span or at its end, so that a caret standing behind the last letter counts as inside. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** A stretch of one file of the folder. */
export interface Place {
  /** Relative to the folder, separated by `/`; an absolute path only for a roadmap that lies outside the folder. */
  readonly path: string;
  readonly span: Span;
}
