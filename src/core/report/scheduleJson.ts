import { formatDay } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import { planForecast } from '../planning/planForecast';
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
    forecast:
      forecast?.kind === 'forecast'
        ? {
            p50: dayJson(forecast.p50),
            p80: dayJson(forecast.p80),
            p95: dayJson(forecast.p95),
            unit: forecast.points ? 'points' : 'stories',
            open: forecast.points?.open ?? forecast.open,
            finished: forecast.points?.finished ?? forecast.finished,
            weeks: forecast.weeks,
          }
        : null,
  };
}

function dayJson(day: number | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}
