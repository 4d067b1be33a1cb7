import { count } from '../findings/wording';
import { type Day, type DayRange, formatDayShort } from '../model/calendar';
import type { ItemState, PlanEvent } from '../planHistory/planHistory';
import type { Plan } from '../trace/plan';
import { categoryWord } from '../words/names';
import { itemName } from './itemWords';

/** What a version of the roadmap said otherwise, in few words: `Due: 3 Aug → 10 Aug`. */
export function eventWords({ kind, before, after }: PlanEvent, plan: Plan, today: Day): string {
  const change = (label: string, wordsOf: (state: ItemState) => string | undefined) =>
    `${label}: ${(before && wordsOf(before)) ?? 'none'} → ${(after && wordsOf(after)) ?? 'none'}`;
  const day = (range: DayRange | undefined) => range && formatDayShort(range.last, today);
  switch (kind) {
    case 'added':
      return after?.due ? `Added to the roadmap, due ${formatDayShort(after.due.last, today)}` : 'Added to the roadmap';
    case 'removed':
      return 'Removed from the roadmap';
    case 'status':
      return change('Status', ({ category }) => category && categoryWord(category));
    case 'start':
      return change('Start', ({ start }) => day(start));
    case 'due':
      return change('Due', ({ due }) => day(due)) + laterWords(before?.due, after?.due);
    case 'freeze':
      return change('Freeze', ({ freeze }) => day(freeze));
    case 'estimate':
      return change('Estimate', ({ estimate }) => estimate && estimateWords(estimate));
    case 'release':
      return change('Release', ({ release }) => release);
    case 'owner':
      return change('Owner', ({ owner }) => owner && (plan.findPerson(owner)?.name ?? owner));
    case 'parent':
      return change('Part of', ({ parent }) => {
        const item = parent === undefined ? undefined : plan.findWork(parent);
        return item ? itemName(item) : parent;
      });
    case 'title':
      return change('Title', ({ title }) => `“${title}”`);
  }
}

/** `5 points`, `3 working days`. */
export function estimateWords({ value, unit }: NonNullable<ItemState['estimate']>): string {
  return count(value, unit === 'days' ? 'working day' : 'point');
}

/** ` (7 days later)`; nothing where a date came or went. */
function laterWords(before: DayRange | undefined, after: DayRange | undefined): string {
  const days = before && after ? after.last - before.last : 0;
  return days === 0 ? '' : ` (${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'})`;
}
