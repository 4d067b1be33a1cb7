import { type Day, daysOf } from '../model/calendar';
import type { Plan } from '../trace/plan';

/** What was put together last for a set of days off, so that another plan that names the same ones has the same object. */
interface Joined {
  readonly ranges: string;
  readonly days: ReadonlySet<Day>;
}

const NONE: ReadonlySet<Day> = new Set();
const known = new WeakMap<ReadonlySet<Day>, Joined>();

/**
 * The days off of a person's settings and those that the roadmap files name; the same object as long as they are the same
 * days, since schedules are kept by it.
 *
 * @param own those of the settings; the set must not change later
 */
export function holidaysOf({ roadmaps }: Plan, own: ReadonlySet<Day> = NONE): ReadonlySet<Day> {
  const named = roadmaps.flatMap(({ holidays }) => holidays);
  if (named.length === 0) {
    return own;
  }
  const ranges = named.map(({ first, last }) => `${first} ${last}`).join();
  let joined = known.get(own);
  if (joined?.ranges !== ranges) {
    joined = { ranges, days: new Set([...own, ...named.flatMap(daysOf)]) };
    known.set(own, joined);
  }
  return joined.days;
}
