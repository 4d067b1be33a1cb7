import type { Day } from '../model/calendar';
import type { Plan } from '../trace/plan';

/** A range that is longer is a slip of the pen: nobody is off for more than a year. */
const LONGEST = 366;

const known = new WeakMap<Plan, ReadonlySet<Day>>();

/** The days off that the roadmap files name, together; the same object for the same plan. */
export function holidaysOf(plan: Plan): ReadonlySet<Day> {
  let holidays = known.get(plan);
  if (!holidays) {
    holidays = new Set(
      plan.roadmaps.flatMap((roadmap) =>
        roadmap.holidays.flatMap(({ first, last }) =>
          Array.from({ length: Math.min(LONGEST, last - first + 1) }, (_, index) => first + index),
        ),
      ),
    );
    known.set(plan, holidays);
  }
  return holidays;
}
