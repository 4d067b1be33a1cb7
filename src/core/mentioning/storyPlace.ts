import type { Vocabulary } from '../ids/vocabulary';
import type { Span } from '../model/span';

/** A place where the ID of an item can be written. */
export interface StoryPlace {
  /** All of the word at the cursor, which the ID replaces. */
  readonly word: Span;
  /** What stands of it before the cursor. */
  readonly typed: string;
  /** Nothing but a name can be meant here, so that words of a title find an item as well as its ID does. */
  readonly takesTitles: boolean;
  /** The sign that was typed last asks for an ID; false: only who asks for it is answered. */
  readonly isAskedFor: boolean;
}

/** The word at an offset, as far as IDs have such letters. It never reaches beyond its line. */
export function wordAt(text: string, offset: number, line: Span): Span {
  const before = /#?[\p{L}\p{M}\p{N}_.-]*$/u.exec(text.slice(Math.max(line.start, offset - LONGEST_ID), offset));
  const after = /^[\p{L}\p{M}\p{N}_-]*(?:\.\d+)*/u.exec(text.slice(offset, Math.min(line.end, offset + LONGEST_ID)));
  return { start: offset - (before?.[0].length ?? 0), end: offset + (after?.[0].length ?? 0) };
}

const LONGEST_ID = 80;

/** Letters before a word that make it a part of something else: a path, an address, a longer name. */
const PART_OF_MORE = /[\p{L}\p{N}_$#@/\\.:-]/u;

/** Whether the letters before the cursor are the beginning of an ID of the roadmap, and nothing else is likely. */
export function beginsId(text: string, start: number, typed: string, vocabulary: Vocabulary): boolean {
  if (start > 0 && PART_OF_MORE.test(text.charAt(start - 1))) {
    return false;
  }
  const { keys, levels, literals, issueNumbers } = vocabulary;
  if (typed.startsWith('#')) {
    return issueNumbers && /^#\d*$/.test(typed);
  }
  return (
    keys.some((key) => beginsWithKey(typed, `${key}-`)) ||
    levels.some((level) => beginsWithKey(typed, level)) ||
    (typed.length >= ENOUGH_OF_LITERAL && literals.some((literal) => literal.startsWith(typed)))
  );
}

/** Fewer letters are the beginning of too many words. */
const ENOUGH_OF_KEY = 2;
const ENOUGH_OF_LITERAL = 4;

/** @param opening what stands before the number: `PAY-`, `E1-F` */
function beginsWithKey(typed: string, opening: string): boolean {
  if (typed.length >= opening.length) {
    const number = typed.slice(opening.length);
    const isOwnSpelling = typed.startsWith(opening);
    // `pay-1` is a slip that a pick mends, while `pay-as-you-go` is a word.
    const isSlip = number !== '' && typed.slice(0, opening.length).toLowerCase() === opening.toLowerCase();
    return (isOwnSpelling || isSlip) && /^[\d.]*$/.test(number);
  }
  return typed.length >= ENOUGH_OF_KEY && opening.startsWith(typed) && typed !== typed.toLowerCase();
}
