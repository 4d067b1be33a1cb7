import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';

/** A day by which something must be finished. */
export interface Deadline {
  /** The last day that is early enough. */
  readonly day: Day;
  readonly kind: 'due' | 'freeze' | 'release';
  /** Whose date it is. */
  readonly owner: WorkItem | Release;
}

/** By when a release's work must be done; a freeze lets only fixes in after it. */
export function deadlineOf(release: Release): Deadline | undefined {
  const { date, freeze } = release;
  if (freeze && !(date && date.last < freeze.last)) {
    return { day: freeze.last, kind: 'freeze', owner: release };
  }
  return date && { day: date.last, kind: 'release', owner: release };
}
