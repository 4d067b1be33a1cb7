import { formatDay } from '../model/calendar';
import type { Release, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Forecast } from '../planning/forecast';
import { planForecast } from '../planning/planForecast';
import { categoryOf } from '../planning/progress';
import { scheduleOf } from '../planning/schedule';
import type { Plan } from '../trace/plan';
import type { Outlook } from './outlookWords';

/**
 * What lies ahead of an item as the command line prints it. Days are ISO 8601; `schedule` is null for what is finished,
 * `forecast` is null for what is not an epic, is finished, or where the history is not known or not enough.
 */
export function scheduleJson(item: WorkItem, plan: Plan, { today, holidays, planHistory }: Outlook) {
  const dates = scheduleOf(plan, today, holidays).of(item);
  const forecast =
    dates && planHistory && item.kind === 'epic' ? planForecast(plan, planHistory, today).ofItem(item) : undefined;
  return {
    schedule: dates
      ? {
          remainingDays: dates.work.days,
          basis: dates.work.basis,
          earliestStart: formatDay(dates.earliestStart),
          earliestFinish: formatDay(dates.earliestFinish),
          latestStart: dayJson(dates.latestStart),
          latestFinish: dayJson(dates.latestFinish),
          slack: dates.slack ?? null,
          waitsFor: dates.waitsFor?.id ?? null,
        }
      : null,
    forecast: forecastJson(forecast),
  };
}

/**
 * A release as the command line prints it: `criticalPath` are the IDs that decide its end, in the order of work; it and
 * `earliestFinish` are null where nothing of it is open.
 */
export function releaseJson(
  release: Release,
  stories: readonly WorkItem[],
  plan: Plan,
  { today, holidays, planHistory }: Outlook,
) {
  const path = scheduleOf(plan, today, holidays).criticalPathOf(release);
  const idsOf = (items: readonly WorkItem[]) => items.map(({ id }) => id);
  return {
    id: release.id,
    title: release.title,
    date: dayJson(release.date?.last),
    freeze: dayJson(release.freeze?.last),
    stories: idsOf(stories),
    open: idsOf(stories.filter((story) => !isFinished(categoryOf(story, plan)))),
    criticalPath: path ? idsOf(path.items) : null,
    earliestFinish: dayJson(path?.earliestFinish),
    slack: path?.slack ?? null,
    forecast: forecastJson(path && planHistory && planForecast(plan, planHistory, today).ofRelease(release)),
  };
}

function forecastJson(forecast: Forecast | undefined) {
  return forecast?.kind === 'forecast'
    ? {
        p50: dayJson(forecast.p50),
        p80: dayJson(forecast.p80),
        p95: dayJson(forecast.p95),
        unit: forecast.points ? 'points' : 'stories',
        open: forecast.points?.open ?? forecast.open,
        finished: forecast.points?.finished ?? forecast.finished,
        weeks: forecast.weeks,
      }
    : null;
}

function dayJson(day: number | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}
