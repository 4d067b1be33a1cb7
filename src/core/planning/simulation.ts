import type { Day } from '../model/calendar';

/** The days by which work is finished in 50, 80 and 95 of 100 runs; undefined: not within {@link LONGEST_WEEKS}. */
export interface FinishDays {
  readonly p50: Day | undefined;
  readonly p80: Day | undefined;
  readonly p95: Day | undefined;
}

/** So many runs make the percentiles steady to about a day. */
const RUNS = 10_000;

/** Five years: nobody plans by a forecast that reaches further. */
export const LONGEST_WEEKS = 260;

/**
 * Monte Carlo simulation of the time that work takes (T. Magennis, "Forecasting and Simulating Software Development
 * Projects", 2011): each run goes on by a week that was drawn at random, with repetition, from those that there were, until
 * the work is done. All amounts of work are looked for in the same runs, so more work is never forecast earlier, and
 * another amount costs no new runs. The runs are drawn from numbers that depend on the weeks alone: the same input has
 * the same answer everywhere.
 */
export class Simulation {
  /** What each run has finished by the end of each week; a week is added when it is first needed. */
  private readonly finished: Float32Array[] = [];
  private readonly least: number[] = [];
  private readonly most: number[] = [];
  private readonly random: () => number;
  private readonly known = new Map<number, readonly (number | undefined)[]>();

  /** @param weeks how much was finished in each; at least one is more than 0 */
  constructor(private readonly weeks: readonly number[]) {
    this.random = mulberry32(fnv1a(weeks.join(' ')));
  }

  /** @param amount in the unit of the weeks; 0 or less is finished today */
  finishOf(amount: number, today: Day): FinishDays {
    let days = this.known.get(amount);
    if (!days) {
      days = this.daysUntil(amount);
      this.known.set(amount, days);
    }
    const [p50, p80, p95] = days.map((count) => (count === undefined ? undefined : today + count));
    return { p50, p80, p95 };
  }

  private daysUntil(amount: number): readonly (number | undefined)[] {
    /** How many runs finish after so many days. */
    const runs = new Uint16Array(LONGEST_WEEKS * 7 + 1);
    let first = 0;
    while (this.weekExists(first) && (this.most[first] ?? 0) < amount) {
      first += 1;
    }
    let last = first;
    while (this.weekExists(last) && (this.least[last] ?? 0) < amount) {
      last += 1;
    }
    for (let run = 0; run < RUNS; run += 1) {
      const days = this.daysOfRun(run, amount, first, Math.min(last, LONGEST_WEEKS - 1));
      if (days !== undefined) {
        runs[days] = (runs[days] ?? 0) + 1;
      }
    }
    return [0.5, 0.8, 0.95].map((share) => dayOfShare(runs, share));
  }

  /** @returns undefined when it is not done by the end of the last week */
  private daysOfRun(run: number, amount: number, first: number, last: number): number | undefined {
    if (amount <= 0) {
      return 0;
    }
    let low = first;
    let high = last + 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.finished[middle]?.[run] ?? 0) >= amount) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    if (low > last) {
      return undefined;
    }
    const before = low === 0 ? 0 : (this.finished[low - 1]?.[run] ?? 0);
    const inWeek = (this.finished[low]?.[run] ?? 0) - before;
    return low * 7 + Math.ceil(((amount - before) / inWeek) * 7);
  }

  /** Draws the week for all runs where that is not done yet; false when it lies too far ahead. */
  private weekExists(week: number): boolean {
    if (week >= LONGEST_WEEKS) {
      return false;
    }
    const { finished, weeks, random } = this;
    while (finished.length <= week) {
      const former = finished.at(-1);
      const next = new Float32Array(RUNS);
      let least = Number.POSITIVE_INFINITY;
      let most = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const sum = (former?.[run] ?? 0) + (weeks[Math.floor(random() * weeks.length)] ?? 0);
        next[run] = sum;
        least = Math.min(least, sum);
        most = Math.max(most, sum);
      }
      finished.push(next);
      this.least.push(least);
      this.most.push(most);
    }
    return true;
  }
}

function dayOfShare(runs: Uint16Array, share: number): number | undefined {
  let sum = 0;
  const day = runs.findIndex((count) => {
    sum += count;
    return sum >= RUNS * share;
  });
  return day < 0 ? undefined : day;
}

/** The hash FNV-1a in 32 bits (Fowler, Noll and Vo), over UTF-16 units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** T. Ettinger's generator mulberry32: numbers from 0 to before 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
