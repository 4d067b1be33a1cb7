import type { Span } from '../model/span';
import type { Comment } from './comments';
import type { TagWord } from './tags';

/**
 * Whether a word with the letters of a tag is meant as one. It is at the beginning of a line of the comment (bullets,
 * brackets and `@` may stand before it), or anywhere when `:`, `(` or `[` follows directly: "the TODO list is long" is
 * a sentence. In quotes it is spoken of, not used.
 *
 * In a document the word alone is not enough even at the beginning of a line, unless the line is an item of a list.
 *
 * @param part the line of the comment that holds the word
 */
export function isTag(text: string, word: TagWord, part: Span, comment: Comment): boolean {
  if (comment.prose && !(word.form === 'upper' && word.tag.inProse)) {
    return false;
  }
  if (isQuoted(text, word)) {
    return false;
  }
  const lead = text.slice(part.start, word.start);
  const beginsLine = lead.length <= LONGEST_LEAD && LEAD.test(lead);
  if (word.form !== 'upper') {
    return beginsLine && !looksLikeCall(text, word, part);
  }
  const opened = /^(?:[:([]|\*{2}:|<\/\w{1,9}>:)/.test(text.slice(word.end, word.end + 13));
  if (comment.prose && beginsLine && !opened) {
    return ITEM.test(lead) && WORDS.test(text.slice(word.end, part.end));
  }
  return beginsLine || opened;
}

const LONGEST_LEAD = 40;

/** White space, bullets, brackets, `@`, `\`, a number of a list, a check box. */
const LEAD = /^[\s@\\#*+\-–•>!|([{<:~=/]*(?:\d{1,3}[.)]\s*)?(?:\[[ xX]?\]\s*)?[[(@*_]*$/;

const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;

const WORDS = /[\p{L}\p{N}]/u;

function isQuoted(text: string, word: TagWord): boolean {
  const before = text.charAt(word.start - 1);
  return before === '`' || ((before === '"' || before === "'") && text.charAt(word.end) === before);
}

const LONGEST_BRACKETS = 200;

/** `todo(item)` in a comment is code more often than a note, unless a `:` or words follow the brackets. */
function looksLikeCall(text: string, word: TagWord, part: Span): boolean {
  if (text.charAt(word.end) !== '(') {
    return false;
  }
  const rest = text.slice(word.end, Math.min(part.end, word.end + LONGEST_BRACKETS));
  return !/^\([^()]*\)(?::|\s+[\p{L}\p{N}"'`])/u.test(rest);
}
