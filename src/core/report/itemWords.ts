import { t } from '../words/t';
import { type Day, formatDayShort } from '../model/calendar';
import type { Commit } from '../model/commit';
import type { Item, WorkItem } from '../model/roadmap';
import { isFinished, type StatusCategory } from '../model/status';
import { asksForWork } from '../findings/workTags';
import { categoryOf, progressOf } from '../planning/progress';
import { releaseFor } from '../planning/releases';
import type { ReadonlyTrace } from '../trace/trace';
import { counted } from '../words/count';
import { categoryWord, stateWord } from '../words/names';

export { counted };

/** `PAY-12 Refund API`; the title alone for an item without an ID of its own. */
export function itemName(item: Item): string {
  return item.derivedId ? item.title : `${item.id} ${item.title}`.trim();
}

/** The team's own word for the status, else the category in words: `in progress`. */
export function statusWords(item: WorkItem, trace: ReadonlyTrace): string {
  const category = categoryOf(item, trace.plan);
  const own = item.status?.name.replace(/[-_]/g, ' ').toLowerCase();
  return own === undefined ? categoryWord(category) : own === category ? stateWord(category) : own;
}

/** Other words that say no more than the category. */
const PLAIN_WORDS: Readonly<Record<StatusCategory, readonly string[]>> = {
  planned: ['todo', 'to do', 'not started', 'open'],
  active: ['in progress', 'doing', 'started'],
  blocked: [],
  done: ['complete', 'completed', 'finished'],
  dropped: ['cancelled', 'canceled'],
};

/** How much in code and history names the item and its descendants. */
export interface LinkCounts {
  /** Annotations that ask for work. */
  readonly openMarks: number;
  readonly references: number;
  readonly commits: number;
}

/**
 * Counts with all descendants; a commit or file place that names several of them counts once for each, and a cherry-pick not
 * beside its original.
 */
export function countLinks(item: WorkItem, trace: ReadonlyTrace): LinkCounts {
  const own = trace.evidenceOf(item);
  let counts: LinkCounts = {
    openMarks: own.annotations.filter((link) => asksForWork(link.annotation)).length,
    references: own.references.length,
    commits: own.commits.filter(({ commit }) => !isCopy(commit, trace)).length,
  };
  for (const child of trace.plan.childrenOf(item)) {
    const below = countLinks(child, trace);
    counts = {
      openMarks: counts.openMarks + below.openMarks,
      references: counts.references + below.references,
      commits: counts.commits + below.commits,
    };
  }
  return counts;
}

function isCopy(commit: Commit, trace: ReadonlyTrace): boolean {
  return commit.pickedFrom.length > 0 && trace.fateOf(commit).copyOf !== undefined;
}

/** `in progress · 3 open marks · 5 commits · due 3 Aug`: what a code lens says after the name. */
export function itemSummary(item: WorkItem, trace: ReadonlyTrace, today: Day): string {
  const counts = countLinks(item, trace);
  return [statusWords(item, trace), progressWords(item, trace), ...countWords(counts), dueWords(item, trace, today)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/**
 * The same for a row whose icon shows the category already, and of which only the beginning may be seen: what is late or
 * wrong first, and the status only where the team's own word says more than the icon.
 */
export function itemRowFacts(
  item: WorkItem,
  trace: ReadonlyTrace,
  today: Day,
  findings: FindingCounts,
): readonly string[] {
  const status = statusWords(item, trace);
  const category = categoryOf(item, trace.plan);
  const isPlain =
    status === categoryWord(category) || status === stateWord(category) || PLAIN_WORDS[category].includes(status);
  return [
    dueWords(item, trace, today),
    findingWords(findings),
    progressWords(item, trace),
    isPlain ? undefined : status,
    ...countWords(countLinks(item, trace)),
  ].filter((part) => part !== undefined);
}

/** How many findings an item has itself, and how many the items under it. */
export interface FindingCounts {
  readonly own: number;
  readonly below: number;
}

/** `2 findings`, `3 findings below`, `2 findings, 3 below`; undefined: none. */
export function findingWords({ own, below }: FindingCounts): string | undefined {
  if (own === 0) {
    return below === 0 ? undefined : t('{0} below', counted(below, 'finding'));
  }
  return below === 0 ? counted(own, 'finding') : t('{0}, {1} below', counted(own, 'finding'), below);
}

/** `2/5 done`; undefined for an item without children. */
export function progressWords(item: WorkItem, trace: ReadonlyTrace): string | undefined {
  if (trace.plan.childrenOf(item).length === 0) {
    return undefined;
  }
  const { done, total } = progressOf(item, trace.plan);
  return total === 0 ? undefined : t('{0}/{1} done', done, total);
}

/** The owner's full name where the team lists one, its own or that of what it is part of; undefined: nobody owns it. */
export function ownerWords(item: WorkItem, { plan }: ReadonlyTrace): string | undefined {
  const owner = plan.ownerOf(item);
  return owner && (plan.findPerson(owner.name)?.name ?? owner.name);
}

/** `v1.0, due 15 Oct`; undefined: it is planned for no release. */
export function releaseWords(item: WorkItem, { plan }: ReadonlyTrace, today: Day): string | undefined {
  const release = plan.releaseOf(item);
  const date = releaseFor(item, plan)?.date;
  return release && (date ? t('{0}, due {1}', release.name, formatDayShort(date.last, today)) : release.name);
}

/** `3 open marks`, `5 commits`; nothing for what is zero. */
function countWords(counts: LinkCounts): string[] {
  const marks = counts.openMarks === 0 ? [] : [counted(counts.openMarks, 'open mark')];
  const commits = counts.commits === 0 ? [] : [counted(counts.commits, 'commit')];
  return [...marks, ...commits];
}

/** `due 3 Aug`, `overdue since 3 Aug`; undefined when finished or without a date. */
export function dueWords(item: WorkItem, trace: ReadonlyTrace, today: Day): string | undefined {
  return dueDay(item, trace, today) === undefined || !item.due ? undefined : dueOn(item.due.last, today);
}

/** `due 3 Aug`, `overdue since 3 Aug`, of what is not finished. */
export function dueOn(day: Day, today: Day): string {
  const shown = formatDayShort(day, today);
  return day < today ? t('overdue since {0}', shown) : t('due {0}', shown);
}

/** The same where it stands behind a word for it: `3 Aug`, `overdue since 3 Aug`. */
export function dueDay(item: WorkItem, trace: ReadonlyTrace, today: Day): string | undefined {
  if (!item.due || isFinished(categoryOf(item, trace.plan))) {
    return undefined;
  }
  const { last } = item.due;
  return last < today ? dueOn(last, today) : formatDayShort(last, today);
}
