import type { MarkdownConfig } from '@lezer/markdown';

/** So much of one paragraph, heading or table cell is looked through for emphasis, links and code. */
const LONGEST_MARKED = 10_000;

/** The signs with which anything but plain words begins; at a line's end two spaces can mean something. */
const MARK = /[*_`[\]<>!~\\&\n]/;

/**
 * Takes words without any mark for plain text at once, since the Markdown parser would try all marks at each letter. Also what
 * stands behind in a longer text: the parser compares each sign of emphasis with all before it, and looks from others to the
 * end, so that a paragraph of nothing else would cost the square of its length.
 */
export const boundedMarks: MarkdownConfig = {
  parseInline: [
    {
      name: 'BoundedMarks',
      before: 'Escape',
      parse: (context, _next, at) =>
        (at === context.offset && !MARK.test(context.text)) || at - context.offset >= LONGEST_MARKED ? context.end : -1,
    },
  ],
};
