import { t } from '../words/t';
import { count, listing, nameOf } from '../findings/wording';
import { type Day, formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import type { RemainingWork, WorkBasis } from '../planning/remainingWork';
import type { Deadline } from '../planning/deadline';
import type { CriticalPath, Schedule, ScheduledItem } from '../planning/schedule';

/** `15 Oct`; `the freeze on 8 Oct`. */
export function deadlineWords({ day, kind }: Deadline, today: Day): string {
  const date = formatDayShort(day, today);
  return kind === 'freeze' ? t('the freeze on {0}', date) : date;
}

/** How long what is left takes and when it can and must be done, one sentence each. */
export function scheduleSentences(dates: ScheduledItem, today: Day): string[] {
  const { earliestStart, earliestFinish, latestStart, latestFinish, slack, deadline, waitsFor } = dates;
  const period = periodWords(earliestStart, earliestFinish, today);
  const earliest = [
    waitsFor ? t('At the earliest {0}, behind {1}.', period, nameOf(waitsFor)) : t('At the earliest {0}.', period),
    ...(dates.work.basis === 'unknown' ? [t('Nothing says how long it takes, so it may be later.')] : []),
    ...(dates.isInKnot ? [t('It waits for itself in a circle, which is left out.')] : []),
  ].join(' ');
  if (latestStart === undefined || latestFinish === undefined || slack === undefined || !deadline) {
    return [earliest];
  }
  const why = deadlineReason(deadline, formatDayShort(deadline.day, today));
  return [
    earliest,
    slack < 0
      ? t('{0} too late {1}.', count(-slack, 'working day'), why)
      : t('At the latest {0} {1}: {2}.', periodWords(latestStart, latestFinish, today), why, slackWords(slack)),
  ];
}

/** What decides when a release is finished, in one sentence. */
export function criticalPathSentence({ items, earliestFinish, slack, deadline }: CriticalPath, today: Day): string {
  const end = formatDayShort(earliestFinish, today);
  const chain = chainWords(items);
  if (slack === undefined || !deadline) {
    return t('Finished on {0} at the earliest: {1}.', end, chain);
  }
  const late = slack < 0 ? t('{0} too late', count(-slack, 'working day')) : slackWords(slack);
  return deadline.kind === 'freeze'
    ? t('Finished on {0} at the earliest: {1}; {2} for its freeze.', end, chain, late)
    : t('Finished on {0} at the earliest: {1}; {2} for its date.', end, chain, late);
}

/** `PAY-11 → PAY-12 → PAY-14`; a long chain without its middle. */
export function chainWords(items: readonly WorkItem[]): string {
  const names = items.map(nameOf);
  return (names.length > 8 ? [...names.slice(0, 5), '…', ...names.slice(-2)] : names).join(' → ');
}

const BASIS_WORDS: Readonly<Partial<Record<WorkBasis, () => string>>> = {
  estimate: () => t('estimates in days'),
  ownerRate: () => t("points at the owner's capacity"),
  teamRate: () => t("points at the team's average capacity"),
  dates: () => t('start and due dates'),
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
  const bases = [...new Set(works.map(({ basis }) => basis))].flatMap((basis) => BASIS_WORDS[basis]?.() ?? []);
  const unknown = works.filter(({ basis }) => basis === 'unknown').length;
  const time = count(days, 'working day');
  return unknown === 0
    ? t('That is {0} by {1}.', time, listing(bases))
    : t('That is {0} by {1}; {2}.', time, listing(bases), count(unknown, 'item of unknown length counts'));
}

function deadlineReason({ kind, owner }: Deadline, day: string): string {
  switch (kind) {
    case 'due':
      return t('for the due date of {0}, {1}', nameOf(owner), day);
    case 'freeze':
      return t('for the freeze of {0}, {1}', nameOf(owner), day);
    case 'release':
      return t('for {0}, {1}', nameOf(owner), day);
  }
}

function slackWords(slack: number): string {
  return slack === 0 ? t('no slack') : t('{0} of slack', count(slack, 'working day'));
}

function periodWords(first: Day, last: Day, today: Day): string {
  const end = formatDayShort(last, today);
  return first === last ? t('on {0}', end) : t('from {0} to {1}', formatDayShort(first, today), end);
}
