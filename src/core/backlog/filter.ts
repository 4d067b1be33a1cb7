import type { WorkItem } from '../model/roadmap';
import { categoryOf } from '../planning/progress';
import type { Plan } from '../trace/plan';
import { keysOfMe, type Me, ownerOf, releaseOf } from './facets';
import { type BacklogFilter, isUnfiltered } from './view';

/** What a filter asks for beside the plan. */
export interface FilterFacts {
  /** undefined: nobody knows who works here, so that nothing is theirs. */
  readonly me: Me | undefined;
  /** Whether an item has findings of its own. */
  readonly hasFindings: (item: WorkItem) => boolean;
}

/** What a filter leaves of a plan. */
export interface Kept {
  /** Items that are as wished. */
  readonly matches: number;
  /** Also what they are part of, so that they have a place; and what is inside a story that is as wished. */
  isShown(item: WorkItem): boolean;
  /** False for what is only shown as the place of others. */
  isMatch(item: WorkItem): boolean;
}

/** undefined: everything is shown. Each item is looked at once. */
export function keptBy(filter: BacklogFilter, plan: Plan, facts: FilterFacts): Kept | undefined {
  if (isUnfiltered(filter)) {
    return undefined;
  }
  const isWished = wish(filter, plan, facts);
  const { workItems, parents } = plan;
  const matched = workItems.map((item) => isWished(item));
  const shown = [...matched];
  matched.forEach((isMatch, place) => {
    for (let at = isMatch ? (parents[place] ?? -1) : -1; at >= 0; at = parents[at] ?? -1) {
      shown[at] = true;
    }
  });
  workItems.forEach((_, place) => {
    for (let at = parents[place] ?? -1; at >= 0 && !shown[place]; at = parents[at] ?? -1) {
      shown[place] = matched[at] === true && workItems[at]?.kind === 'story';
    }
  });
  const isMarked = (marks: readonly boolean[]) => (item: WorkItem) => marks[plan.placeOf(item) ?? -1] === true;
  return {
    matches: matched.filter(Boolean).length,
    isShown: isMarked(shown),
    isMatch: isMarked(matched),
  };
}

function wish(filter: BacklogFilter, plan: Plan, { me, hasFindings }: FilterFacts): (item: WorkItem) => boolean {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const mine = me ? keysOfMe(me, plan) : new Set<string>();
  const [statuses, owners, releases] = [new Set(filter.statuses), new Set(filter.owners), new Set(filter.releases)];
  return (item) =>
    (statuses.size === 0 || statuses.has(categoryOf(item, plan))) &&
    (owners.size === 0 || owners.has(ownerOf(item, plan).key)) &&
    (releases.size === 0 || releases.has(releaseOf(item, plan).key)) &&
    (!filter.mine || mine.has(ownerOf(item, plan).key)) &&
    hasWords(item, words) &&
    (!filter.withFindings || hasFindings(item));
}

function hasWords({ id, derivedId, title, description = '', labels }: WorkItem, words: readonly string[]): boolean {
  const text = [derivedId ? '' : id, title, description, ...labels.map(({ name }) => name)].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}
