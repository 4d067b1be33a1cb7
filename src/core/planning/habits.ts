import type { ScoreField, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { EPIC } from './statedColumns';
import { workTable } from './workTable';

/**
 * What a plan states as a rule. Where hardly anything has an owner, say, a missing one is no omission: rules about single items
 * ask here before they miss something. When a habit changes every item is looked at again, so a rule must ask here and not look
 * through the plan itself.
 */
export interface Habits {
  readonly hasEpics: boolean;
  /** False where epics are the smallest pieces of the plan. */
  readonly epicsHoldStories: boolean;
  /** At least one owner for every {@link USUAL} stories; an owner of an epic is one of all that stand in it. */
  readonly namesOwners: boolean;
  readonly namesGoals: boolean;
  readonly namesReleases: boolean;
  /** Files of which most `release` fields name what no roadmap declares: they speak of something else there. */
  readonly filesWithOtherReleases: ReadonlySet<string>;
  /** At least one estimate for every {@link USUAL} stories. */
  readonly estimates: boolean;
  /** At least one story of {@link USUAL} has acceptance criteria. */
  readonly statesAcceptance: boolean;
  readonly statesCode: boolean;
  readonly dates: boolean;
  /** Fields that some item gives a number. */
  readonly scores: ReadonlySet<ScoreField>;
  /** Files in which some item has a status of its own. */
  readonly filesWithStatuses: ReadonlySet<string>;
}

/** What fewer than one in so many stories has is an exception, not what the others lack. */
const USUAL = 4;

/** So many unknown releases may be slips, whatever the others are. */
const FEW_SLIPS = 2;

const known = new WeakMap<Plan, Habits>();

export function habitsOf(plan: Plan): Habits {
  let habits = known.get(plan);
  if (!habits) {
    habits = findHabits(plan);
    known.set(plan, habits);
  }
  return habits;
}

export function sameHabits(a: Habits, b: Habits): boolean {
  return (
    a.hasEpics === b.hasEpics &&
    a.epicsHoldStories === b.epicsHoldStories &&
    a.namesOwners === b.namesOwners &&
    a.namesGoals === b.namesGoals &&
    a.namesReleases === b.namesReleases &&
    a.estimates === b.estimates &&
    a.statesAcceptance === b.statesAcceptance &&
    a.statesCode === b.statesCode &&
    a.dates === b.dates &&
    sameSet(a.scores, b.scores) &&
    sameSet(a.filesWithOtherReleases, b.filesWithOtherReleases) &&
    sameSet(a.filesWithStatuses, b.filesWithStatuses)
  );
}

/** Counted on from plan to plan, as long as they have the same frame. */
const latest = new WeakMap<object, { readonly plan: Plan; readonly tally: Tally }>();

function findHabits(plan: Plan): Habits {
  const former = latest.get(plan.frame);
  const unlike = former && plan.placesUnlike(former.plan);
  const tally = former?.tally ?? new Tally();
  if (unlike) {
    for (const place of unlike) {
      tally.count(former.plan.workItems[place], plan, -1);
      tally.count(plan.workItems[place], plan, 1);
    }
  } else {
    countAll(plan, tally);
  }
  latest.set(plan.frame, { plan, tally });
  return tally.habits(plan);
}

function countAll(plan: Plan, tally: Tally): void {
  for (const item of plan.workItems) {
    tally.count(item, plan, 1);
  }
}

/** How many items state what. */
class Tally {
  private readonly counts = {
    epics: 0,
    stories: 0,
    owners: 0,
    goals: 0,
    releases: 0,
    estimates: 0,
    acceptance: 0,
    code: 0,
    dates: 0,
  };
  /** By file. */
  private readonly statuses = new Map<string, number>();
  private readonly declaredReleases = new Map<string, number>();
  private readonly otherReleases = new Map<string, number>();
  private readonly scores = new Map<ScoreField, number>();

  /** @param plan the item's own, or another one with its frame */
  count(item: WorkItem | undefined, plan: Plan, by: 1 | -1): void {
    if (!item) {
      return;
    }
    const { counts } = this;
    counts.epics += item.kind === 'epic' ? by : 0;
    counts.stories += item.kind === 'story' ? by : 0;
    counts.owners += item.owner ? by * Math.max(1, item.children.length) : 0;
    counts.goals += item.goal ? by : 0;
    counts.releases += item.release ? by : 0;
    counts.estimates += item.estimate ? by : 0;
    counts.acceptance += item.acceptance.length > 0 ? by : 0;
    counts.code += item.code.length > 0 ? by : 0;
    counts.dates += item.due || item.start ? by : 0;
    if (item.release && item.fields.has('release')) {
      addTo(plan.findRelease(item.release.name) ? this.declaredReleases : this.otherReleases, item.path, by);
    }
    if (item.status) {
      addTo(this.statuses, item.path, by);
    }
    for (const field in item.scores) {
      addTo(this.scores, field as ScoreField, by);
    }
  }

  habits(plan: Plan): Habits {
    const { counts } = this;
    const other = [...this.otherReleases].filter(
      ([path, count]) => count > Math.max(FEW_SLIPS, this.declaredReleases.get(path) ?? 0),
    );
    return {
      hasEpics: counts.epics > 0,
      epicsHoldStories: counts.epics > 0 && epicsHoldStories(plan),
      namesOwners: isUsual(counts.owners, counts.stories),
      namesGoals: counts.goals > 0,
      namesReleases: counts.releases > 0,
      filesWithOtherReleases: new Set(other.map(([path]) => path)),
      estimates: isUsual(counts.estimates, counts.stories),
      statesAcceptance: isUsual(counts.acceptance, counts.stories),
      statesCode: counts.code > 0,
      dates: counts.dates > 0,
      scores: new Set(this.scores.keys()),
      filesWithStatuses: new Set(this.statuses.keys()),
    };
  }
}

/** By the frame of plans: in that, the same items are part of the same. */
const holding = new WeakMap<object, boolean>();

function epicsHoldStories(plan: Plan): boolean {
  let holds = holding.get(plan.frame);
  if (holds === undefined) {
    const { kinds } = workTable(plan).stated;
    holds = plan.parents.some((parent) => kinds[parent] === EPIC);
    holding.set(plan.frame, holds);
  }
  return holds;
}

/** What is counted down to nothing is not there any more. */
function addTo<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) {
    counts.delete(key);
  } else {
    counts.set(key, count);
  }
}

function isUsual(have: number, stories: number): boolean {
  return have > 0 && have * USUAL >= stories;
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
