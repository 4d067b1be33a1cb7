import type { Person } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { NONE } from './statedColumns';
import type { WorkTable } from './workTable';

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
  /**
   * Of the owner of the item at this place in `plan.workItems`.
   *
   * @returns undefined: nobody's capacity is stated
   */
  rateAt(place: number): Rate | undefined;
  /** See {@link peopleOf}. */
  readonly people: readonly Person[];
}

const known = new WeakMap<readonly Person[], readonly Person[]>();

/** Everyone in the team once, also where several files list them. */
export function peopleOf(plan: Plan): readonly Person[] {
  const people = known.get(plan.team) ?? [...new Set(plan.team.map((person) => plan.findPerson(person.id) ?? person))];
  known.set(plan.team, people);
  return people;
}

/**
 * @param team as {@link WorkTable.owners} counts it
 * @param people see {@link peopleOf}
 */
export function ratesOf(team: readonly Person[], people: readonly Person[], { owners }: WorkTable): Rates {
  const stated = people.flatMap((person) => pointsADay(person) ?? []);
  const average: Rate | undefined =
    stated.length === 0
      ? undefined
      : { pointsADay: stated.reduce((sum, rate) => sum + rate, 0) / stated.length, isAverage: true };
  const own = team.map((person): Rate | undefined => {
    const rate = pointsADay(person);
    return rate === undefined ? undefined : { pointsADay: rate, isAverage: false };
  });
  return { people, rateAt: (place) => own[owners[place] ?? NONE] ?? average };
}

/** undefined: no capacity is stated, or none that work can be done with. */
export function pointsADay({ capacity }: Person): number | undefined {
  return capacity !== undefined && Number.isFinite(capacity) && capacity > 0 ? capacity / SPRINT_DAYS : undefined;
}
