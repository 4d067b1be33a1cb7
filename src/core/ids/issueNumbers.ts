import type { Certainty } from '../model/marks';
import type { Span } from '../model/span';

/** Letters before `#12` that may say what it is. */
const FARTHEST_WORD = 24;

/** "pull request #45" has a number of its own on many forges. */
const PULL_REQUEST = /\b(?:PRs?|pulls?|MRs?|(?:pull|merge) requests?)[ \t]+$/i;

/** What people count: "page #13". */
const COUNTED =
  /\b(?:approach|attempt|batch|bit|case|chapter|column|example|figure|index|item|iteration|layer|level|line|node|note|number|option|page|part|partition|phase|pin|player|point|port|question|record|round|row|rule|section|shard|slot|step|table|test|thread|timer|try|version|worker|write)[ \t]+$/i;

/** Where a number of one digit means an issue: at the beginning, in brackets, in a list, or behind a word that refers. */
const REFERRING =
  /^$|[([,;&+][ \t]*$|#\d{1,5}[ \t]+$|\b(?:and|or|see|refs?|references|per|for|of|in|via|issues?|stor(?:y|ies)|tasks?|tickets?|bugs?|epics?|features?|todo|fixme|(?:fix|clos|resolv|address|complet|implement|finish|relat|revert)\p{L}*)[: \t]{1,2}$/iu;

/** Whether `#12` surely means the issue: "the #1 reason", "write #2" and "page #13" count something else. */
export function issueCertainty(text: string, { start, end }: Span): Certainty {
  const before = text.slice(Math.max(0, start - FARTHEST_WORD), start);
  const hasOneDigit = end - start === 2;
  const isDoubtful = PULL_REQUEST.test(before) || COUNTED.test(before) || (hasOneDigit && !REFERRING.test(before));
  return isDoubtful ? 'probable' : 'certain';
}

const COLOUR_BEFORE =
  /(?:colou?r|background|bg|border|fill|stroke|outline|shadow|solid|dashed|dotted)\w*["']?[ \t]*[:=(]?[ \t]*["']?$/i;

/** `color: #123`, `"#333"`: what stands for a colour has three or four digits. */
export function isColour(text: string, { start, end }: Span): boolean {
  const digits = end - start - 1;
  if (digits !== 3 && digits !== 4) {
    return false;
  }
  const quote = text.charAt(start - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(end) === quote;
  return isQuoted || COLOUR_BEFORE.test(text.slice(Math.max(0, start - FARTHEST_WORD), start));
}
