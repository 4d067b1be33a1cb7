import { t } from '../words/t';
import type { Problem, ProblemCode } from '../model/problem';
import type { Release, Risk, RoadmapFormat, WorkItem } from '../model/roadmap';
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
  /** Names of releases, in lower case, as far as they are read: work is read after them. */
  readonly releaseNames: Set<string>;
  /** What stands inside other things, but belongs to the roadmap's own lists. */
  readonly inner: { readonly releases: Release[]; readonly risks: Risk[] };
  /** Items that are written as one word: they may only name what is declared elsewhere. */
  readonly bareNames: Set<WorkItem>;
}

export function createReadContext(
  path: string,
  format: RoadmapFormat,
  text: string,
  ownStatuses: ReadonlyMap<string, StatusCategory> = new Map(),
): ReadContext {
  return { path, format, text, ownStatuses: new Map(ownStatuses), ...nothingRead() };
}

/** For reading something once more than its problems are told: it shares only the text and the team's own statuses. */
export function silentContext<Context extends ReadContext>(context: Context): Context {
  return { ...context, ...nothingRead() };
}

function nothingRead(): Pick<ReadContext, 'problems' | 'releaseNames' | 'inner' | 'bareNames'> {
  return {
    problems: [],
    releaseNames: new Set(),
    inner: { releases: [], risks: [] },
    bareNames: new Set(),
  };
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

/** Whether it is about how the text is written, not about what it says. */
export function isSyntaxProblem({ code }: Problem): boolean {
  return code === 'WM101';
}

const LONGEST_QUOTE = 40;

/** The words as a message shows them: in back quotes, on one line, shortened. */
export function quoted(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ').replaceAll('`', "'");
  return `\`${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line}\``;
}

/** More mistakes in a file's writing than these do not help to mend it: the first ones mostly cause the others. */
const MOST_SYNTAX_PROBLEMS = 20;

/**
 * The problems in the file's order. Of several mistakes in the writing at one place the first stays; beyond
 * {@link MOST_SYNTAX_PROBLEMS} one problem says how many there are.
 */
export function tidyProblems(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  const places = new Set<number>();
  const syntax = sorted.filter(
    ({ code, span }) => code === 'WM101' && !places.has(span.start) && places.add(span.start),
  );
  const [last, ...rest] = syntax.slice(MOST_SYNTAX_PROBLEMS - 1);
  const shown = new Set(syntax.slice(0, MOST_SYNTAX_PROBLEMS));
  return sorted.flatMap((problem) => {
    if (problem.code !== 'WM101' || (shown.has(problem) && (problem !== last || rest.length === 0))) {
      return [problem];
    }
    const message = t(
      'From here on {0} places cannot be read. Mend the first ones, and most will go.',
      rest.length + 1,
    );
    return problem === last ? [{ code: 'WM101', span: problem.span, message }] : [];
  });
}
