import type { Plan } from '../trace/plan';
import { scoresOf } from './score';
import { isOpenCode, workTable } from './workTable';

/** How many of a plan's open pieces of work have a score, by all formulas that hold in it. */
export interface ScoringStatus {
  /** As the roadmaps write them, each once. */
  readonly formulas: readonly string[];
  readonly open: number;
  readonly scored: number;
}

/** undefined: no roadmap says how items are scored. */
export function scoringStatus(plan: Plan): ScoringStatus | undefined {
  const { categories, deliveries } = workTable(plan);
  const formulas = new Set<string>();
  let open = 0;
  let scored = 0;
  scoresOf(plan).forEach((score, place) => {
    if (score && deliveries[place] === 1 && isOpenCode(categories[place])) {
      formulas.add(score.formula.name);
      open += 1;
      scored += score.value === undefined ? 0 : 1;
    }
  });
  return formulas.size === 0 ? undefined : { formulas: [...formulas], open, scored };
}
