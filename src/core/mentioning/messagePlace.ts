import type { Vocabulary } from '../ids/vocabulary';
import { endOfLine, startOfLine } from '../model/lineEnds';
import { beginsId, type StoryPlace, wordAt } from './storyPlace';

/** What git shows below its scissors is the change, and no part of the message. */
const SCISSORS = /^# -+ >8 -+/m;

/** `(`, `[PAY-12, `. */
const IN_BRACKETS = /[([](?:[^()[\]]*,)?[ \t]*$/;
const ROUND = /\([^()[\]]*$/;

/** `Refs: `, `Story: PAY-12, `, `Closes: `, `Fixes #12, `. */
const BEHIND_TRAILER =
  /^(?:story|stories|refs?|references|issues?|tickets?|task|epic|part-of|relates-to|related(?:-to)?|see(?:-also)?|implements|(?:close|fixe|resolve)[sd]?)[ \t]*:[ \t]*(?:[^,]*\d[ \t]*,[ \t]*)*$/i;

/** Nothing yet, or the type that comes first by the convention: `feat: `, `fix(api)!: `. */
const BEGINS_SUBJECT = /^(?:\p{L}+(?:\([^()]*\))?!?:[ \t]+)?$/u;

/**
 * The place at an offset of a commit's message where a person names an item: at the beginning of the subject, in brackets, in a
 * trailer, or where the first letters of an ID stand.
 */
export function placeInMessage(text: string, offset: number, vocabulary: Vocabulary): StoryPlace | undefined {
  const line = { start: startOfLine(text, offset), end: endOfLine(text, offset) };
  const word = wordAt(text, offset, line);
  const typed = text.slice(word.start, offset);
  const before = text.slice(line.start, word.start);
  const isRemark = /^#(?!\d*$)/.test(text.slice(line.start, offset)) || text.startsWith('# ', line.start);
  if (isRemark || SCISSORS.test(text.slice(0, line.start))) {
    return undefined;
  }
  const isTrailer = BEHIND_TRAILER.test(before);
  if (isTrailer || IN_BRACKETS.test(before)) {
    // Round brackets hold scopes and remarks more often than IDs.
    return { word, typed, takesTitles: true, isAskedFor: isTrailer || !ROUND.test(before) };
  }
  if (beginsId(text, word.start, typed, vocabulary)) {
    return { word, typed, takesTitles: false, isAskedFor: true };
  }
  const isSubject = text.slice(0, line.start).trim() === '';
  return isSubject && BEGINS_SUBJECT.test(before) ? { word, typed, takesTitles: false, isAskedFor: false } : undefined;
}
