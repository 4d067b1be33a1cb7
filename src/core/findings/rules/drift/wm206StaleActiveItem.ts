import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { RelatedCommit } from '../../../model/finding';
import type { WorkItem } from '../../../model/roadmap';
import type { PlanHistory, StatusSpan } from '../../../planHistory/planHistory';
import { statusSince } from '../../../planHistory/spans';
import { categoryOf, withDescendants } from '../../../planning/progress';
import type { Evidence, LinkedCommit } from '../../../trace/evidence';
import { latest } from '../../activity';
import { lazily } from '../../lazily';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 14,
  unit: translatable('days'),
  description: 'So many days without a commit are normal.',
};

export const staleActiveItem: Rule = {
  code: 'WM206',
  name: 'stale-active-item',
  title: translatable('Active, but no recent commit'),
  severity: 'warning',
  scope: 'item',
  concerns: { kinds: ['epic', 'story'], categories: ['active'], having: ['status', 'ownId'] },
  uses: ['planHistory'],
  settings: [DAYS],
  documentation: {
    what: 'A story or epic has an *active* status, and for more days than normal no commit named it or anything under it. A `start` date, and the day on which it became *active* in the git history of the roadmap, count like a commit: what has just begun is not stale. Without any of them nothing says since when it is active, and the rule is silent. An epic with an active story under it is left to that story. Silent where the history cannot be read or is cut off.',
    why: translatable('The work has stopped, is finished, or goes on where the plan does not see it.'),
    example: 'PAY-12 is *in progress* and its last commit is three weeks old.',
    answer:
      'Set the status to what is true (*blocked* says more than *active*), name the item in the commits, or give it a `start` date.',
  },
  check(item, evidence, { plan, trace, today, historyKnown, facts, setting }) {
    const isRecent = (day: Day | undefined) => day !== undefined && today - day <= setting(DAYS);
    if (!historyKnown || isRecent(item.start?.first) || isRecent(evidence.lastDay)) {
      return undefined;
    }
    const below = withDescendants(item, plan).slice(1);
    if (below.some((child) => child.kind !== 'task' && categoryOf(child, plan) === 'active')) {
      return undefined;
    }
    const all = [evidence, ...below.map((child) => trace.evidenceOf(child))];
    const last = all.map(({ lastDay }) => lastDay).reduce(latest, undefined);
    const active = activeSince(item, facts.planHistory);
    const became = active?.isBeginningKnown ? active.from.day : undefined;
    // The day on which the history begins says less than a stated start or a commit: it was active before.
    const since = latest(latest(last, item.start?.first), became) ?? active?.from.day;
    if (since !== undefined && !isRecent(since)) {
      return {
        message: lazily(sentence, { item, last, active, today }),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: lazily(newestCommit, { all, today }),
      };
    }
    return undefined;
  },
};

/** undefined: it is not known, or the history has another status for it than the plan that is open. */
function activeSince(item: WorkItem, history: PlanHistory | undefined): StatusSpan | undefined {
  const span = history && statusSince(history, item.id);
  return span?.category === 'active' ? span : undefined;
}

interface Known {
  readonly item: WorkItem;
  readonly last: Day | undefined;
  readonly active: StatusSpan | undefined;
  readonly today: Day;
}

function sentence(known: Known): string {
  return t('{0} is active, but {1}.', known.item.id, reason(known));
}

function reason({ item, last, active, today }: Known): string {
  if (last !== undefined) {
    return t('its last commit is of {0}, {1} ago', formatDayShort(last, today), count(today - last, 'day'));
  }
  if (item.start) {
    return t('no commit has named it since it started on {0}', formatDayShort(item.start.first, today));
  }
  if (!active) {
    return t('no commit has named it');
  }
  const day = formatDayShort(active.from.day, today);
  // Then the history begins, and it was active already.
  return active.isBeginningKnown
    ? t('no commit has named it since it became active on {0}', day)
    : t('no commit has named it since {0} or before', day);
}

/** Of two commits the later one may have the earlier day by so much, for calendars differ. */
const MOST_APART = 2;

interface Work {
  readonly all: readonly Evidence[];
  readonly today: Day;
}

function newestCommit({ all, today }: Work): RelatedCommit[] {
  return relatedCommits(newestOf(all), today);
}

/** The one that was written last, or none. */
function newestOf(all: readonly Evidence[]): LinkedCommit[] {
  let newest: LinkedCommit | undefined;
  for (const { commits } of all) {
    for (const link of commits) {
      if (!newest || isLater(link, newest)) {
        newest = link;
      }
    }
  }
  return newest ? [newest] : [];
}

/** Of nearly all commits the day tells it, which is known. */
function isLater(a: LinkedCommit, b: LinkedCommit): boolean {
  const isNear = a.day === undefined || b.day === undefined || a.day >= b.day - MOST_APART;
  return isNear && Date.parse(a.commit.date) > Date.parse(b.commit.date);
}
