import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { Until } from '../../../model/marks';
import type { Item } from '../../../model/roadmap';
import { passedDeadline } from '../../../planning/passedDeadline';
import { categoryOf } from '../../../planning/progress';
import { asWork, type Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { PlanContext, Rule } from '../../rule';
import { count, nameOf, stateSentence } from '../../wording';
import { translatable } from '../../../words/translatable';

export const annotationPastUntil: Rule = {
  code: 'WM213',
  name: 'annotation-past-until',
  title: translatable('Annotation past its `until`'),
  severity: 'warning',
  scope: 'file',
  concerns: { having: ['deadlines'] },
  documentation: {
    what: 'An annotation says until when or for what it waits (`until: 2026-09-30`, `until: v2.0`, `until: PAY-2`), and that day has passed, that release has shipped, or that item is finished. The last day itself still counts. A release has shipped when it is *done*, or when its date has passed and everything in it is finished.',
    why: translatable('Whoever wrote it promised to come back at just this time.'),
    example: '`// TODO(PAY-12, until: 2026-09-30): drop the old endpoint` in October.',
    answer: 'Do what it asks and remove it, or say a later date, release or item.',
  },
  *check(file, { plan, trace, today }) {
    for (const annotation of file.annotations) {
      const { until, tag, certainty } = annotation;
      const passed = until && certainty === 'certain' ? whatPassed(until, { plan, today }) : undefined;
      if (until && passed) {
        yield {
          message: passed.say(tag, until.text),
          place: { path: file.path, span: until.span },
          item: trace.itemsOf(file, annotation)[0]?.id,
          related: passed.item ? [relatedItem(passed.item)] : [],
        };
      }
    }
  },
};

interface Passed {
  /** Says so of an annotation by its tag and what it says of its end. */
  readonly say: (tag: string, until: string) => string;
  readonly item?: Item;
}

function whatPassed(until: Until, { plan, today }: Pick<PlanContext, 'plan' | 'today'>): Passed | undefined {
  const deadline = passedDeadline(until, plan, today);
  switch (deadline?.kind) {
    case 'days':
      return { say: daysAgo(deadline.days.last, today) };
    case 'release': {
      const { release } = deadline;
      const isDropped = release.status?.category === 'dropped';
      return {
        say: (tag, end) =>
          isDropped
            ? t('This {0} was to last until {1}, which was dropped.', tag, end)
            : t('This {0} was to last until {1}, which has shipped.', tag, end),
        item: release,
      };
    }
    case 'item':
      return { say: whatEnded(deadline.item, plan), item: deadline.item };
    case 'unknown':
    case undefined:
      return undefined;
  }
}

function daysAgo(day: Day, today: Day): Passed['say'] {
  const last = formatDayShort(day, today);
  const days = count(today - day, 'day');
  return (tag, until) =>
    today - day === 1
      ? t('This {0} was to last until {1}; its last day, {2}, was yesterday.', tag, until, last)
      : t('This {0} was to last until {1}; its last day, {2}, was {3} ago.', tag, until, last, days);
}

function whatEnded(item: Item, plan: Plan): Passed['say'] {
  const work = asWork(item);
  return (tag, until) =>
    t(
      'This {0} was to last until {1}, and {2}.',
      tag,
      until,
      work ? stateSentence(nameOf(work), categoryOf(work, plan)) : t('the risk {0} is closed', nameOf(item)),
    );
}
