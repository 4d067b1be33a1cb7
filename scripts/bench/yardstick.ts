import { Sample } from './statistics';

/** How evenly the machine worked: the spread of a task that always takes the same time by itself. */
export class Calm {
  constructor(
    /** The slowest tenth against the median: 1 is a machine that does nothing else. */
    readonly spread: number,
  ) {}

  get isCalm(): boolean {
    return this.spread < MOST_SPREAD;
  }

  and(other: Calm): Calm {
    return new Calm(Math.max(this.spread, other.spread));
  }
}

const MOST_SPREAD = 1.5;

export function measureCalm(): Calm {
  work();
  const times = Array.from({ length: 60 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  const sample = new Sample(times);
  return new Calm(sample.p95 / sample.median);
}

/** A few milliseconds of arithmetic that no compiler can leave out. */
function work(): number {
  let state = 1;
  for (let index = 0; index < 3_000_000; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  }
  return state;
}
