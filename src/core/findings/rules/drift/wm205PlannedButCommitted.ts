import { t } from '../../../words/t';
import { mayChangeCode } from '../../../codeHistory/mayChangeCode';
import { changesOtherItemFile } from '../../../codeHistory/otherItemFile';
import type { Day } from '../../../model/calendar';
import type { WorkItem } from '../../../model/roadmap';
import { habitsOf } from '../../../planning/habits';
import type { LinkedCommit } from '../../../trace/evidence';
import { standingOf } from '../../../trace/standing';
import { onDay } from '../../activity';
import { lazily } from '../../lazily';
import { fieldPlace, lazyCommits } from '../../places';
import type { Rule } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const plannedButCommitted: Rule = {
  code: 'WM205',
  name: 'planned-but-committed',
  title: translatable('Planned, but commits exist'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['planned'], having: ['commits'] },
  uses: ['codeHistory'],
  documentation: {
    what: 'An item is *planned*, and commits name it in their subject, in a trailer or by their branch. A mention in the body is not enough (it often only points to something related), and neither are commits that were reverted, nor ones that are known to have changed nothing but documents and roadmaps, or the file of another item that had the same ID. An item without a status counts as planned where other items of the file have one.',
    why: translatable('The work has begun, and the plan does not show it.'),
    example: 'PAY-14 is *planned*; last week brought `PAY-14: first cut of payouts`.',
    answer: 'Set the status to what is true. If the commits named the wrong item, add an `ignore` entry that says so.',
  },
  check(item, evidence, { plan, trace, today, facts }) {
    // Plain lists have no statuses at all, and then a missing one says nothing.
    const isMeant =
      item.status !== undefined ||
      (plan.childrenOf(item).length === 0 && habitsOf(plan).filesWithStatuses.has(item.path));
    if (!isMeant) {
      return undefined;
    }
    const { standing } = standingOf(evidence.commits, trace);
    const commits = standing.filter(
      (link) =>
        isWork(link) &&
        mayChangeCode(link, plan.roadmapPaths, facts.codeHistory) &&
        !changesOtherItemFile(link, item, facts.codeHistory),
    );
    const [last] = commits;
    if (last) {
      return {
        message: lazily(sentence, { item, last, commits, today }),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: lazyCommits(commits, today),
      };
    }
    return undefined;
  },
};

interface BegunWork {
  readonly item: WorkItem;
  readonly last: LinkedCommit;
  readonly commits: readonly LinkedCommit[];
  readonly today: Day;
}

function sentence({ item, last, commits, today }: BegunWork): string {
  const state = item.status
    ? t('{0} is planned', nameOf(item))
    : t('{0} has no status and so counts as planned', nameOf(item));
  const [on, by] = [onDay(last, today), last.commit.author];
  return commits.length === 1
    ? t('{0}, but 1 commit names it,{1} by {2}.', state, on, by)
    : t('{0}, but {1} name it, the last{2} by {3}.', state, count(commits.length, 'commit'), on, by);
}

function isWork({ certainty, mention }: LinkedCommit): boolean {
  return certainty === 'certain' && mention.via.some((place) => place !== 'body');
}
