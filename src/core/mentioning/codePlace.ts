import { languageOf } from '../annotations/languages/detect';
import { isTag } from '../annotations/tagPosition';
import type { TagSet, TagWord } from '../annotations/tags';
import type { Vocabulary } from '../ids/vocabulary';
import { endOfLine, startOfLine } from '../model/lineEnds';
import type { Span } from '../model/span';
import type { TypedComment, TypedComments } from './typedComments';
import { beginsId, type StoryPlace, wordAt } from './storyPlace';

/** What decides which words mean something, and where they stand. */
export interface Recognised {
  readonly tags: TagSet;
  readonly vocabulary: Vocabulary;
  readonly comments: TypedComments;
}

/**
 * The place at an offset of code or a document where a person names an item: behind a tag, in its brackets, behind a trace tag,
 * or where the first letters of an ID stand. undefined: none, because code, a string or ordinary words are there.
 *
 * The line alone decides first, so that of most keystrokes nothing more is looked at.
 *
 * @param path relative to the folder, separated by `/`
 */
export function placeInCode(
  path: string,
  text: string,
  offset: number,
  recognised: Recognised,
): StoryPlace | undefined {
  const line = { start: startOfLine(text, offset), end: endOfLine(text, offset) };
  if (line.end - line.start > LONGEST_LINE) {
    return undefined;
  }
  const word = wordAt(text, offset, line);
  const typed = text.slice(word.start, offset);
  const tags = recognised.tags.find(text.slice(line.start, word.start)).map((tag) => movedBy(tag, line.start));
  const before = text.slice(line.start, word.start);
  const slot = slotBehindTag(text, tags.at(-1), word.start) ?? slotBehindTraceTag(before);
  const begins = beginsId(text, word.start, typed, recognised.vocabulary);
  if (!slot && !begins) {
    return undefined;
  }
  const language = languageOf(path, text);
  const typedIn = language && !language.notebook ? recognised.comments.at(text, language, offset) : undefined;
  if (!typedIn || word.start < typedIn.part.start) {
    return undefined;
  }
  const tag = slot?.tag;
  if (slot && (!tag || isTagWhenNamed(text, tag, word.start, typedIn))) {
    return { word, typed, takesTitles: slot.isBracket, isAskedFor: slot.isAskedFor };
  }
  const isHeading = typedIn.comment.prose && typed === '#' && word.start === typedIn.part.start;
  return begins && !isHeading ? { word, typed, takesTitles: false, isAskedFor: true } : undefined;
}

/** Nobody writes a longer one, and one that a program wrote is not looked through at each keystroke. */
const LONGEST_LINE = 5_000;

interface Slot {
  /** undefined: a trace tag. */
  readonly tag?: TagWord;
  readonly isBracket: boolean;
  readonly isAskedFor: boolean;
}

/** `TODO(`, `TODO[PAY-12, `, `TODO(@ana, `. */
const IN_BRACKETS = /^!*[ \t]?(?:\([^()]*|\[[^[\]]*)$/;
const BEGINS_ENTRY = /(?:^!*[ \t]?[([]|[,;|])[ \t]*$/;

/** `TODO `, `TODO: `, `TODO(@ana): `, `TODO PAY-12, `. */
const BEHIND_TAG = /^!*(?:\([^()]*\)|\[[^[\]]*\])?!*(?:[ \t]*:[ \t]*|[ \t]+)(?:#?[\p{L}\p{N}_.-]*\d[ \t]*,[ \t]*)*$/u;
const HOLDS_ID = /^!*[([].*\d/;

function slotBehindTag(text: string, tag: TagWord | undefined, wordStart: number): Slot | undefined {
  if (!tag) {
    return undefined;
  }
  const between = text.slice(tag.end, wordStart);
  if (IN_BRACKETS.test(between)) {
    return BEGINS_ENTRY.test(between) ? { tag, isBracket: true, isAskedFor: true } : undefined;
  }
  return BEHIND_TAG.test(between) && !HOLDS_ID.test(between) ? { tag, isBracket: false, isAskedFor: true } : undefined;
}

/** `@story `, `@verifies PAY-12, `, `[utest->`. What `@implements` is followed by is a type in some languages. */
const TRACE_TAG =
  /(?:@(story|requirement|req|implements|satisfies|verifies|validates)[ \t:]+|\[[a-z]{2,10}[ \t]*->[ \t]*)$/;

function slotBehindTraceTag(before: string): Slot | undefined {
  const found = TRACE_TAG.exec(before.slice(-LONGEST_TRACE_TAG));
  return found ? { isBracket: true, isAskedFor: found[1] !== 'implements' } : undefined;
}

const LONGEST_TRACE_TAG = 60;

/** Whether the word is read as a tag once an item is named behind it: in a document one without anything behind it is not. */
function isTagWhenNamed(text: string, tag: TagWord, wordStart: number, { comment, part }: TypedComment): boolean {
  if (tag.start < part.start) {
    return false;
  }
  const named = `${text.slice(part.start, wordStart)}${NAMED}`;
  const moved = movedBy(tag, -part.start);
  return isTag(named, moved, { start: 0, end: named.length }, comment);
}

/** Closes brackets, and has a word behind them. */
const NAMED = 'X-1): x';

function movedBy<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
