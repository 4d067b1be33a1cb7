import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { RelatedCommit } from '../../../model/finding';
import type { WorkItem } from '../../../model/roadmap';
import type { CodeHistory } from '../../../codeHistory/codeHistory';
import { mayChangeCode } from '../../../codeHistory/mayChangeCode';
import { changesOtherItemFile } from '../../../codeHistory/otherItemFile';
import { doneSince } from '../../../planHistory/completion';
import type { PlanEvent, PlanMoment } from '../../../planHistory/planHistory';
import type { LinkedCommit } from '../../../trace/evidence';
import { standingOf } from '../../../trace/standing';
import { onDay } from '../../activity';
import { lazily } from '../../lazily';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 7,
  unit: translatable('days'),
  description: 'So long after an item is done commits may still follow: a correction, a note.',
};

export const commitsAfterDone: Rule = {
  code: 'WM208',
  name: 'commits-after-done',
  title: translatable('Work goes on after the item is done'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['done'], having: ['commits'] },
  needs: ['planHistory'],
  uses: ['codeHistory'],
  settings: [DAYS],
  documentation: {
    what: 'Commits name an item in their subject or a trailer, and were written longer after it became *done* than a correction takes. The day on which it became *done* is that of the commit that says so in the roadmap. Reverts and what was reverted, commits of whoever changed on that day what the roadmap says of the item, ones that are known to have changed nothing but documents and roadmaps, or the file of another item that had the same ID, merges, whose work is older, and mere mentions in a message do not count. Silent where the item was done when the history of the roadmap begins.',
    why: translatable('Either the item was not finished, or work is done under its name that nobody planned.'),
    example: 'PAY-12 is *done* since 3 August; `PAY-12: retry refunds` is of the 20th.',
    answer: 'Set the status back, or give the new work a story of its own and name that one in its commits.',
  },
  check(item, evidence, { plan, trace, facts, setting, today }) {
    const history = facts.planHistory;
    const done = history && doneSince(history, item.id);
    const { lastDay } = evidence;
    if (!done || lastDay === undefined || lastDay <= done.day + setting(DAYS)) {
      return undefined;
    }
    const { standing } = standingOf(evidence.commits, trace);
    const events = history.eventsOf(item.id);
    const terms: Terms = {
      item,
      events,
      codeHistory: facts.codeHistory,
      roadmapPaths: plan.roadmapPaths,
      until: done.day + setting(DAYS),
    };
    const last = standing.find((link) => isLate(link, terms));
    if (last) {
      const work: LateWork = { terms, standing, last, done, days: setting(DAYS), today };
      return {
        message: lazily(sentence, work),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: lazily(commitsOf, work),
      };
    }
    return undefined;
  },
};

/** By which a commit is late. */
interface Terms {
  readonly item: WorkItem;
  readonly events: readonly PlanEvent[];
  readonly codeHistory: CodeHistory | undefined;
  readonly roadmapPaths: ReadonlySet<string>;
  /** The last day of corrections. */
  readonly until: Day;
}

function isLate(link: LinkedCommit, { item, events, codeHistory, roadmapPaths, until }: Terms): boolean {
  return (
    link.day !== undefined &&
    link.day > until &&
    isWork(link) &&
    !isPlanning(link, events) &&
    mayChangeCode(link, roadmapPaths, codeHistory) &&
    !changesOtherItemFile(link, item, codeHistory)
  );
}

/** Commits of the roadmap name the item too; those of one person and day are one version of it. */
function isPlanning({ day, commit }: LinkedCommit, events: readonly PlanEvent[]): boolean {
  return events.some(({ moment }) => moment.day === day && moment.author === commit.author);
}

interface LateWork {
  readonly terms: Terms;
  /** Newest first, late or not. */
  readonly standing: readonly LinkedCommit[];
  /** The newest late one. */
  readonly last: LinkedCommit;
  readonly done: PlanMoment;
  readonly days: number;
  readonly today: Day;
}

function lateCommits({ standing, terms }: LateWork): LinkedCommit[] {
  return standing.filter((link) => isLate(link, terms));
}

function sentence(work: LateWork): string {
  const { terms, last, done, days, today } = work;
  const late = lateCommits(work).length;
  const by = `${last.commit.author}${onDay(last, today)}`;
  const what =
    late === 1 ? t('a commit of {0} names it', by) : t('{0} name it, the last of {1}', count(late, 'commit'), by);
  return t(
    '{0} is done since {1}, but more than {2} later {3}.',
    nameOf(terms.item),
    formatDayShort(done.day, today),
    count(days, 'day'),
    what,
  );
}

function commitsOf(work: LateWork): readonly RelatedCommit[] {
  const { done, today } = work;
  const became = t('{0}, {1}: done', formatDayShort(done.day, today), done.author);
  return [{ message: became, commit: done.sha }, ...relatedCommits(lateCommits(work), today)];
}

/** A message may mention an item in passing, and a merge brings what was done before. */
function isWork({ mention, certainty }: LinkedCommit): boolean {
  return (
    certainty === 'certain' && !mention.implied && mention.via.some((via) => via === 'subject' || via === 'trailer')
  );
}
