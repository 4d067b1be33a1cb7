import type { Named, Roadmap, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { evaluate, type ScoreExpression, zeroDivisor } from './scoreExpression';
import { formulaOf, type ScoreFormula } from './scoreFormula';
import { inputOf } from './scoreInputs';

/** What an item is worth by the formula that holds for it, and what that rests on. */
export interface Score {
  readonly formula: ScoreFormula;
  /** Finite; undefined: it has none, and either {@link missing} or {@link failure} says why. */
  readonly value: number | undefined;
  /** What the item states of the formula's fields, by their canonical names. */
  readonly inputs: ReadonlyMap<string, number>;
  /** Fields of the formula that the item does not state; the format has a default for none of them. */
  readonly missing: readonly string[];
  /** Why nothing comes out though nothing is missing. */
  readonly failure: ScoreFailure | undefined;
}

export type ScoreFailure =
  | { readonly kind: 'zero'; readonly divisor: ScoreExpression }
  /** The number is too large, or there is none, as of the root of a negative one. */
  | { readonly kind: 'noNumber' };

/**
 * By what the item's own roadmap says of scoring; where it says nothing, by the first roadmap of the plan that has a formula.
 * undefined: its roadmap scores in words that are no formula, or none of the plan says how items are scored.
 */
export function scoreOf(item: WorkItem, plan: Plan): Score | undefined {
  const place = plan.placeOf(item);
  return place === undefined ? undefined : scoresOf(plan)[place];
}

/** Of a plan with the frame of another one, only items that are other objects are scored. */
interface ScoreColumn {
  readonly items: readonly WorkItem[];
  readonly formulas: ReadonlyMap<string, ScoreFormula | undefined>;
  readonly scores: readonly (Score | undefined)[];
}

const latest = new WeakMap<object, ScoreColumn>();
const known = new WeakMap<Plan, readonly (Score | undefined)[]>();

/** By the place in `plan.workItems`, and empty where no roadmap says how items are scored; see {@link scoreOf}. */
export function scoresOf(plan: Plan): readonly (Score | undefined)[] {
  let scores = known.get(plan);
  if (!scores) {
    const column = scoreColumn(plan, latest.get(plan.frame));
    latest.set(plan.frame, column);
    scores = column.scores;
    known.set(plan, scores);
  }
  return scores;
}

function scoreColumn(plan: Plan, former: ScoreColumn | undefined): ScoreColumn {
  const formulas = new Map<string, ScoreFormula | undefined>();
  const byPath = new Map<string, ScoreFormula | undefined>();
  for (const roadmap of plan.roadmaps) {
    if (!roadmap.scoring) {
      continue;
    }
    const words = wordsOf(roadmap.scoring, roadmap.weights);
    if (!formulas.has(words)) {
      const isKnown = former?.formulas.has(words) ?? false;
      formulas.set(words, isKnown ? former?.formulas.get(words) : formulaOf(roadmap));
    }
    byPath.set(roadmap.path, formulas.get(words));
  }
  if (byPath.size === 0) {
    return { items: plan.workItems, formulas, scores: [] };
  }
  // Files that say nothing of it are part of the same plan, as those of a folder with a file for each item.
  const common = [...byPath.values()].find((formula) => formula !== undefined);
  const scores = plan.workItems.map((item, place) => {
    const formula = byPath.has(item.path) ? byPath.get(item.path) : common;
    const before = former?.items[place] === item ? former.scores[place] : undefined;
    return before && before.formula === formula ? before : formula && scoreBy(formula, item);
  });
  return { items: plan.workItems, formulas, scores };
}

/** All that a formula is made of. */
function wordsOf(scoring: Named, weights: Roadmap['weights']): string {
  return JSON.stringify([scoring.name, weights]);
}

/** What the formula says of an item by itself. */
export function scoreBy(formula: ScoreFormula, item: WorkItem): Score {
  const inputs = new Map<string, number>();
  const missing: string[] = [];
  for (const field of formula.fields) {
    const input = inputOf(item, field);
    if (input === undefined) {
      missing.push(field);
    } else {
      inputs.set(field, input);
    }
  }
  if (missing.length > 0) {
    return { formula, inputs, missing, value: undefined, failure: undefined };
  }
  const valueOf = (field: string) => inputs.get(field) ?? Number.NaN;
  const value = evaluate(formula.expression, valueOf);
  if (!Number.isFinite(value)) {
    const divisor = zeroDivisor(formula.expression, valueOf);
    const failure: ScoreFailure = divisor ? { kind: 'zero', divisor } : { kind: 'noNumber' };
    return { formula, inputs, missing, value: undefined, failure };
  }
  return { formula, inputs, missing, value, failure: undefined };
}
