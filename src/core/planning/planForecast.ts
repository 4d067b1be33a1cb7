import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import { completions } from '../planHistory/completion';
import type { PlanHistory } from '../planHistory/planHistory';
import type { Plan } from '../trace/plan';
import { madeWithin } from './derived';
import { type Forecast, forecaster } from './forecast';
import { NO_WORK, openByRelease, openUnder } from './openWork';

/** So many weeks back, where nobody says otherwise: long enough for a steady number, short enough for the team of today. */
export const USUAL_WEEKS = 12;

/** When releases and epics will be finished, by what was finished before. */
export interface PlanForecast {
  ofRelease(release: Release): Forecast;
  ofItem(item: WorkItem): Forecast;
}

const forecasterOf = madeWithin((history: PlanHistory, today: Day, weeks: number) =>
  forecaster({ completions: completions(history), from: history.range.from }, today, weeks),
);

/** Cheap to make again for each version of a plan: what takes time is kept, see {@link forecaster}. */
export function planForecast(plan: Plan, history: PlanHistory, today: Day, weeks = USUAL_WEEKS): PlanForecast {
  const { forecast } = forecasterOf(history, history, today, weeks);
  return {
    ofRelease: (release) => forecast(openByRelease(plan).get(release) ?? NO_WORK),
    ofItem(item) {
      const place = plan.placeOf(item);
      return forecast(place === undefined ? NO_WORK : openUnder(place, plan));
    },
  };
}
