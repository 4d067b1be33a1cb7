import type { ScoreField } from '../model/roadmap';
import type { Plan } from '../trace/plan';

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

function findHabits(plan: Plan): Habits {
  const scores = new Set<ScoreField>();
  const filesWithStatuses = new Set<string>();
  const has = { epic: false, goal: false, release: false };
  const counts = { stories: 0, owners: 0, estimates: 0, acceptance: 0 };
  const releases = new Map<string, { declared: number; other: number }>();
  let [statesCode, dates, epicsHoldStories] = [false, false, false];
  for (const item of plan.workItems) {
    has.epic ||= item.kind === 'epic';
    epicsHoldStories ||= item.kind === 'epic' && plan.childrenOf(item).length > 0;
    counts.stories += item.kind === 'story' ? 1 : 0;
    counts.owners += item.owner ? Math.max(1, item.children.length) : 0;
    has.goal ||= item.goal !== undefined;
    has.release ||= item.release !== undefined;
    counts.estimates += item.estimate ? 1 : 0;
    counts.acceptance += item.acceptance.length > 0 ? 1 : 0;
    if (item.release && item.fields.has('release')) {
      const named = releases.get(item.path) ?? { declared: 0, other: 0 };
      named[plan.findRelease(item.release.name) ? 'declared' : 'other'] += 1;
      releases.set(item.path, named);
    }
    statesCode ||= item.code.length > 0;
    dates ||= item.due !== undefined || item.start !== undefined;
    if (item.status) {
      filesWithStatuses.add(item.path);
    }
    for (const field in item.scores) {
      scores.add(field as ScoreField);
    }
  }
  return {
    hasEpics: has.epic,
    epicsHoldStories,
    namesOwners: isUsual(counts.owners, counts.stories),
    namesGoals: has.goal,
    namesReleases: has.release,
    filesWithOtherReleases: new Set(
      [...releases].filter(([, { declared, other }]) => other > Math.max(FEW_SLIPS, declared)).map(([path]) => path),
    ),
    estimates: isUsual(counts.estimates, counts.stories),
    statesAcceptance: isUsual(counts.acceptance, counts.stories),
    statesCode,
    dates,
    scores,
    filesWithStatuses,
  };
}

function isUsual(have: number, stories: number): boolean {
  return have > 0 && have * USUAL >= stories;
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
