import type { Day } from '../../../model/calendar';
import { type Load, overloads } from '../../../planning/capacity';
import { deadlineWords } from '../../../report/scheduleWords';
import { fieldPlace, MOST_RELATED, relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, listing, nameOf } from '../../wording';

const PERCENT: Threshold = {
  name: 'percent',
  default: 100,
  unit: '%',
  description: 'So much of what can be done in time may be planned.',
};

export const capacityExceeded: Rule = {
  code: 'WM310',
  name: 'capacity-exceeded',
  title: 'More planned than can be done in time',
  severity: 'warning',
  scope: 'plan',
  settings: [PERCENT],
  documentation: {
    what: "Somebody in `team` has more open work in a release than they can finish by its freeze or date, at their `capacity` (points in a sprint of 10 working days), without weekends and holidays; or the whole team has, where everybody's capacity is stated. Work that is due earlier takes its time first. Work without an estimate counts as nothing, so what is told is the least; it is silent on releases whose date has passed.",
    why: 'What does not fit into the time is late, or is done in a hurry.',
    example: 'Ana finishes 8 points a sprint, and has 21 points in v2.0, which is due in three weeks.',
    answer: 'Give some of the work to others, move it to a later release, or correct the estimates or the capacity.',
  },
  *check(plan, { today, holidays, setting }) {
    for (const load of overloads(plan, today, holidays, setting(PERCENT) / 100)) {
      const { release, deadline, items, unknown } = load;
      const comes = unknown === 1 ? 'comes' : 'come';
      const more = unknown === 0 ? '' : ` ${count(unknown, 'item')} without an estimate ${comes} on top.`;
      yield {
        message: `${loadSentence(load, today)}${more}`,
        place: fieldPlace(release, deadline.kind === 'freeze' ? 'freeze' : 'date'),
        item: release.id,
        related: items.slice(0, MOST_RELATED).map((item) => relatedItem(item)),
      };
    }
  },
};

function loadSentence(load: Load, today: Day): string {
  const { person, planned, available, unit, workingDays, capacity, deadline } = load;
  const who = person ? person.name : 'The team';
  const where = listing(load.releases.map(nameOf));
  const by = deadlineWords(deadline, today);
  // Less is too much where a team wants some of its time to be left.
  const share = planned > available ? undefined : `${Math.round((planned / available) * 100)}%`;
  if (unit === 'days') {
    const left = `but there ${available === 1 ? 'is' : 'are'} only ${available} until ${by}`;
    const limit = share ? `${share} of the ${available} until ${by}` : left;
    return `${who} has ${count(rounded(planned), 'working day')} of open work in ${where}, ${limit}.`;
  }
  const can = rounded(available);
  const limit = share ? `${share} of the ${can} that can be done until ${by}` : `but can do only ${can} until ${by}`;
  const time = `${count(workingDays, 'working day')} at ${count(rounded(capacity), 'point')} a sprint`;
  return `${who} has ${count(rounded(planned), 'point')} of open work in ${where}, ${limit}: ${time}.`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
