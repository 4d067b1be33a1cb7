/** Repetitions of one measurement, in milliseconds or any other unit. */
export class Sample {
  private readonly sorted: readonly number[];

  constructor(values: readonly number[]) {
    this.sorted = values.toSorted((a, b) => a - b);
  }

  get median(): number {
    return this.quantile(0.5);
  }

  /** Half of the repetitions lie between these two. */
  get low(): number {
    return this.quantile(0.25);
  }

  get high(): number {
    return this.quantile(0.75);
  }

  get p95(): number {
    return this.quantile(0.95);
  }

  private quantile(share: number): number {
    const at = (this.sorted.length - 1) * share;
    const [below = 0, above = below] = this.sorted.slice(Math.floor(at), Math.floor(at) + 2);
    return below + (above - below) * (at - Math.floor(at));
  }
}

/**
 * Does things in turn, round by round, so that a slow moment of the machine meets all of them alike. A first round, which
 * warms up, does not count.
 *
 * @returns a list of times for each of them
 */
export async function interleaved(
  rounds: number,
  ...measures: readonly (() => number | Promise<number>)[]
): Promise<number[][]> {
  const times: number[][] = measures.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, measure] of measures.entries()) {
      const time = await measure();
      if (round > 0) {
        times[index]?.push(time);
      }
    }
  }
  return times;
}

/** Milliseconds that it takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
