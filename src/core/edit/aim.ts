import type { Problem, ProblemCode } from '../model/problem';
import type { Roadmap } from '../model/roadmap';
import { type OpenProperties, saySame } from './saySame';

/** What an edit shall come to in one file. */
export interface Aim {
  readonly wanted: Roadmap;
  /** What is left to the text: the release that an item takes from the heading above it, say. */
  readonly open?: OpenProperties;
  /** What must hold beside. */
  readonly holds?: (found: Roadmap) => boolean;
  /** A problem that may come with it. No other may. */
  readonly mayReport?: ProblemCode;
}

/** Whether a roadmap as read says what is wanted, all of it and nothing else, and brings no new problem. */
export function isReached({ wanted, open, holds, mayReport }: Aim, found: Roadmap): boolean {
  return (
    saySame(wanted, found, open) && isWithin(found.problems, wanted.problems, mayReport) && (holds?.(found) ?? true)
  );
}

function isWithin(found: readonly Problem[], known: readonly Problem[], mayReport: ProblemCode | undefined): boolean {
  const counts = new Map<string, number>();
  for (const { code, message } of known) {
    counts.set(code + message, (counts.get(code + message) ?? 0) + 1);
  }
  return found.every(({ code, message }) => {
    const left = counts.get(code + message) ?? 0;
    counts.set(code + message, left - 1);
    return left > 0 || code === mayReport;
  });
}
