import { startOfLine } from '../../model/lineEnds';
import { differenceOf } from './textDifference';

/** In letters; a shorter stretch is read again in a few milliseconds, whatever in it is the same. */
const SHORT = 4_000;

/** Lines in a row that must be the same on both sides: in lists of work single ones repeat all the time. */
const ENOUGH_LINES = 3;

/** Lines that one change may come to; what changed more is no longer looked through. */
const MOST_LINES = 300;

/** With more changes than so, one stretch from the first to the last is read sooner than all one by one. */
const MOST_CHANGES = 40;

/**
 * The way from one text to another: each text differs from the one before in one stretch, and the last is the other one. So
 * changes in several places need not be taken for one that reaches over all that lies between.
 */
export function textsBetween(former: string, text: string): readonly string[] {
  const { from, formerEnd, end } = differenceOf(former, text);
  if (Math.max(formerEnd, end) - from < SHORT) {
    return [text];
  }
  const start = startOfLine(former, from);
  const changes = changesOf(linesOf(former.slice(start, formerEnd)), linesOf(text.slice(start, end)));
  return changes.length > MOST_CHANGES
    ? [text]
    : changes.map((change, index) =>
        index === changes.length - 1
          ? text
          : text.slice(0, start + change.end) + former.slice(start + change.formerEnd),
      );
}

/** With the breaks at their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Up to where the other side has been reached, in letters. */
interface Change {
  readonly formerEnd: number;
  readonly end: number;
}

function changesOf(former: readonly string[], lines: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [formerAt, at] = [0, 0];
  let [formerEnd, end] = [0, 0];
  const pass = (formerLines: number, newLines: number): void => {
    for (const stop = formerAt + formerLines; formerAt < stop; formerAt++) {
      formerEnd += former[formerAt]?.length ?? 0;
    }
    for (const stop = at + newLines; at < stop; at++) {
      end += lines[at]?.length ?? 0;
    }
  };
  while (formerAt < former.length || at < lines.length) {
    if (former[formerAt] === lines[at]) {
      pass(1, 1);
    } else {
      pass(...nextSame(former, lines, formerAt, at));
      changes.push({ formerEnd, end });
    }
  }
  return changes;
}

/** How many lines differ on either side before both are the same again; all of them where that is nowhere near. */
function nextSame(
  former: readonly string[],
  lines: readonly string[],
  formerAt: number,
  at: number,
): [former: number, lines: number] {
  for (let sum = 1; sum <= MOST_LINES; sum++) {
    for (let skipped = 0; skipped <= sum; skipped++) {
      if (areSame(former, lines, formerAt + skipped, at + sum - skipped)) {
        return [skipped, sum - skipped];
      }
    }
  }
  return [former.length - formerAt, lines.length - at];
}

/** Both must still have lines there. */
function areSame(former: readonly string[], lines: readonly string[], formerAt: number, at: number): boolean {
  const rest = Math.min(former.length - formerAt, lines.length - at);
  for (let line = 0; line < Math.min(ENOUGH_LINES, rest); line++) {
    if (former[formerAt + line] !== lines[at + line]) {
      return false;
    }
  }
  return rest >= ENOUGH_LINES;
}
