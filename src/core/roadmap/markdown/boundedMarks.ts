import type { MarkdownConfig } from '@lezer/markdown';

/** So much of one paragraph, heading or table cell is looked through for emphasis, links and code. */
const LONGEST_MARKED = 10_000;

/**
 * Takes what stands behind in a longer one for plain text. The Markdown parser compares each sign of emphasis with all
 * before it, and looks from others to the end, so that a paragraph of nothing else would cost the square of its length.
 */
export const boundedMarks: MarkdownConfig = {
  parseInline: [
    {
      name: 'BoundedMarks',
      before: 'Escape',
      parse: (context, _next, at) => (at - context.offset < LONGEST_MARKED ? -1 : context.end),
    },
  ],
};
