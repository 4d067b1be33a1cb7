import { t } from '../words/t';
import { count } from '../findings/wording';
import { type Day, formatDayShort } from '../model/calendar';
import { type Forecast, type ForecastBasis, LEAST_FINISHED, LEAST_WEEKS } from '../planning/forecast';
import { LONGEST_WEEKS } from '../planning/simulation';

type Made = Extract<Forecast, { kind: 'forecast' }>;

/** One sentence on when it will be finished, or on why nobody can tell; undefined: nothing of it is open. */
export function forecastSentence(forecast: Forecast, today: Day): string | undefined {
  switch (forecast.kind) {
    case 'finished':
      return undefined;
    case 'notEnough':
      return t('No forecast, not enough history: {0}.', missingWords(forecast));
    case 'forecast':
      return t(
        'Forecast for {0} from {1}, if nothing else is worked on.',
        finishWords(forecast, today),
        basisWords(forecast),
      );
  }
}

/** `12 Nov (P80; P50 29 Oct, P95 3 Dec)`. */
export function finishWords({ p50, p80, p95 }: Made, today: Day): string {
  return t('{0} (P80; P50 {1}, P95 {2})', dayWords(p80, today), dayWords(p50, today), dayWords(p95, today));
}

/** `14 open stories and 11 finished in the last 12 weeks`; in points both are counted in these too. */
export function basisWords({ points, open, finished, weeks }: Made): string {
  const stories = count(open, 'open story');
  const time = count(weeks, 'week');
  return points
    ? t(
        '{0} in {1} and {2} finished in the last {3}',
        count(rounded(points.open), 'point'),
        stories,
        rounded(points.finished),
        time,
      )
    : t('{0} and {1} finished in the last {2}', stories, finished, time);
}

/** `2 stories were finished in 1 of the last 12 weeks, and it takes 6 stories in 3 weeks`. */
function missingWords({ finished, weeksWithCompletions, weeks }: ForecastBasis): string {
  const needed = t('it takes {0} stories in {1} weeks', LEAST_FINISHED, LEAST_WEEKS);
  if (weeks < LEAST_WEEKS) {
    return weeks === 0
      ? t('the past of the roadmap goes back less than a week, and {0}', needed)
      : t('the past of the roadmap goes back {0}, and {1}', count(weeks, 'week'), needed);
  }
  return finished === 0
    ? t('nothing was finished in the last {0} weeks, and {1}', weeks, needed)
    : t(
        '{0} in {1} of the last {2} weeks, and {3}',
        count(finished, 'story was finished'),
        weeksWithCompletions,
        weeks,
        needed,
      );
}

function dayWords(day: Day | undefined, today: Day): string {
  return day === undefined ? t('later than in {0} years', LONGEST_WEEKS / 52) : formatDayShort(day, today);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
