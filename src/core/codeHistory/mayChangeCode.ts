import { roleOf } from '../annotations/roles';
import type { LinkedCommit } from '../trace/evidence';
import type { CodeHistory } from './codeHistory';

/**
 * False for a commit that is known to have changed nothing but the plan itself and what is written about it: to plan a story, or to
 * describe it, is no beginning of the work.
 */
export function mayChangeCode(
  { commit, day }: LinkedCommit,
  roadmapPaths: ReadonlySet<string>,
  history: CodeHistory | undefined,
): boolean {
  // What is older than all that is known need not be looked for.
  const isTooOld = day !== undefined && history?.range.from !== undefined && day < history.range.from;
  const files = isTooOld ? undefined : history?.changesOf(commit.sha);
  return !files || files.length === 0 || files.some(({ path }) => roleOf(path) !== 'doc' && !roadmapPaths.has(path));
}
