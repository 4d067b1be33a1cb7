import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import { completions } from '../planHistory/completion';
import type { PlanHistory } from '../planHistory/planHistory';
import type { Plan } from '../trace/plan';
import { type Forecast, forecaster } from './forecast';
import { NONE } from './statedColumns';
import { isOpenCode, workTable } from './workTable';

/** So many weeks back, where nobody says otherwise: long enough for a steady number, short enough for the team of today. */
export const USUAL_WEEKS = 12;

/** When releases and epics will be finished, by what was finished before. */
export interface PlanForecast {
  ofRelease(release: Release): Forecast;
  ofItem(item: WorkItem): Forecast;
}

/** Cheap to make again for each version of a plan: what takes time is kept, see {@link forecaster}. */
export function planForecast(plan: Plan, history: PlanHistory, today: Day, weeks = USUAL_WEEKS): PlanForecast {
  const { forecast } = forecaster({ completions: completions(history), from: history.range.from }, today, weeks);
  let byRelease: ReadonlyMap<Release, readonly WorkItem[]> | undefined;
  return {
    ofRelease(release) {
      byRelease ??= openByRelease(plan);
      return forecast(byRelease.get(release) ?? []);
    },
    ofItem(item) {
      const place = plan.placeOf(item);
      return forecast(place === undefined ? [] : openUnder(place, plan));
    },
  };
}

function openByRelease(plan: Plan): Map<Release, WorkItem[]> {
  const { categories, deliveries, releases } = workTable(plan);
  const stories = plan.releases.map((): WorkItem[] => []);
  for (let place = 0; place < categories.length; place += 1) {
    const item = deliveries[place] === 1 && isOpenCode(categories[place]) ? plan.workItems[place] : undefined;
    if (item) {
      stories[releases[place] ?? NONE]?.push(item);
    }
  }
  return new Map(plan.releases.map((release, place) => [release, stories[place] ?? []]));
}

/** What is to be delivered of the item and of all that is under it. */
function openUnder(whole: number, plan: Plan): WorkItem[] {
  const { categories, deliveries, firstChild, children } = workTable(plan);
  const found: WorkItem[] = [];
  const places = [whole];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const item = deliveries[place] === 1 && isOpenCode(categories[place]) ? plan.workItems[place] : undefined;
    if (item) {
      found.push(item);
    }
    places.push(...children.subarray(firstChild[place], firstChild[place + 1]));
  }
  return found;
}
