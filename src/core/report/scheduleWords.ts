import { count, listing, nameOf } from '../findings/wording';
import { type Day, formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import type { RemainingWork, WorkBasis } from '../planning/remainingWork';
import type { Deadline } from '../planning/deadline';
import type { CriticalPath, Schedule, ScheduledItem } from '../planning/schedule';

/** `15 Oct`; `the freeze on 8 Oct`. */
export function deadlineWords({ day, kind }: Deadline, today: Day): string {
  const date = formatDayShort(day, today);
  return kind === 'freeze' ? `the freeze on ${date}` : date;
}

/** How long what is left takes and when it can and must be done, one sentence each. */
export function scheduleSentences(dates: ScheduledItem, today: Day): string[] {
  const { earliestStart, earliestFinish, latestStart, latestFinish, slack, deadline, waitsFor } = dates;
  const behind = waitsFor ? `, behind ${nameOf(waitsFor)}` : '';
  const unknown = dates.work.basis === 'unknown' ? ' Nothing says how long it takes, so it may be later.' : '';
  const knot = dates.isInKnot ? ' It waits for itself in a circle, which is left out.' : '';
  const earliest = `At the earliest ${periodWords(earliestStart, earliestFinish, today)}${behind}.${unknown}${knot}`;
  if (latestStart === undefined || latestFinish === undefined || slack === undefined || !deadline) {
    return [earliest];
  }
  const why = `for ${deadlineReason(deadline)} ${formatDayShort(deadline.day, today)}`;
  return [
    earliest,
    slack < 0
      ? `${count(-slack, 'working day')} too late ${why}.`
      : `At the latest ${periodWords(latestStart, latestFinish, today)} ${why}: ${slackWords(slack)}.`,
  ];
}

/** What decides when a release is finished, in one sentence. */
export function criticalPathSentence({ items, earliestFinish, slack, deadline }: CriticalPath, today: Day): string {
  const end = `Finished on ${formatDayShort(earliestFinish, today)} at the earliest: ${chainWords(items)}`;
  if (slack === undefined || !deadline) {
    return `${end}.`;
  }
  const late = slack < 0 ? `${count(-slack, 'working day')} too late` : slackWords(slack);
  return `${end}; ${late} for ${deadline.kind === 'freeze' ? 'its freeze' : 'its date'}.`;
}

/** `PAY-11 → PAY-12 → PAY-14`; a long chain without its middle. */
export function chainWords(items: readonly WorkItem[]): string {
  const names = items.map(nameOf);
  return (names.length > 8 ? [...names.slice(0, 5), '…', ...names.slice(-2)] : names).join(' → ');
}

const BASIS_WORDS: Readonly<Partial<Record<WorkBasis, string>>> = {
  estimate: 'estimates in days',
  ownerRate: "points at the owner's capacity",
  teamRate: "points at the team's average capacity",
  dates: 'start and due dates',
};

/**
 * The work of a chain whose dates nobody can contradict; undefined: an average, or a circle that was left out, is in it, or
 * nothing that takes time.
 */
export function sureWorks(chain: readonly WorkItem[], schedule: Schedule): readonly RemainingWork[] | undefined {
  const works: RemainingWork[] = [];
  let takesTime = false;
  for (const item of chain) {
    const work = schedule.workOf(item);
    if (work && (work.basis === 'teamRate' || schedule.isInKnot(item))) {
      return undefined;
    }
    if (work) {
      works.push(work);
      takesTime ||= work.days > 0;
    }
  }
  return takesTime ? works : undefined;
}

/** How much work a chain is, and what that rests on. */
export function basisSentence(works: readonly RemainingWork[]): string {
  const days = works.reduce((sum, work) => sum + work.days, 0);
  const bases = [...new Set(works.map(({ basis }) => basis))].flatMap((basis) => BASIS_WORDS[basis] ?? []);
  const unknown = works.filter(({ basis }) => basis === 'unknown').length;
  const missing =
    unknown === 0 ? '' : `; ${count(unknown, 'item')} of unknown length ${unknown === 1 ? 'counts' : 'count'} as none`;
  return `That is ${count(days, 'working day')} by ${listing(bases)}${missing}.`;
}

function deadlineReason({ kind, owner }: Deadline): string {
  switch (kind) {
    case 'due':
      return `the due date of ${nameOf(owner)},`;
    case 'freeze':
      return `the freeze of ${nameOf(owner)},`;
    case 'release':
      return `${nameOf(owner)},`;
  }
}

function slackWords(slack: number): string {
  return slack === 0 ? 'no slack' : `${count(slack, 'working day')} of slack`;
}

function periodWords(first: Day, last: Day, today: Day): string {
  const end = formatDayShort(last, today);
  return first === last ? `on ${end}` : `from ${formatDayShort(first, today)} to ${end}`;
}
