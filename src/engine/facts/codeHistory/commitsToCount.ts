import { dayOfCommit } from '../../../core/codeHistory/codeHistory';
import type { Day } from '../../../core/model/calendar';
import type { Commit } from '../../../core/model/commit';
import { nearReleaseFor } from '../../../core/planning/releases';
import type { ReadonlyTrace } from '../../../core/trace/trace';
import { inSlices } from '../../inSlices';

/** Of more commits only the newest are counted: it takes git some milliseconds for each. */
const MOST_COUNTED = 500;

/**
 * Commits about whose size the findings may say something, newest first: young ones of open items whose release is near.
 *
 * @param days how young, and how near; undefined: nobody asks
 * @throws the signal's reason when aborted
 */
export async function commitsToCount(
  trace: ReadonlyTrace,
  today: Day,
  days: number | undefined,
  signal: AbortSignal,
): Promise<readonly Commit[]> {
  if (days === undefined) {
    return [];
  }
  const commits = new Set<Commit>();
  await inSlices(
    trace.plan.workItems,
    (item) => {
      if (nearReleaseFor(item, trace.plan, today, days)) {
        for (const { commit } of trace.evidenceOf(item).commits) {
          if (today - dayOfCommit(commit) <= days) {
            commits.add(commit);
          }
        }
      }
    },
    { signal },
  );
  return [...commits].sort((a, b) => (trace.isNewer(a, b) ? -1 : 1)).slice(0, MOST_COUNTED);
}
