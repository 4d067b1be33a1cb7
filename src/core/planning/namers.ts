import type { Plan } from '../trace/plan';
import { madeWithin } from './derived';
import { workTable } from './workTable';

/** Which items name which others, by places in `plan.workItems`, in that order. */
export interface Namers {
  /** In `depends` fields, by the canonical ID that they name, declared or not. */
  readonly dependants: ReadonlyMap<string, readonly number[]>;
  /** Items that say which epic they are part of, rather than standing in it. */
  readonly withEpic: readonly number[];
}

export function namersOf(plan: Plan): Namers {
  const { depends, namesEpic } = workTable(plan).stated;
  return findNamers(plan.frame, depends, namesEpic);
}

const findNamers = madeWithin((depends: readonly (readonly string[])[], namesEpic: Uint8Array): Namers => {
  const dependants = new Map<string, number[]>();
  depends.forEach((names, place) => names.forEach((name) => addTo(dependants, name, place)));
  const withEpic = Array.from(namesEpic.keys()).filter((place) => namesEpic[place] === 1);
  return { dependants, withEpic };
});

const known = new WeakMap<Namers, readonly number[]>();

/** Places in `plan.workItems` of what depends on, or says that it is part of, something that nothing answers to. */
export function placesNamingNothing(plan: Plan): readonly number[] {
  const namers = namersOf(plan);
  let places = known.get(namers);
  if (!places) {
    const waiting = [...namers.dependants].flatMap(([name, dependants]) => (plan.find(name) ? [] : dependants));
    const lost = namers.withEpic.filter((place) => {
      const epic = plan.workItems[place]?.epic;
      return epic && !plan.find(epic.name);
    });
    places = [...waiting, ...lost];
    known.set(namers, places);
  }
  return places;
}

function addTo(dependants: Map<string, number[]>, name: string, place: number): void {
  const list = dependants.get(name);
  if (list) {
    list.push(place);
  } else {
    dependants.set(name, [place]);
  }
}
