import type { Release } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { madeWithin } from './derived';
import { IN_POINTS, NO_ESTIMATE, NONE } from './statedColumns';
import { isOpenCode, type WorkTable, workTable } from './workTable';

/** Stories that are not finished, in the pieces that completions count, added up. */
export interface OpenWork {
  readonly stories: number;
  /** undefined: not everything is estimated in points, or nothing is worth any. */
  readonly points: number | undefined;
}

export const NO_WORK: OpenWork = { stories: 0, points: undefined };

/** Adds up what is to be delivered, by place in `plan.workItems`. */
class Sum {
  private stories = 0;
  private points = 0;

  constructor(private readonly table: WorkTable) {}

  addIfOpen(place: number): void {
    const { categories, deliveries } = this.table;
    if (deliveries[place] === 1 && isOpenCode(categories[place])) {
      this.stories += 1;
      this.points += this.worthOf(place);
    }
  }

  get work(): OpenWork {
    return { stories: this.stories, points: this.points > 0 ? this.points : undefined };
  }

  /** In points, NaN: that is not known. As completions have it: a story without an estimate is worth what its tasks are. */
  private worthOf(place: number): number {
    const { firstChild, children } = this.table;
    if (this.table.stated.estimateUnits[place] !== NO_ESTIMATE) {
      return this.statedWorthOf(place);
    }
    const [first = 0, end = 0] = [firstChild[place], firstChild[place + 1]];
    let worth = 0;
    let estimated = 0;
    for (let at = first; at < end; at += 1) {
      const child = children[at] ?? 0;
      if (this.table.stated.estimateUnits[child] !== NO_ESTIMATE) {
        worth += this.statedWorthOf(child);
        estimated += 1;
      }
    }
    return estimated === 0 ? Number.NaN : worth;
  }

  private statedWorthOf(place: number): number {
    const { estimates, estimateUnits } = this.table.stated;
    const worth = estimates[place] ?? 0;
    return estimateUnits[place] === IN_POINTS && worth >= 0 && worth < Number.POSITIVE_INFINITY ? worth : Number.NaN;
  }
}

/** What each release is still to deliver. */
export function openByRelease(plan: Plan): ReadonlyMap<Release, OpenWork> {
  return addUp(plan.frame, workTable(plan), plan.releases);
}

const addUp = madeWithin((table: WorkTable, releases: readonly Release[]): ReadonlyMap<Release, OpenWork> => {
  const sums = releases.map(() => new Sum(table));
  addAll(table, sums);
  return new Map(releases.map((release, place) => [release, sums[place]?.work ?? NO_WORK]));
});

/**
 * A function of its own, since the engine may make a long loop quick by itself, but what comes behind it is then slow each time.
 *
 * @param sums by place of a release
 */
function addAll({ releases }: WorkTable, sums: readonly Sum[]): void {
  for (let place = 0; place < releases.length; place += 1) {
    sums[releases[place] ?? NONE]?.addIfOpen(place);
  }
}

/**
 * What is to be delivered of an item and of all that is under it.
 *
 * @param whole its place in `plan.workItems`
 */
export function openUnder(whole: number, plan: Plan): OpenWork {
  const table = workTable(plan);
  const { firstChild, children } = table;
  const sum = new Sum(table);
  const places = [whole];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    sum.addIfOpen(place);
    for (let at = firstChild[place] ?? 0; at < (firstChild[place + 1] ?? 0); at += 1) {
      places.push(children[at] ?? 0);
    }
  }
  return sum.work;
}
