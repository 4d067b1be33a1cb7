import type { Person, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** A sprint as `capacity` counts it, in working days: two weeks. */
export const SPRINT_DAYS = 10;

/** How fast somebody works. */
export interface Rate {
  readonly pointsADay: number;
  /** True: nobody knows whose work it is, or how fast that one is, so it is what a member of the team does on average. */
  readonly isAverage: boolean;
}

/** How fast the people of a plan work, by the `capacity` that their team entries state. */
export interface Rates {
  /** undefined: nobody's capacity is stated. */
  rateFor(item: WorkItem): Rate | undefined;
  /** Everyone in the team once, also where several files list them. */
  readonly people: readonly Person[];
}

export function ratesOf(plan: Plan): Rates {
  const people = [...new Set(plan.team.map((person) => plan.findPerson(person.id) ?? person))];
  const stated = people.flatMap((person) => pointsADay(person) ?? []);
  const average: Rate | undefined =
    stated.length === 0
      ? undefined
      : { pointsADay: stated.reduce((sum, rate) => sum + rate, 0) / stated.length, isAverage: true };
  const byName = new Map<string, Rate | undefined>();
  const rateOf = (name: string): Rate | undefined => {
    const person = plan.findPerson(name);
    const own = person && pointsADay(person);
    return own === undefined ? average : { pointsADay: own, isAverage: false };
  };
  return {
    people,
    rateFor(item) {
      const name = average && plan.ownerOf(item)?.name;
      if (name === undefined) {
        return average;
      }
      if (!byName.has(name)) {
        byName.set(name, rateOf(name));
      }
      return byName.get(name);
    },
  };
}

/** undefined: no capacity is stated, or none that work can be done with. */
export function pointsADay({ capacity }: Person): number | undefined {
  return capacity !== undefined && Number.isFinite(capacity) && capacity > 0 ? capacity / SPRINT_DAYS : undefined;
}
