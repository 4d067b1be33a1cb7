import type { Day } from '../../../model/calendar';
import { formatDayShort } from '../../../model/calendar';
import type { WorkItem } from '../../../model/roadmap';
import { categoryOf, withDescendants } from '../../../planning/progress';
import type { LinkedCommit } from '../../../trace/evidence';
import { categorySince } from '../../../planHistory/completion';
import { lastDay } from '../../activity';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count } from '../../wording';

const DAYS: Threshold = {
  name: 'days',
  default: 14,
  unit: 'days',
  description: 'So many days without a commit are normal.',
};

export const staleActiveItem: Rule = {
  code: 'WM206',
  name: 'stale-active-item',
  title: 'Active, but no recent commit',
  severity: 'warning',
  scope: 'item',
  uses: ['planHistory'],
  settings: [DAYS],
  documentation: {
    what: 'A story or epic has an *active* status, and for more days than normal no commit named it or anything under it. A `start` date counts like a commit, and so does the day on which the history of the roadmap says that it became active: what has just begun is not stale. Without any of these nothing says since when it is active, and the rule is silent. An epic with an active story under it is left to that story. Silent where the history cannot be read or is cut off.',
    why: 'The work has stopped, is finished, or goes on where the plan does not see it.',
    example: 'PAY-12 is *in progress* and its last commit is three weeks old.',
    answer:
      'Set the status to what is true (*blocked* says more than *active*), name the item in the commits, or give it a `start` date.',
  },
  *check(item, evidence, { plan, trace, today, historyKnown, facts, setting }) {
    const { status, kind, derivedId } = item;
    if (status?.category !== 'active' || kind === 'task' || derivedId || !historyKnown) {
      return;
    }
    const below = withDescendants(item, plan).slice(1);
    if (below.some((child) => child.kind !== 'task' && categoryOf(child, plan) === 'active')) {
      return;
    }
    const commits = [evidence.commits, ...below.map((child) => trace.evidenceOf(child).commits)].flat();
    const last = lastDay(commits);
    const became = facts.planHistory && categorySince(facts.planHistory, item.id, 'active')?.day;
    const since = latest(latest(last, item.start?.first), became);
    if (since !== undefined && today - since > setting(DAYS)) {
      yield {
        message: `${item.id} is active, but ${reason({ item, last, became, today })}.`,
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedCommits(newestOf(commits), today),
      };
    }
  },
};

/** undefined: neither is known. */
function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

interface Times {
  readonly item: WorkItem;
  readonly last: Day | undefined;
  readonly became: Day | undefined;
  readonly today: Day;
}

function reason({ item, last, became, today }: Times): string {
  if (last !== undefined) {
    return `its last commit is of ${formatDayShort(last, today)}, ${count(today - last, 'day')} ago`;
  }
  const since = became === undefined ? item.start?.first : became;
  const verb = became === undefined ? 'started' : 'became so';
  return `no commit has named it${since === undefined ? '' : ` since it ${verb} on ${formatDayShort(since, today)}`}`;
}

function newestOf(commits: readonly LinkedCommit[]): LinkedCommit[] {
  return [...commits].sort((a, b) => Date.parse(b.commit.date) - Date.parse(a.commit.date)).slice(0, 1);
}
