import { type Day, formatDayShort } from '../../../model/calendar';
import type { Until } from '../../../model/marks';
import type { Item } from '../../../model/roadmap';
import { passedDeadline } from '../../../planning/passedDeadline';
import { categoryOf } from '../../../planning/progress';
import { asWork, type Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { PlanContext, Rule } from '../../rule';
import { count, nameOf, stateSentence } from '../../wording';

export const annotationPastUntil: Rule = {
  code: 'WM213',
  name: 'annotation-past-until',
  title: 'Annotation past its `until`',
  severity: 'warning',
  scope: 'file',
  concerns: { having: ['deadlines'] },
  documentation: {
    what: 'An annotation says until when or for what it waits (`until: 2026-09-30`, `until: v2.0`, `until: PAY-2`), and that day has passed, that release has shipped, or that item is finished. The last day itself still counts. A release has shipped when it is *done*, or when its date has passed and everything in it is finished.',
    why: 'Whoever wrote it promised to come back at just this time.',
    example: '`// TODO(PAY-12, until: 2026-09-30): drop the old endpoint` in October.',
    answer: 'Do what it asks and remove it, or say a later date, release or item.',
  },
  *check(file, { plan, trace, today }) {
    for (const annotation of file.annotations) {
      const { until, tag, certainty } = annotation;
      const passed = until && certainty === 'certain' ? whatPassed(until, { plan, today }) : undefined;
      if (until && passed) {
        yield {
          message: `This ${tag} was to last until ${until.text}${passed.how}.`,
          place: { path: file.path, span: until.span },
          item: trace.itemsOf(file, annotation)[0]?.id,
          related: passed.item ? [relatedItem(passed.item)] : [],
        };
      }
    }
  },
};

interface Passed {
  /** The end of a sentence. */
  readonly how: string;
  readonly item?: Item;
}

function whatPassed(until: Until, { plan, today }: Pick<PlanContext, 'plan' | 'today'>): Passed | undefined {
  const deadline = passedDeadline(until, plan, today);
  switch (deadline?.kind) {
    case 'days':
      return { how: daysAgo(deadline.days.last, today) };
    case 'release': {
      const { release } = deadline;
      const how = release.status?.category === 'dropped' ? ', which was dropped' : ', which has shipped';
      return { how, item: release };
    }
    case 'item':
      return { how: whatEnded(deadline.item, plan), item: deadline.item };
    case 'unknown':
    case undefined:
      return undefined;
  }
}

function daysAgo(day: Day, today: Day): string {
  const ago = today - day === 1 ? 'yesterday' : `${count(today - day, 'day')} ago`;
  return `; its last day, ${formatDayShort(day, today)}, was ${ago}`;
}

function whatEnded(item: Item, plan: Plan): string {
  const work = asWork(item);
  return work
    ? `, and ${nameOf(work)} ${stateSentence(categoryOf(work, plan))}`
    : `, and the risk ${nameOf(item)} is closed`;
}
