import type { StatusCategory } from '../model/status';

/** What the rows of the backlog stand under. */
export type Grouping = 'epic' | 'release' | 'status' | 'owner' | 'goal';

/** In the order in which they are offered. */
export const GROUPINGS: readonly Grouping[] = ['epic', 'release', 'status', 'owner', 'goal'];

/** In which order rows of one parent stand. */
export type Sorting = 'plan' | 'score' | 'due';

/** In the order in which they are offered. */
export const SORTINGS: readonly Sorting[] = ['plan', 'score', 'due'];

/**
 * Which items a person wants to see. Of one kind of wish any may hold, of different kinds all must. An empty list or undefined
 * asks for nothing.
 */
export interface BacklogFilter {
  /** Each of these, separated by spaces, is in the ID, the title, the description or a label, in any letter case. */
  readonly words: string;
  readonly statuses: readonly StatusCategory[];
  /** See {@link ./facets.ownerKey}; the empty one: nobody. */
  readonly owners: readonly string[];
  /** See {@link ./facets.releaseKey}; the empty one: none. */
  readonly releases: readonly string[];
  /** What belongs to who works here. */
  readonly mine: boolean;
  /** What has findings of its own. */
  readonly withFindings: boolean;
}

/** How a person looks at the backlog. */
export interface BacklogView {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: BacklogFilter;
}

export const NO_FILTER: BacklogFilter = {
  words: '',
  statuses: [],
  owners: [],
  releases: [],
  mine: false,
  withFindings: false,
};

export const PLAIN_VIEW: BacklogView = { grouping: 'epic', sorting: 'plan', filter: NO_FILTER };

/** Whether everything is shown. */
export function isUnfiltered({ words, statuses, owners, releases, mine, withFindings }: BacklogFilter): boolean {
  const isEmpty = words.trim() === '' && statuses.length + owners.length + releases.length === 0;
  return isEmpty && !mine && !withFindings;
}
