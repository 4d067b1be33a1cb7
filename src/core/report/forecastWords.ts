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
      return `No forecast, not enough history: ${missingWords(forecast)}.`;
    case 'forecast':
      return `Forecast for ${finishWords(forecast, today)} from ${basisWords(forecast)}, if nothing else is worked on.`;
  }
}

/** `12 Nov (P80; P50 29 Oct, P95 3 Dec)`. */
export function finishWords({ p50, p80, p95 }: Made, today: Day): string {
  return `${dayWords(p80, today)} (P80; P50 ${dayWords(p50, today)}, P95 ${dayWords(p95, today)})`;
}

/** `14 open stories and 11 finished in the last 12 weeks`; in points both are counted in these too. */
export function basisWords({ points, open, finished, weeks }: Made): string {
  const time = `finished in the last ${count(weeks, 'week')}`;
  const stories = count(open, 'open story', 'open stories');
  return points
    ? `${count(rounded(points.open), 'point')} in ${stories} and ${rounded(points.finished)} ${time}`
    : `${stories} and ${finished} ${time}`;
}

/** `2 stories were finished in 1 of the last 12 weeks, and it takes 6 stories in 3 weeks`. */
function missingWords({ finished, weeksWithCompletions, weeks }: ForecastBasis): string {
  const needed = `it takes ${LEAST_FINISHED} stories in ${LEAST_WEEKS} weeks`;
  if (weeks < LEAST_WEEKS) {
    return `the past of the roadmap goes back ${weeks === 0 ? 'less than a week' : count(weeks, 'week')}, and ${needed}`;
  }
  const was = finished === 0 ? 'nothing was' : count(finished, 'story was', 'stories were');
  const when = finished === 0 ? `the last ${weeks} weeks` : `${weeksWithCompletions} of the last ${weeks} weeks`;
  return `${was} finished in ${when}, and ${needed}`;
}

function dayWords(day: Day | undefined, today: Day): string {
  return day === undefined ? `later than in ${LONGEST_WEEKS / 52} years` : formatDayShort(day, today);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
