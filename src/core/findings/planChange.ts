import { canonicalId } from '../ids/canonicalId';
import type { Roadmap, WorkItem } from '../model/roadmap';
import { saysTheSame } from '../model/saysTheSame';
import { workTable } from '../planning/workTable';
import { itemsAt, type Plan } from '../trace/plan';
import { habitsOf, sameHabits } from '../planning/habits';

/** Items that one plan has and the other has not; one that was read again is in both lists. */
export interface ItemChange {
  readonly gone: readonly WorkItem[];
  readonly come: readonly WorkItem[];
  /** Of these, in both lists, those that say the same and stand at the same, so that only what is under them is another. */
  readonly holders: ReadonlySet<WorkItem>;
}

export const NO_CHANGE: ItemChange = { gone: [], come: [], holders: new Set() };

/**
 * Compares two plans by their objects: an edit leaves those alone that it does not touch.
 *
 * @returns undefined when more than single items is another, so that nothing can be left as it was
 */
export function itemChange(former: Plan, plan: Plan): ItemChange | undefined {
  return sameFrame(former, plan) && sameHabits(habitsOf(former), habitsOf(plan))
    ? changedItems(former, plan)
    : undefined;
}

/** In canonical spelling: its own ID and those that it had before. */
export function namesOf(item: WorkItem, plan: Plan): string[] {
  return [canonicalId(plan.idOf(item)), ...item.aliases.map(({ name }) => canonicalId(name))];
}

/** All that every item may rest on: what roadmaps say of themselves, and all that is no work. */
function sameFrame(before: Plan, plan: Plan): boolean {
  const [now, then] = [plan.vocabulary, before.vocabulary];
  return (
    sameList(before.goals, plan.goals) &&
    sameList(before.releases, plan.releases) &&
    sameList(before.risks, plan.risks) &&
    sameList(before.team, plan.team) &&
    [...plan.goals, ...plan.releases, ...plan.risks].every((item) => before.idOf(item) === plan.idOf(item)) &&
    sameList(then.keys, now.keys) &&
    sameList(then.levels, now.levels) &&
    then.issueNumbers === now.issueNumbers &&
    sameStatements(before.roadmaps, plan.roadmaps)
  );
}

function sameStatements(former: readonly Roadmap[], roadmaps: readonly Roadmap[]): boolean {
  const isInPlace =
    former.length === roadmaps.length && former.every(({ path }, index) => path === roadmaps[index]?.path);
  if (isInPlace) {
    return former.every((before, index) => {
      const now = roadmaps[index];
      return now !== undefined && (before === now || statementsOf(before) === statementsOf(now));
    });
  }
  // A file that comes or goes changes nothing for the items of the others if it says nothing but its own items.
  const all = new Set(former);
  const kept = new Set(roadmaps.filter((roadmap) => all.has(roadmap)));
  return [...former, ...roadmaps].every((roadmap) => kept.has(roadmap) || saysNothingOfOthers(roadmap));
}

function statementsOf({ keys, scoring, weights, workflow, rules, components, holidays }: Roadmap): string {
  return JSON.stringify([
    keys?.map(({ name }) => name),
    scoring?.name,
    weights,
    [...workflow],
    rules.map(({ rule, severity, thresholds }) => [rule.name, severity?.name, thresholds.map(thresholdText)]),
    components.map(({ name, code }) => [name, code.map((glob) => glob.name)]),
    holidays.map(({ first, last }) => [first, last]),
  ]);
}

function thresholdText({ name, value }: Roadmap['rules'][number]['thresholds'][number]): unknown {
  return [name.name, value.value];
}

function saysNothingOfOthers({ keys, scoring, weights, rules, components, holidays }: Roadmap): boolean {
  return (
    keys === undefined &&
    scoring === undefined &&
    Object.keys(weights).length + rules.length + components.length + holidays.length === 0
  );
}

function changedItems(former: Plan, plan: Plan): ItemChange {
  const unlike = plan.placesUnlike(former);
  if (!unlike) {
    return { ...differenceOf(former, plan), holders: NO_CHANGE.holders };
  }
  const holding = unlike.filter((place) => isHolder(place, former, plan));
  const holders = new Set([...itemsAt(holding, former), ...itemsAt(holding, plan)]);
  return { gone: itemsAt(unlike, former), come: itemsAt(unlike, plan), holders };
}

function isHolder(place: number, former: Plan, plan: Plan): boolean {
  const [before, now] = [former.workItems[place], plan.workItems[place]];
  return (
    before !== undefined &&
    now !== undefined &&
    now.children.length > 0 &&
    workTable(former).categories[place] === workTable(plan).categories[place] &&
    saysTheSame(before, now)
  );
}

function differenceOf(former: Plan, plan: Plan): Omit<ItemChange, 'holders'> {
  const [before, now] = [former.workItems, plan.workItems];
  const isSame = (item: WorkItem | undefined, other: WorkItem | undefined) =>
    item === other && item !== undefined && former.idOf(item) === plan.idOf(item);
  const shortest = Math.min(before.length, now.length);
  let start = 0;
  while (start < shortest && isSame(before[start], now[start])) {
    start++;
  }
  let behind = 0;
  while (behind < shortest - start && isSame(before.at(-1 - behind), now.at(-1 - behind))) {
    behind++;
  }
  const gone = before.slice(start, before.length - behind);
  const come = now.slice(start, now.length - behind);
  const [wasThere, isThere] = [new Set(gone), new Set(come)];
  const survivors = come.filter((item) => wasThere.has(item));
  // Of two that declare one ID the first answers for it, so another order is another plan.
  if (
    !sameList(
      gone.filter((item) => isThere.has(item)),
      survivors,
    )
  ) {
    return { gone, come };
  }
  const isOther = (item: WorkItem) => former.idOf(item) !== plan.idOf(item);
  return {
    gone: gone.filter((item) => !isThere.has(item) || isOther(item)),
    come: come.filter((item) => !wasThere.has(item) || isOther(item)),
  };
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]));
}
