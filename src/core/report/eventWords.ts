import { t } from '../words/t';
import { count } from '../findings/wording';
import { type Day, type DayRange, formatDayShort } from '../model/calendar';
import type { ItemState, PlanEvent } from '../planHistory/planHistory';
import type { Plan } from '../trace/plan';
import { categoryWord } from '../words/names';
import { itemName } from './itemWords';

/** What a version of the roadmap said otherwise, in few words: `Due: 3 Aug → 10 Aug`. */
export function eventWords({ kind, before, after }: PlanEvent, plan: Plan, today: Day): string {
  const change = (label: string, wordsOf: (state: ItemState) => string | undefined) =>
    `${label}: ${(before && wordsOf(before)) ?? t('none')} → ${(after && wordsOf(after)) ?? t('none')}`;
  const day = (range: DayRange | undefined) => range && formatDayShort(range.last, today);
  switch (kind) {
    case 'added':
      return after?.due
        ? t('Added to the roadmap, due {0}', formatDayShort(after.due.last, today))
        : t('Added to the roadmap');
    case 'removed':
      return t('Removed from the roadmap');
    case 'status':
      return change(t('Status'), ({ category }) => category && categoryWord(category));
    case 'start':
      return change(t('Start'), ({ start }) => day(start));
    case 'due':
      return change(t('Due'), ({ due }) => day(due)) + laterWords(before?.due, after?.due);
    case 'freeze':
      return change(t('Freeze'), ({ freeze }) => day(freeze));
    case 'estimate':
      return change(t('Estimate'), ({ estimate }) => estimate && estimateWords(estimate));
    case 'release':
      return change(t('Release'), ({ release }) => release);
    case 'owner':
      return change(t('Owner'), ({ owner }) => owner && (plan.findPerson(owner)?.name ?? owner));
    case 'parent':
      return change(t('Part of'), ({ parent }) => {
        const item = parent === undefined ? undefined : plan.findWork(parent);
        return item ? itemName(item) : parent;
      });
    case 'title':
      return change(t('Title'), ({ title }) => t('“{0}”', title));
  }
}

/** `5 points`, `3 working days`. */
export function estimateWords({ value, unit }: NonNullable<ItemState['estimate']>): string {
  return count(value, unit === 'days' ? 'working day' : 'point');
}

/** ` (7 days later)`; nothing where a date came or went. */
function laterWords(before: DayRange | undefined, after: DayRange | undefined): string {
  const days = before && after ? after.last - before.last : 0;
  if (days === 0) {
    return '';
  }
  const long = count(Math.abs(days), 'day');
  return ` (${days > 0 ? t('{0} later', long) : t('{0} earlier', long)})`;
}
