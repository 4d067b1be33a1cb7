import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { Release } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import type { RemainingWork } from '../../../planning/remainingWork';
import type { Deadline } from '../../../planning/deadline';
import { type CriticalPath, scheduleOf } from '../../../planning/schedule';
import { workingDays } from '../../../planning/workingDays';
import { basisSentence, chainWords } from '../../../report/scheduleWords';
import { fieldPlace, MOST_RELATED, relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 0,
  unit: translatable('working days'),
  description: 'So little slack is told; 0: none at all.',
};

export const noSlack: Rule = {
  code: 'WM311',
  name: 'no-slack',
  title: translatable('Critical path has no slack'),
  severity: 'warning',
  scope: 'plan',
  settings: [DAYS],
  documentation: {
    what: "The longest chain of open work that a release waits for (its critical path: Kelley and Walker's method, 1959) ends on the day of its freeze or date, or after it. Work takes as long as an estimate in days says, else as long as from `start` to `due`, else its points at the owner's `capacity` (points in a sprint of 10 working days), or at the average of the team; of active work the time since its `start` is over. Weekends and holidays are left out. Work of which nobody knows how long it takes counts as no time, so the truth is later rather than sooner. Silent where the date has passed, and where the chain is one item that merely states its own dates.",
    why: translatable(
      'Whatever goes wrong in that chain moves the release, and it is the only place where help makes it earlier.',
    ),
    example: 'PAY-11 takes 5 days, then PAY-12 takes 8, and v2.0 is due in 13 working days.',
    answer: 'Shorten or split the chain, let work overlap, move some of it to a later release, or move the date.',
  },
  *check(plan, { today, holidays, setting }) {
    if (!plan.releases.some((release) => release.date ?? release.freeze)) {
      return;
    }
    const schedule = scheduleOf(plan, today, holidays);
    for (const release of plan.releases) {
      const path = release.status && isFinished(release.status.category) ? undefined : schedule.criticalPathOf(release);
      if (path?.deadline && path.deadline.day >= today && path.slack !== undefined && path.slack <= setting(DAYS)) {
        const works = path.items.flatMap((item) => schedule.workOf(item) ?? []);
        if (saysMoreThanDates(works)) {
          yield {
            message: `${pathSentence(release, path, path.slack, path.deadline, today)} ${basisSentence(works)}`,
            place: fieldPlace(release, path.deadline.kind === 'freeze' ? 'freeze' : 'date'),
            item: release.id,
            related: path.items.slice(0, MOST_RELATED).map((item) => relatedItem(item)),
            proposal: {
              item: release.id,
              field: path.deadline.kind === 'freeze' ? 'freeze' : 'date',
              day: workingDays(holidays).add(path.earliestFinish, setting(DAYS) + 1),
              by: 'slack',
            },
          };
        }
      }
    }
  },
};

/** One item that states when it begins and ends is no chain. */
function saysMoreThanDates(works: readonly RemainingWork[]): boolean {
  const [first, second] = works.filter(({ days }) => days > 0);
  return first !== undefined && (second !== undefined || first.basis !== 'dates');
}

function pathSentence(
  release: Release,
  { items, earliestFinish }: CriticalPath,
  slack: number,
  deadline: Deadline,
  today: Day,
): string {
  return t(
    '{0} cannot be finished before {1}, {2}: {3}.',
    nameOf(release),
    formatDayShort(earliestFinish, today),
    slackSentence(slack, deadline, today),
    chainWords(items),
  );
}

function slackSentence(slack: number, { kind, day }: Deadline, today: Day): string {
  const date = formatDayShort(day, today);
  const limit = kind === 'freeze' ? t('its freeze, {0}', date) : t('its date, {0}', date);
  if (slack < 0) {
    return t('{0} after {1}', count(-slack, 'working day'), limit);
  }
  return slack === 0
    ? t('which leaves no slack to {0}', limit)
    : t('which leaves {0} to {1}', count(slack, 'working day'), limit);
}
