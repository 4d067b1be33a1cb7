import type { TextChange } from './textChange';

/** A stretch of the first text that is still there, or words that came in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** The changes that make of a text at once what `first` and then `second` make of it; the spans of `second` are those in between. */
export function composedChanges(
  text: string,
  first: readonly TextChange[],
  second: readonly TextChange[],
): readonly TextChange[] {
  if (first.length === 0 || second.length === 0) {
    return first.length === 0 ? second : first;
  }
  const between = changed([{ start: 0, end: text.length }], first);
  return differences(changed(between, second), text.length);
}

function changed(pieces: readonly Piece[], changes: readonly TextChange[]): Piece[] {
  const result: Piece[] = [];
  const left = [...pieces];
  let at = 0;
  /** Moves what stands before an offset to the result, or drops it. */
  const pass = (to: number, keep: boolean) => {
    while (at < to) {
      const piece = left.shift();
      if (piece === undefined) {
        return;
      }
      const [head, tail] = cut(piece, to - at);
      at += lengthOf(head);
      if (keep) {
        result.push(head);
      }
      if (lengthOf(tail) > 0) {
        left.unshift(tail);
      }
    }
  };
  for (const { span, text } of inOrder(changes)) {
    pass(span.start, true);
    result.push({ text });
    pass(span.end, false);
  }
  return [...result, ...left];
}

function inOrder(changes: readonly TextChange[]): readonly TextChange[] {
  return [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}

function cut(piece: Piece, at: number): readonly [Piece, Piece] {
  return 'text' in piece
    ? [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }]
    : [
        { start: piece.start, end: Math.min(piece.end, piece.start + at) },
        { start: Math.min(piece.end, piece.start + at), end: piece.end },
      ];
}

/** What stands between the stretches that are still there. Their order never changes. */
function differences(pieces: readonly Piece[], length: number): readonly TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  let words = '';
  const close = (start: number) => {
    if (words !== '' || start > at) {
      changes.push({ span: { start: at, end: start }, text: words });
    }
    words = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) {
      words += piece.text;
    } else if (piece.end > piece.start) {
      close(piece.start);
      at = piece.end;
    }
  }
  close(length);
  return changes;
}
