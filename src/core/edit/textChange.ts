import type { Span } from '../model/span';

/** A piece of a text and what takes its place; an empty span is a place where something is put in. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** The text with all changes made. They must not overlap; their spans are those of the text as it is. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let at = 0;
  let changed = '';
  for (const { span, text: next } of [...changes].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    changed += text.slice(at, span.start) + next;
    at = span.end;
  }
  return changed + text.slice(at);
}

export function insertion(at: number, text: string): TextChange {
  return { span: { start: at, end: at }, text };
}

export function deletion(start: number, end: number): TextChange {
  return { span: { start, end }, text: '' };
}
