import type { Problem, ProblemCode } from '../model/problem';
import type { RoadmapFormat } from '../model/roadmap';
import type { Span } from '../model/span';
import type { StatusCategory } from '../model/status';

/** What all parts of one reading share: the text, and the problems found so far. Lives as long as one call of `readRoadmap`. */
export interface ReadContext {
  readonly path: string;
  readonly format: RoadmapFormat;
  readonly text: string;
  readonly problems: Problem[];
  /** The team's own status names by {@link statusKey}. */
  readonly ownStatuses: Map<string, StatusCategory>;
}

/** Notes a problem. `suggestion` is the text that would be right in the span's place. */
export function report(
  context: ReadContext,
  code: ProblemCode,
  span: Span,
  message: string,
  suggestion?: string,
): undefined {
  context.problems.push(suggestion === undefined ? { code, span, message } : { code, span, message, suggestion });
  return undefined;
}

const LONGEST_QUOTE = 40;

/** The words as a message shows them: in back quotes, on one line, shortened. */
export function quoted(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ').replaceAll('`', "'");
  return `\`${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line}\``;
}
