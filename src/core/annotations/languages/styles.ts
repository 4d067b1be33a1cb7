import type { Grammar } from './grammar';
import { blockComment, lineComment, quoted, token } from './rules';

const COMMON = [
  blockComment('\\/\\*', '*/'),
  quoted('"'),
  quoted("'"),
  // An address without quotes may hold `//`.
  token('\\burl\\([ \\t]*[^"\'\\s()][^()\\r\\n]{0,2000}\\)'),
];

export const CSS: Grammar = { modes: { code: COMMON } };

/** SCSS, Less, Stylus. */
export const SCSS: Grammar = { modes: { code: [...COMMON, lineComment('\\/\\/')] } };
