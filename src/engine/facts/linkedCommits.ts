import type { Commit } from '../../core/model/commit';
import type { ReadonlyTrace } from '../../core/trace/trace';
import { inSlices } from '../inSlices';

/**
 * All commits that are linked to an item, newest first.
 *
 * @throws the signal's reason when aborted
 */
export async function linkedCommits(trace: ReadonlyTrace, signal: AbortSignal): Promise<Commit[]> {
  const commits = new Set<Commit>();
  await inSlices(
    trace.plan.workItems,
    (item) => {
      for (const { commit } of trace.evidenceOf(item).commits) {
        commits.add(commit);
      }
    },
    { signal },
  );
  return [...commits].sort((a, b) => (trace.isNewer(a, b) ? -1 : 1));
}
