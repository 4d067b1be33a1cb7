/**
 * What is made when somebody reads it: of the thousands of findings of a large plan few are ever shown, and their words would
 * be most of the work and of the memory.
 */
export interface Lazy<Made> {
  make(): Made;
}

/** At once, or when it is read. */
export type Lazily<Made> = Made | Lazy<Made>;

class LazyOf<Facts, Made> implements Lazy<Made> {
  constructor(
    private readonly maker: (facts: Facts) => Made,
    private readonly facts: Facts,
  ) {}

  make(): Made {
    return this.maker(this.facts);
  }
}

/**
 * @param maker a function of the module, which holds nothing: one made where it is given would keep all that is known there,
 *   the plan of that day among it, for as long as the finding is kept
 * @param facts what it needs, all of it unchanging, and nothing more
 */
export function lazily<Facts, Made>(maker: (facts: Facts) => Made, facts: Facts): Lazy<Made> {
  return new LazyOf(maker, facts);
}
