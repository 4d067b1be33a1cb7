import { t } from '../words/t';
import { nameOf } from '../findings/wording';
import type { Day } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import type { PlanHistory } from '../planHistory/planHistory';
import { planForecast } from '../planning/planForecast';
import { releaseFor } from '../planning/releases';
import { type ScheduledItem, scheduleOf } from '../planning/schedule';
import type { Plan } from '../trace/plan';
import { forecastSentence } from './forecastWords';
import { criticalPathSentence, scheduleSentences } from './scheduleWords';

/** What statements about the future rest on, beside the plan. */
export interface Outlook {
  readonly today: Day;
  readonly holidays: ReadonlySet<Day>;
  /** undefined: not known (yet), so nothing is forecast. */
  readonly planHistory: PlanHistory | undefined;
}

/**
 * What lies ahead of an item, one sentence each: when it can and must be done, whether a release waits for it, and the
 * forecast of an epic or a release, or why there is none. Nothing for what is finished, or where the plan says nothing.
 */
export function outlookSentences(item: WorkItem | Release, plan: Plan, outlook: Outlook): string[] {
  const { today, holidays, planHistory } = outlook;
  const schedule = scheduleOf(plan, today, holidays);
  const forecasts = planHistory && planForecast(plan, planHistory, today);
  if (item.kind === 'release') {
    const path = schedule.criticalPathOf(item);
    const forecast = path && forecasts && forecastSentence(forecasts.ofRelease(item), today);
    return [...(path ? [criticalPathSentence(path, today)] : []), ...(forecast ? [forecast] : [])];
  }
  const dates = schedule.of(item);
  if (!dates) {
    return [];
  }
  const release = releaseFor(item, plan);
  const isCritical = release && schedule.criticalPathOf(release)?.items.includes(item);
  const forecast = item.kind === 'epic' && forecasts ? forecastSentence(forecasts.ofItem(item), today) : undefined;
  return [
    ...(saysSomething(dates) ? scheduleSentences(dates, today) : []),
    ...(isCritical && saysSomething(dates) ? [t('It is on the critical path of {0}.', nameOf(release))] : []),
    ...(forecast ? [forecast] : []),
  ];
}

/** That it could be done today is no news of an item of which nothing is stated. */
function saysSomething({ work, waitsFor, deadline, isInKnot }: ScheduledItem): boolean {
  return work.days > 0 || waitsFor !== undefined || deadline !== undefined || isInKnot;
}
