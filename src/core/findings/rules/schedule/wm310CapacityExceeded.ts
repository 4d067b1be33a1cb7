import { t } from '../../../words/t';
import type { Day } from '../../../model/calendar';
import { type Load, overloads } from '../../../planning/capacity';
import { deadlineWords } from '../../../report/scheduleWords';
import { fieldPlace, MOST_RELATED, relatedItem } from '../../places';
import type { Draft, Rule, Threshold } from '../../rule';
import { count, listingOf, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 100,
  unit: translatable('%'),
  description: 'So much of what can be done in time may be planned.',
};

export const capacityExceeded: Rule = {
  code: 'WM310',
  name: 'capacity-exceeded',
  title: translatable('More planned than can be done in time'),
  severity: 'warning',
  scope: 'plan',
  settings: [PERCENT],
  documentation: {
    what: "Somebody in `team` has more open work in a release than they can finish by its freeze or date, at their `capacity` (points in a sprint of 10 working days), without weekends and holidays; or the whole team has, where everybody's capacity is stated. Work that is due earlier takes its time first. Work without an estimate counts as nothing, so what is told is the least; it is silent on releases whose date has passed.",
    why: translatable('What does not fit into the time is late, or is done in a hurry.'),
    example: 'Ana finishes 8 points a sprint, and has 21 points in v2.0, which is due in three weeks.',
    answer: 'Give some of the work to others, move it to a later release, or correct the estimates or the capacity.',
  },
  *check(plan, { today, holidays, setting, sameAsBefore }) {
    const tolerance = setting(PERCENT) / 100;
    for (const load of overloads(plan, today, holidays, { tolerance, mostItems: MOST_RELATED })) {
      const { release, person, unit, planned, available, unknown, items } = load;
      const subject = `${release.id} ${person ? `of ${person.id}` : ''}`;
      const values = [release, person, unit, planned, available, unknown, ...load.releases, ...items];
      yield sameAsBefore(subject, values, () => overloadDraft(load, today));
    }
  },
};

function overloadDraft(load: Load, today: Day): Draft {
  const { release, deadline, unknown, items } = load;
  const more = unknown === 0 ? '' : ` ${t('{0} on top.', count(unknown, 'item without estimate comes'))}`;
  return {
    message: `${loadSentence(load, today)}${more}`,
    place: fieldPlace(release, deadline.kind === 'freeze' ? 'freeze' : 'date'),
    item: release.id,
    related: items.map((item) => relatedItem(item)),
  };
}

function loadSentence(load: Load, today: Day): string {
  const { person, planned, available, unit, workingDays, capacity, deadline } = load;
  const who = person ? person.name : t('The team');
  const where = listingOf(load.releases, nameOf);
  const by = deadlineWords(deadline, today);
  // Less is too much where a team wants some of its time to be left.
  const share = planned > available ? undefined : `${Math.round((planned / available) * 100)}%`;
  if (unit === 'days') {
    const left =
      available === 1
        ? t('but there is only {0} until {1}', available, by)
        : t('but there are only {0} until {1}', available, by);
    const limit = share ? t('{0} of the {1} until {2}', share, available, by) : left;
    return t('{0} has {1} of open work in {2}, {3}.', who, count(rounded(planned), 'working day'), where, limit);
  }
  const can = rounded(available);
  const limit = share
    ? t('{0} of the {1} that can be done until {2}', share, can, by)
    : t('but can do only {0} until {1}', can, by);
  const time = t('{0} at {1} a sprint', count(workingDays, 'working day'), count(rounded(capacity), 'point'));
  return t('{0} has {1} of open work in {2}, {3}: {4}.', who, count(rounded(planned), 'point'), where, limit, time);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
