import { t } from '../../../words/t';
import type { AnnotationAges, LineOrigin } from '../../../codeHistory/annotationAges';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { Related } from '../../../model/finding';
import type { WorkItem } from '../../../model/roadmap';
import type { LinkedAnnotation } from '../../../trace/evidence';
import { lazily } from '../../lazily';
import { annotationPlace, relatedAnnotations, relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { asksForWork, isCertain } from '../../workTags';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 180,
  unit: translatable('days'),
  description: 'So long an annotation may wait for its item.',
};

export const oldAnnotation: Rule = {
  code: 'WM504',
  name: 'old-annotation',
  title: translatable('Annotation has waited for long'),
  severity: 'hint',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'], having: ['annotations'] },
  needs: ['annotationAges'],
  settings: [DAYS],
  documentation: {
    what: 'An annotation that asks for work names an open item, and its line is older than normal by the history of the line (moved or re-indented lines keep their age, see `git blame -w`). It is shown once an item, at the oldest annotation. `NOTE` and `DEPRECATED` ask for nothing, and one with an `until:` day that is still to come has been given its time. Lines that are not committed have no age.',
    why: translatable('What has waited so long is either not needed or has been forgotten.'),
    example: '`// TODO(PAY-12): retry` has stood there for fourteen months.',
    answer: 'Do it, remove it, or say until when it may wait (`until: 2026-12-31`).',
  },
  check(item, evidence, { today, facts, setting }) {
    const { annotationAges } = facts;
    if (!annotationAges) {
      return undefined;
    }
    const before = today - setting(DAYS);
    const { oldest: oldestDay, links } = waitingLinks(evidence.annotations, annotationAges);
    if (oldestDay === undefined || oldestDay >= before) {
      return undefined;
    }
    const oldest = links.find((each) => hasWaited(each, before, today));
    if (oldest) {
      const waiting: Waiting = { item, oldest, links, days: setting(DAYS), today };
      return {
        message: lazily(sentence, waiting),
        place: annotationPlace(oldest.link),
        item: item.id,
        related: lazily(itemAndOthers, waiting),
      };
    }
    return undefined;
  },
};

interface Waiting {
  readonly item: WorkItem;
  /** Of those that have waited for more than so many days. */
  readonly oldest: AgedLink;
  /** All of the item's. */
  readonly links: readonly AgedLink[];
  readonly days: number;
  readonly today: Day;
}

function hasWaited({ day, until }: AgedLink, before: Day, today: Day): boolean {
  return day < before && !(until !== undefined && until >= today);
}

function othersOf({ oldest, links, days, today }: Waiting): readonly AgedLink[] {
  return links.filter((each) => each !== oldest && hasWaited(each, today - days, today));
}

function itemAndOthers(waiting: Waiting): readonly Related[] {
  return [relatedItem(waiting.item), ...relatedAnnotations(othersOf(waiting).map(({ link }) => link))];
}

function sentence(waiting: Waiting): string {
  const { item, oldest, days, today } = waiting;
  const { link, origin } = oldest;
  const others = othersOf(waiting).length;
  const { day, author } = origin;
  const since = t('{0} wrote it on {1}, {2} ago', author, formatDayShort(day, today), count(today - day, 'day'));
  return t(
    'This {0} waits for {1}, which is still open: {2}.',
    link.annotation.tag,
    nameOf(item),
    others === 0 ? since : withOthers(since, others, days),
  );
}

function withOthers(since: string, others: number, days: number): string {
  const [more, old] = [count(others, 'other annotation'), count(days, 'day')];
  return others === 1
    ? t('{0}; {1} of it is older than {2} too', since, more, old)
    : t('{0}; {1} of it are older than {2} too', since, more, old);
}

interface AgedLink {
  /** That of its origin. */
  readonly day: Day;
  /** The last day until which it says that it may wait. */
  readonly until: Day | undefined;
  readonly link: LinkedAnnotation;
  readonly origin: LineOrigin;
}

/** The annotations of an item that surely ask for work and whose age is known. */
interface WaitingLinks {
  readonly ages: AnnotationAges;
  /** The day of the first of {@link links}; undefined: there are none. */
  readonly oldest: Day | undefined;
  /** The oldest first. */
  readonly links: readonly AgedLink[];
}

/** Asked again after each change of the plan. */
const remembered = new WeakMap<readonly LinkedAnnotation[], WaitingLinks>();

function waitingLinks(links: readonly LinkedAnnotation[], ages: AnnotationAges): WaitingLinks {
  let waiting = remembered.get(links);
  if (waiting?.ages !== ages) {
    waiting = findWaiting(links, ages);
    remembered.set(links, waiting);
  }
  return waiting;
}

function findWaiting(links: readonly LinkedAnnotation[], ages: AnnotationAges): WaitingLinks {
  const waiting: AgedLink[] = [];
  for (const link of links) {
    const isOpenWork = asksForWork(link.annotation) && isCertain(link);
    const origin = isOpenWork ? ages.originOf(link.file.path, link.annotation) : undefined;
    if (origin) {
      waiting.push({ day: origin.day, until: link.annotation.until?.days?.last, link, origin });
    }
  }
  waiting.sort((a, b) => a.day - b.day);
  return { ages, oldest: waiting[0]?.day, links: waiting };
}
