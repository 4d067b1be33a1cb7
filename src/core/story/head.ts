import { t } from '../words/t';
import { formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import { categoryOf, isOpen } from '../planning/progress';
import { estimateWords } from '../report/eventWords';
import { dueDay, itemName, ownerWords, progressWords, releaseWords, statusWords } from '../report/itemWords';
import { outlookSentences } from '../report/outlookWords';
import { scoreSentences } from '../report/scoreWords';
import { kindWord } from '../words/names';
import type { PageFact, PageHead } from './page';
import type { PageQuestion } from './question';

/** What an item is, where it belongs, how far it is and what lies ahead. */
export function pageHead<T>(item: WorkItem, question: PageQuestion<T>): PageHead<T> {
  const { trace, today, holidays, facts, targetOf } = question;
  const { plan } = trace;
  const outlook = { today, holidays, planHistory: facts.planHistory };
  const score = scoreSentences(item, plan).join(' · ');
  return {
    id: item.derivedId ? '' : item.id,
    title: item.title,
    kind: kindWord(item.kind),
    category: categoryOf(item, plan),
    status: statusWords(item, trace),
    description: item.description ?? '',
    lineage: lineageOf(item, question).map((each) => ({
      name: itemName(each),
      target: targetOf({ kind: 'story', item: each }),
    })),
    facts: headFacts(item, question),
    sentences: [...(score === '' ? [] : [score]), ...outlookSentences(item, plan, outlook)],
    target: targetOf({ kind: 'place', place: { path: item.path, span: item.headline } }),
  };
}

/** What the item is part of, the outermost first. */
function lineageOf<T>(item: WorkItem, { trace: { plan } }: PageQuestion<T>): WorkItem[] {
  const lineage: WorkItem[] = [];
  for (let at = plan.parentOf(item); at; at = plan.parentOf(at)) {
    lineage.unshift(at);
  }
  return lineage;
}

function headFacts(item: WorkItem, { trace, today }: Pick<PageQuestion<unknown>, 'trace' | 'today'>): PageFact[] {
  const isLate = item.due !== undefined && item.due.last < today && isOpen(item, trace.plan);
  const facts: readonly (readonly [label: string, value: string | undefined, tone?: 'late'])[] = [
    [t('Owner'), ownerWords(item, trace) ?? t('Nobody')],
    isLate ? [t('Due'), dueText(item, trace, today), 'late'] : [t('Due'), dueText(item, trace, today)],
    [t('Release'), releaseWords(item, trace, today)],
    [t('Estimate'), item.estimate && estimateWords(item.estimate)],
    [t('Progress'), progressWords(item, trace)],
    [t('Labels'), item.labels.map(({ name }) => name).join(', ')],
  ];
  return facts.flatMap(([label, value, tone]) =>
    value === undefined || value === '' ? [] : [{ label, value, ...(tone && { tone }) }],
  );
}

/** `3 Aug`, `overdue since 3 Aug`. */
function dueText(item: WorkItem, trace: PageQuestion<unknown>['trace'], today: number): string | undefined {
  const isOver = isFinished(categoryOf(item, trace.plan));
  return isOver ? item.due && formatDayShort(item.due.last, today) : dueDay(item, trace, today);
}
