/** What a rule demands of what it is asked about, in the bits of a profile. */
export interface Demand {
  /** All of these. */
  readonly having: number;
  /** None of these. */
  readonly lacking: number;
  /** Of each of these at least one. */
  readonly oneOfEach: readonly number[];
}

const NO_DEMAND: Demand = { having: 0, lacking: 0, oneOfEach: [] };

/** Gives each word a bit of its own: the first of them the lowest. */
export function bitsOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, number>> {
  return Object.fromEntries(words.map((word, index) => [word, 1 << index])) as Record<Word, number>;
}

export function bitsTogether(bits: readonly number[]): number {
  return bits.reduce((all, bit) => all | bit, 0);
}

/**
 * Which rules are asked about what. Thousands of items and files have a few hundred profiles at most, so the rules are gone
 * through once for each of these.
 */
export class RulesByProfile<Rule> {
  private readonly known = new Map<number, readonly Rule[]>();
  private readonly demands: readonly Demand[];

  constructor(
    /** All that are asked about anything. */
    readonly rules: readonly Rule[],
    demandOf: (rule: Rule) => Demand,
  ) {
    this.demands = rules.map(demandOf);
  }

  of(profile: number): readonly Rule[] {
    let rules = this.known.get(profile);
    if (!rules) {
      rules = this.rules.filter((_, index) => isMet(this.demands[index] ?? NO_DEMAND, profile));
      this.known.set(profile, rules);
    }
    return rules;
  }
}

function isMet({ having, lacking, oneOfEach }: Demand, profile: number): boolean {
  return (
    (profile & having) === having && (profile & lacking) === 0 && oneOfEach.every((bits) => (profile & bits) !== 0)
  );
}
