import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { DateValue, Named, Release, WorkItem } from '../../../model/roadmap';
import { categoryOf, dependsOnOpenWork, isOpen } from '../../../planning/progress';
import { releaseFor } from '../../../planning/releases';
import { scheduleOf } from '../../../planning/schedule';
import { basisSentence, sureWorks } from '../../../report/scheduleWords';
import { lazily } from '../../lazily';
import { relatedOther } from '../../places';
import type { Draft, PlanContext, Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const startsBeforeDependency: Rule = {
  code: 'WM304',
  name: 'starts-before-dependency',
  title: translatable('Starts before what it depends on ends'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'], having: ['depends'] },
  reachedBy: 'schedule',
  documentation: {
    what: 'An open item starts before an open item that it depends on is due, or is planned for an earlier release than that one. Of months and quarters only surely contradicting ones count. Also an item that has not begun and starts before the schedule lets the other one end: there only estimates in days, dates, and points of owners with a `capacity` count, and the message says which.',
    why: translatable('The plan cannot be carried out in this order.'),
    example: 'PAY-14 starts on 3 August and depends on PAY-11, which is due on the 20th.',
    answer: 'Move a date or an item, or remove the dependency if the work can overlap.',
  },
  check(item, _evidence, context) {
    return dependsOnOpenWork(item, context.plan) ? contradictionsOf(item, context) : undefined;
  },
};

function* contradictionsOf(item: WorkItem, context: PlanContext): Iterable<Draft> {
  const { plan } = context;
  for (const named of item.depends) {
    const needed = plan.findWork(named.name);
    if (needed && needed !== item && isOpen(needed, plan)) {
      yield* contradictions(item, named, needed, context);
    }
  }
}

function* contradictions(
  item: WorkItem,
  named: Named,
  needed: WorkItem,
  { plan, today, holidays }: PlanContext,
): Iterable<Draft> {
  const { start } = item;
  const { due } = needed;
  const place = { path: item.path, span: named.span };
  const related = relatedOther(needed, item);
  if (start && due && start.last < due.first) {
    const message = lazily(dueLaterSentence, { item, needed, start, due, today });
    yield { message, place, item: item.id, related };
  } else if (start && start.last >= today && categoryOf(item, plan) !== 'active') {
    const schedule = scheduleOf(plan, today, holidays);
    const end = schedule.finishOf(needed) ?? start.last;
    const works = start.last < end ? sureWorks(schedule.chainTo(needed), schedule) : undefined;
    if (works) {
      const day = schedule.of(item)?.earliestStart ?? end;
      const statement = t(
        '{0} starts on {1}, but {2}, which it depends on, cannot be finished before {3}.',
        nameOf(item),
        formatDayShort(start.first, today),
        nameOf(needed),
        formatDayShort(end, today),
      );
      const message = `${statement} ${basisSentence(works)}`;
      const proposal = { item: item.id, field: 'start', day, by: 'schedule' } as const;
      yield { message, place, item: item.id, related, proposal };
    }
  }
  const own = releaseFor(item, plan);
  const later = releaseFor(needed, plan);
  if (own?.date && later?.date && own.date.last < later.date.first) {
    const message = lazily(releasedLaterSentence, { item, needed, own, later });
    yield { message, place, item: item.id, related };
  }
}

interface DueLater {
  readonly item: WorkItem;
  readonly needed: WorkItem;
  readonly start: DateValue;
  readonly due: DateValue;
  readonly today: Day;
}

function dueLaterSentence({ item, needed, start, due, today }: DueLater): string {
  return t(
    '{0} starts on {1}, before {2}, which it depends on, is due on {3}.',
    nameOf(item),
    formatDayShort(start.first, today),
    nameOf(needed),
    formatDayShort(due.last, today),
  );
}

interface ReleasedLater {
  readonly item: WorkItem;
  readonly needed: WorkItem;
  readonly own: Release;
  readonly later: Release;
}

function releasedLaterSentence({ item, needed, own, later }: ReleasedLater): string {
  return t(
    '{0} is planned for {1} and depends on {2}, which is planned for the later {3}.',
    nameOf(item),
    nameOf(own),
    nameOf(needed),
    nameOf(later),
  );
}
