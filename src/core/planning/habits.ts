import type { ScoreField } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/**
 * What a plan states at all. Where nothing has an owner, say, a missing one is no omission: rules about single items ask
 * here before they miss something. When a habit changes every item is looked at again, so a rule must ask here and not look
 * through the plan itself.
 */
export interface Habits {
  readonly hasEpics: boolean;
  /** False where epics are the smallest pieces of the plan. */
  readonly epicsHoldStories: boolean;
  readonly namesOwners: boolean;
  readonly namesGoals: boolean;
  readonly namesReleases: boolean;
  readonly estimates: boolean;
  readonly statesAcceptance: boolean;
  readonly statesCode: boolean;
  readonly dates: boolean;
  /** Fields that some item gives a number. */
  readonly scores: ReadonlySet<ScoreField>;
  /** Files in which some item has a status of its own. */
  readonly filesWithStatuses: ReadonlySet<string>;
}

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
    sameSet(a.filesWithStatuses, b.filesWithStatuses)
  );
}

function findHabits(plan: Plan): Habits {
  const scores = new Set<ScoreField>();
  const filesWithStatuses = new Set<string>();
  const has = { epic: false, owner: false, goal: false, release: false, estimate: false, acceptance: false };
  let [statesCode, dates, epicsHoldStories] = [false, false, false];
  for (const item of plan.workItems) {
    has.epic ||= item.kind === 'epic';
    epicsHoldStories ||= item.kind === 'epic' && plan.childrenOf(item).length > 0;
    has.owner ||= item.owner !== undefined;
    has.goal ||= item.goal !== undefined;
    has.release ||= item.release !== undefined;
    has.estimate ||= item.estimate !== undefined;
    has.acceptance ||= item.acceptance.length > 0;
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
    namesOwners: has.owner,
    namesGoals: has.goal,
    namesReleases: has.release,
    estimates: has.estimate,
    statesAcceptance: has.acceptance,
    statesCode,
    dates,
    scores,
    filesWithStatuses,
  };
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
