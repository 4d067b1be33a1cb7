import { type Comment, findCommentsHolding } from '../annotations/comments';
import type { Language } from '../annotations/languages/language';
import { endOfLine } from '../model/lineEnds';
import type { Span } from '../model/span';

/** The comment, or the paragraph of a document, that somebody types in. */
export interface TypedComment {
  readonly comment: Comment;
  /** The words of the comment that stand in the line of the cursor, without comment signs. */
  readonly part: Span;
}

/** What cuts the words of a comment short while they are typed: white space, and signs that may turn out to be a frame. */
const CUT_AT_END = /^[ \t]*#?[ \t]*$/;

/**
 * The comment at an offset; undefined: code, a string, or an example stands there. Only the text up to the end of that line is
 * read, since nothing below can change the answer.
 *
 * @param offset greater than 0; of the cursor, which may stand behind the last letter of the comment
 */
export function commentAt(text: string, language: Language, offset: number): TypedComment | undefined {
  const above = text.slice(0, endOfLine(text, offset));
  const [comment] = findCommentsHolding(above, language, [lastLetterBefore(text, offset)]);
  const part = comment?.parts.findLast(({ start }) => start <= offset);
  if (!comment || !part || isInExample(above, comment, offset)) {
    return undefined;
  }
  return offset <= part.end || CUT_AT_END.test(above.slice(part.end, offset)) ? { comment, part } : undefined;
}

/** The paragraph of a document ends with its last letter, so white space behind it is no part of it. */
function lastLetterBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at > 0 && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) {
    at--;
  }
  return at;
}

function isInExample(text: string, { examples, parts, prose }: Comment, offset: number): boolean {
  const isWithin = examples.some(({ start, end }) => start < offset && offset < end);
  // The line that closes an example of a comment may stand below the cursor.
  const fences = prose ? [] : parts.filter(({ start, end }) => start < offset && FENCE.test(text.slice(start, end)));
  return isWithin || fences.length % 2 === 1;
}

const FENCE = /^`{3,}[^`]*$/;
