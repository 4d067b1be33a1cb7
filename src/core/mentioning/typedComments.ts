import { type Comment, commentsOf, movedBy } from '../annotations/comments';
import type { RawComment } from '../annotations/languages/grammar';
import type { Language } from '../annotations/languages/language';
import { lexOn, type LexState } from '../annotations/languages/lexer';
import { endOfLine, startOfLine } from '../model/lineEnds';
import type { Span } from '../model/span';

/** The comment, or the paragraph of a document, that somebody types in. */
export interface TypedComment {
  readonly comment: Comment;
  /** The words of the comment that stand in the line of the cursor, without comment signs. */
  readonly part: Span;
}

/** A text as it was last read, up to some line. */
interface Reading {
  readonly language: Language;
  readonly text: string;
  readonly comments: readonly RawComment[];
  readonly states: readonly LexState[];
}

/** Letters below the cursor in which the end of a here-document, a string or an example is looked for. */
const LOOKAHEAD = 10_000;

/** States above the cursor from which on comments are looked at: a comment of more lines is looked at in part. */
const STATES_ABOVE = 3;

/**
 * Finds the comments that somebody types in. Remembers the text that it was asked about last, so that the next keystroke in it
 * costs a few lines, wherever they stand.
 */
export class TypedComments {
  private last: Reading | undefined;

  /**
   * The comment at an offset; undefined: code, a string, or an example stands there.
   *
   * @param offset greater than 0; of the cursor, which may stand behind the last letter of the comment
   */
  at(text: string, language: Language, offset: number): TypedComment | undefined {
    const near = text.slice(0, endOfLine(text, Math.min(text.length, offset + LOOKAHEAD)));
    const { comments, states } = this.read(near, language, startOfLine(text, offset));
    const from = states.at(-STATES_ABOVE);
    const begin = from ? startOfLine(text, from.position) : 0;
    const raw = comments.slice(from?.comments ?? 0).filter(({ start }) => start >= begin);
    const found = commentsOf(
      near.slice(begin),
      raw.map((each) => rawMovedBy(each, -begin)),
      language,
      [lastLetterBefore(text, offset) - begin],
    );
    const [comment] = found.map(movedBy(begin));
    const part = comment?.parts.findLast(({ start }) => start <= offset);
    if (!comment || !part || comment.examples.some(({ start, end }) => start < offset && offset < end)) {
      return undefined;
    }
    return offset <= part.end || CUT_AT_END.test(near.slice(part.end, offset)) ? { comment, part } : undefined;
  }

  /** The comments of a text, and the states before a line of it. */
  private read(text: string, language: Language, lineStart: number): Pick<Reading, 'comments' | 'states'> {
    const former = this.last?.language === language ? this.last : undefined;
    const known = former ? statesOfSame(former, text, lineStart) : [];
    const state = known.at(-1);
    const states = [...known];
    const comments = lexOn(text, language.grammar, former && state && { comments: former.comments, state }, states);
    this.last = { language, text, comments, states };
    return { comments, states: states.filter(({ position }) => position <= lineStart) };
  }
}

/** Those in front of the line and of all that is another text by now. */
function statesOfSame({ text: former, states }: Reading, text: string, lineStart: number): readonly LexState[] {
  const isSame = ({ position }: LexState) => position <= lineStart && text.startsWith(former.slice(0, position));
  let low = 0;
  let high = states.length;
  for (let middle = high; low < high; middle = (low + high + 1) >> 1) {
    const state = states[middle - 1];
    if (state && isSame(state)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return states.slice(0, low);
}

function rawMovedBy({ start, end, innerStart, innerEnd, style }: RawComment, by: number): RawComment {
  return { start: start + by, end: end + by, innerStart: innerStart + by, innerEnd: innerEnd + by, style };
}

/** What cuts the words of a comment short while they are typed: white space, and signs that may turn out to be a frame. */
const CUT_AT_END = /^[ \t]*#?[ \t]*$/;

/** The paragraph of a document ends with its last letter, so white space behind it is no part of it. */
function lastLetterBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at > 0 && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) {
    at--;
  }
  return at;
}
