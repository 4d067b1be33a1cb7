import { t } from '../words/t';
import { formatDay } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import { categoryOf } from '../planning/progress';
import { escapeMarkdown } from '../report/markdown';
import type { Plan } from '../trace/plan';
import type { Candidate } from './candidates';
import { MOST_COMPLETIONS, type Surroundings } from './completion';
import { kindWord, stateWord } from '../words/names';

/**
 * The items with IDs of their own: those of the place's own epic first, finished ones after open ones.
 *
 * @param typed what is typed already: where there are too many to show, only those whose ID or title holds it
 * @returns at most {@link MOST_COMPLETIONS} and one
 */
export function itemCandidates(
  { plan, item }: Surroundings,
  typed: string,
  isWanted: (item: WorkItem) => boolean,
): readonly Candidate[] {
  const epic = item && topOf(item, plan);
  const sought = plan.workItems.length > MOST_COMPLETIONS ? typed.trim().toLowerCase() : '';
  const near: WorkItem[] = [];
  const far: WorkItem[] = [];
  const finished: WorkItem[] = [];
  for (const other of plan.workItems) {
    const isFitting = sought === '' || `${other.id} ${other.title}`.toLowerCase().includes(sought);
    if (isFitting && !other.derivedId && isWanted(other)) {
      const list = epic && topOf(other, plan) === epic ? near : isFinished(categoryOf(other, plan)) ? finished : far;
      list.push(other);
    }
  }
  return [...near, ...far, ...finished].slice(0, MOST_COMPLETIONS + 1).map((other) => candidateOf(other, plan));
}

/** Those that an item can wait for: not itself, nor what it is part of, nor its own parts. */
export function dependencyCandidates(around: Surroundings, typed: string): readonly Candidate[] {
  const { plan, item } = around;
  const above = new Set(item ? lineOf(item, plan) : []);
  return itemCandidates(around, typed, (other) => !above.has(other) && !(item && lineOf(other, plan).includes(item)));
}

/** An item as lists show it: its title beside its ID, and its status. */
export function candidateOf(item: WorkItem, plan: Plan): Candidate {
  return {
    name: item.id,
    words: item.title === item.id ? undefined : item.title,
    kind: 'item',
    detail: item.status?.name ?? stateWord(categoryOf(item, plan)),
    documentation: documentationOf(item, plan),
  };
}

/** What it is part of, who has it and when it is due. */
function documentationOf(item: WorkItem, plan: Plan): string | undefined {
  const parent = plan.parentOf(item);
  const owner = plan.ownerOf(item);
  const facts = [
    parent &&
      t(
        '{0} of {1}',
        kindWord(item.kind),
        escapeMarkdown(parent.derivedId ? parent.title : `${parent.id} ${parent.title}`),
      ),
    owner && t('owner {0}', escapeMarkdown(owner.name)),
    item.due && t('due {0}', formatDay(item.due.last)),
  ];
  return facts.filter((fact) => fact !== undefined).join('  \n') || undefined;
}

function topOf(item: WorkItem, plan: Plan): WorkItem {
  return lineOf(item, plan).at(-1) ?? item;
}

/** The item, what it is part of, what that is part of, and so on. */
function lineOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const line = [item];
  for (let parent = plan.parentOf(item); parent; parent = plan.parentOf(parent)) {
    line.push(parent);
  }
  return line;
}
