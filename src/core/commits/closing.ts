import type { Mention } from '../model/marks';

/**
 * Where the IDs begin of which a message says that they are finished: by a word before them or before others of the same
 * list (`fixes PAY-1, PAY-2`), or by a command behind them on the same line (`PAY-1 PAY-2 #done`).
 *
 * @param found in order
 */
export function closedAt(message: string, found: readonly Mention[]): ReadonlySet<number> {
  const closed = new Set<number>();
  let isInClosedList = false;
  for (const [index, { span }] of found.entries()) {
    const last = found[index - 1]?.span.end ?? 0;
    const before = message.slice(Math.max(last, span.start - FARTHEST_WORD), span.start);
    isInClosedList = (isInClosedList && isListed(message, last, span.start)) || CLOSING.test(before);
    if (isInClosedList) {
      closed.add(span.start);
    }
  }
  addCommanded(message, found, closed);
  return closed;
}

/**
 * Words by which a commit says that it finishes what it names; also as a trailer's name. `fix:` is a kind of commit, "partly
 * fixes", "try to fix", "after it was closed", "the previous fix" and "archive completed" finish nothing, and `Implements:` says where the work is, not that it is all.
 */
const CLOSING = new RegExp(
  [
    "(?<!\\b(?:the|a|an|its|our|previous|earlier|former|prior|original|initial|first|last|recent|moved?|moves|moving|archived?|archives|archiving|not|never|been|being|be|is|are|was|were|partial(?:ly)?|partly|would|could|should|might|may|towards?|(?:try|tries|trying|attempts?|begins?|starts?|steps?|prepares?|helps?|needed)[ \\t]to)(?:[ \\t]|[ \\t]?\\r?\\n)|\\b(?:this|that)[ \\t](?=fix\\b)|n['’]t[ \\t])",
    '(?<![\\p{L}\\p{N}_#-])',
    '(?:(?:clos(?:e|es|ed|ing)|fix(?:es|ed|ing)|resolv(?:e|es|ed|ing)|complet(?:es|ed)|finish(?:es|ed)?)(?:-(?:bug|issue|story|task|ticket)s?)?(?:\\s*:\\s*|\\s+)|fix\\s+)',
    '(?:(?:issues?|story|stories|tasks?|tickets?|bugs?)\\s+)?',
    '[<[(]*(?:https?://[^\\s]{1,150}/)?#?$',
  ].join(''),
  'iu',
);

/** Letters before an ID among which a closing word is looked for: room for the address of a page. */
const FARTHEST_WORD = 180;

/** Whether nothing but what joins a list stands between two IDs. */
function isListed(message: string, from: number, to: number): boolean {
  return to - from <= LONGEST_JOINT && JOINT.test(message.slice(from, to));
}

const LONGEST_JOINT = 40;

/** Without a sign or word that joins, a line may end only where the next one is indented, as a trailer that goes on is. */
const JOINT = /^[\])>]*(?:[ \t]|\r?\n(?=[ \t]))*(?:[,;&+/]\s*(?:and\s+)?|and\s+)?[<[(]*#?$/i;

/** A command of a smart commit stands behind the IDs that it is meant for; other words may stand between. */
function addCommanded(message: string, found: readonly Mention[], closed: Set<number>): void {
  let isNextClosed = false;
  for (let index = found.length - 1; index >= 0; index--) {
    const { start, end } = found[index]?.span ?? { start: 0, end: 0 };
    const next = found[index + 1]?.span.start ?? message.length;
    const lineEnd = message.indexOf('\n', end);
    const isLastOfLine = lineEnd !== -1 && lineEnd < next;
    const behind = message.slice(end, isLastOfLine ? lineEnd : next);
    isNextClosed = finishes(behind) || (isNextClosed && !isLastOfLine && isListed(message, end, next));
    if (isNextClosed) {
      closed.add(start);
    }
  }
}

function finishes(words: string): boolean {
  return words.includes('#') && FINISHING_COMMAND.test(words);
}

/** Names of steps in a workflow that end the work; `#comment`, `#time`, `#in-review` and `#reopen` do not. */
const FINISHING_COMMAND =
  /(?<!\S)#(?:(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?:-issue)?|done|complete[sd]?|finish(?:e[sd])?)(?![\p{L}\p{N}_-])/iu;
