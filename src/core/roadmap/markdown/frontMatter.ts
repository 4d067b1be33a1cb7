import type { Span } from '../../model/span';

/** YAML between two lines of `---` at the start of the file: what stands between them, and where the second line ends. */
export function findFrontMatter(
  text: string,
  start: number,
): { readonly inner: Span; readonly end: number } | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(start, start + 100));
  if (!opening) {
    return undefined;
  }
  const from = start + opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(from));
  return closing
    ? { inner: { start: from, end: from + closing.index }, end: from + closing.index + closing[0].length }
    : undefined;
}
