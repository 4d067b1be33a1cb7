import type { Day } from '../model/calendar';
import type { OpenWork } from './openWork';
import { type FinishDays, Simulation } from './simulation';
import { type CompletionRecord, type Throughput, throughputOf } from './throughput';

/** A forecast is made from at least so many finished stories, in so many weeks: less is chance. */
export const LEAST_FINISHED = 6;
export const LEAST_WEEKS = 3;

/** On what a forecast rests, or why there is none. */
export interface ForecastBasis {
  /** How many of the last weeks are known. */
  readonly weeks: number;
  /** In how many of them something was finished. */
  readonly weeksWithCompletions: number;
  /** How many stories were finished in them. */
  readonly finished: number;
  /** How many stories are open. */
  readonly open: number;
}

/** Where a forecast counts points instead of stories. */
export interface PointsBasis {
  readonly finished: number;
  readonly open: number;
}

/** When open work will be finished, if it is all that is worked on. */
export type Forecast =
  | (ForecastBasis & FinishDays & { readonly kind: 'forecast'; readonly points: PointsBasis | undefined })
  | (ForecastBasis & { readonly kind: 'notEnough' })
  /** Nothing is open. */
  | { readonly kind: 'finished' };

/** Forecasts from one record of completions. */
export interface Forecaster {
  /** In points where everything that is open, and everything that was finished, is estimated in them, else in stories. */
  forecast(open: OpenWork): Forecast;
}

interface Known {
  readonly key: string;
  readonly stories: Simulation;
  readonly points: Simulation | undefined;
}

/** The latest ones: several folders, or several numbers of weeks, may be asked about in turn. */
const MOST_KNOWN = 4;
let known: readonly Known[] = [];

/**
 * Forecasts from the weekly throughput of the last weeks. The runs are kept for as long as the throughput stays the same, so
 * that another plan costs nothing but its new amounts of work. Days off that lie ahead are not left out: those of the
 * past are in the throughput.
 *
 * @param weeks how many weeks back at most
 */
export function forecaster(record: CompletionRecord, today: Day, weeks: number): Forecaster {
  const throughput = throughputOf(record, today, weeks);
  return {
    forecast({ stories: open, points: worth }) {
      if (open === 0) {
        return { kind: 'finished' };
      }
      const basis = basisOf(throughput, open);
      if (basis.finished < LEAST_FINISHED || basis.weeksWithCompletions < LEAST_WEEKS) {
        return { kind: 'notEnough', ...basis };
      }
      const { stories, points } = simulationsOf(throughput);
      if (!points || worth === undefined) {
        return { kind: 'forecast', points: undefined, ...basis, ...stories.finishOf(open, today) };
      }
      const finished = throughput.points?.reduce((sum, week) => sum + week, 0) ?? 0;
      return { kind: 'forecast', points: { finished, open: worth }, ...basis, ...points.finishOf(worth, today) };
    },
  };
}

function basisOf({ stories, finished }: Throughput, open: number): ForecastBasis {
  return { weeks: stories.length, weeksWithCompletions: stories.filter((count) => count > 0).length, finished, open };
}

function simulationsOf({ stories, points }: Throughput): Known {
  const key = `${stories.join(' ')} | ${points?.join(' ') ?? ''}`;
  const found = known.find((each) => each.key === key) ?? {
    key,
    stories: new Simulation(stories),
    points: points?.some((worth) => worth > 0) ? new Simulation(points) : undefined,
  };
  known = [found, ...known.filter((each) => each !== found)].slice(0, MOST_KNOWN);
  return found;
}
