import type { CodeHistory } from '../codeHistory/codeHistory';
import type { WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import { dependenciesOf } from '../planning/dependencies';
import { categoryOf } from '../planning/progress';
import type { Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import { itemsNamedIn, itemsOfCommitsOn } from './itemsOfFile';

/** What tells which item is likely to be named next. */
export interface Likelihood {
  readonly trace: ReadonlyTrace;
  /** The item that the branch names; undefined: it names none. */
  readonly branchItem: WorkItem | undefined;
  /** What linked commits changed; undefined: not known (yet). */
  readonly codeHistory: CodeHistory | undefined;
  /** The file that is written in, relative to the folder; undefined: it is no file of the folder. */
  readonly path: string | undefined;
}

/**
 * The items with IDs of their own, the likeliest first: that of the branch, those whose commits changed the file or that the
 * file names, active ones, ready ones, others, finished ones. Among equals stories and tasks before epics, then as planned.
 */
export function itemsByLikelihood(likelihood: Likelihood): readonly WorkItem[] {
  const { branchItem, trace } = likelihood;
  const { plan } = trace;
  const usual = usualOrder(plan);
  const near = itemsOfFile(likelihood);
  const first = usual.filter((item) => item === branchItem);
  const next = usual.filter((item) => near.has(item) && item !== branchItem && !isFinished(categoryOf(item, plan)));
  const leading = new Set([...first, ...next]);
  return leading.size === 0 ? usual : [...leading, ...usual.filter((item) => !leading.has(item))];
}

/** Of one plan the order is the same in all files; asked for at every key. */
const orders = new WeakMap<Plan, readonly WorkItem[]>();

function usualOrder(plan: Plan): readonly WorkItem[] {
  let order = orders.get(plan);
  if (!order) {
    const ranked = plan.workItems
      .filter(({ derivedId }) => !derivedId)
      .map((item) => ({ item, rank: rankOf(item, plan) }));
    order = ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
    orders.set(plan, order);
  }
  return order;
}

/** The lower, the likelier. */
function rankOf(item: WorkItem, plan: Plan): number {
  const isEpic = item.kind === 'epic' ? 1 : 0;
  const category = categoryOf(item, plan);
  const isReady =
    category === 'planned' && dependenciesOf(item, plan).every((needed) => isFinished(categoryOf(needed, plan)));
  const rank = isFinished(category) ? 3 : category === 'active' ? 0 : isReady ? 1 : 2;
  return 2 * rank + isEpic;
}

/** What earlier ones were about says little of what comes next, and a file may have thousands. */
const RECENT_COMMITS = 50;

function itemsOfFile({ trace, codeHistory, path }: Likelihood): ReadonlySet<WorkItem> {
  return new Set(
    path === undefined
      ? []
      : [...itemsOfCommitsOn(path, trace, codeHistory, RECENT_COMMITS), ...itemsNamedIn(path, trace)],
  );
}
