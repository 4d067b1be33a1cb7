import type { WorkItem } from '../model/roadmap';
import { isOpen } from '../planning/progress';
import { releaseFor } from '../planning/releases';
import { scoreOf } from '../planning/score';
import type { Plan } from '../trace/plan';
import type { Sorting } from './view';

/** What comes first has the lower number; of equal ones the plan's order stays. */
type RankOf = (item: WorkItem, plan: Plan) => number;

/** A sorting that is not here is the plan's own order. */
const RANKS: Readonly<Record<Exclude<Sorting, 'plan'>, RankOf>> = { score: scoreRank, due: dueRank };

export function sorted(items: readonly WorkItem[], sorting: Sorting, plan: Plan): readonly WorkItem[] {
  if (sorting === 'plan' || items.length < 2) {
    return items;
  }
  const rankOf = RANKS[sorting];
  const ranked = items.map((item) => ({ item, rank: rankOf(item, plan) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).map(({ item }) => item);
}

const NEVER = Number.POSITIVE_INFINITY;

/** The highest score first; where it has none itself, the highest below it counts. What has none and what is finished come last. */
function scoreRank(item: WorkItem, plan: Plan): number {
  if (!isOpen(item, plan)) {
    return NEVER;
  }
  const own = scoreOf(item, plan)?.value;
  return own === undefined ? Math.min(NEVER, ...plan.childrenOf(item).map((child) => scoreRank(child, plan))) : -own;
}

/** The first day on which something of it is due; where nothing says so, its release's. What is finished comes last. */
function dueRank(item: WorkItem, plan: Plan): number {
  const earliest = earliestDue(item, plan);
  return earliest === NEVER && isOpen(item, plan) ? (releaseFor(item, plan)?.date?.last ?? NEVER) : earliest;
}

function earliestDue(item: WorkItem, plan: Plan): number {
  if (!isOpen(item, plan)) {
    return NEVER;
  }
  const below = plan.childrenOf(item).map((child) => earliestDue(child, plan));
  return Math.min(item.due?.last ?? NEVER, ...below);
}
