import { type Day, formatDayShort } from '../../../model/calendar';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import { releaseFor } from '../../../planning/releases';
import type { Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';

export const endsTooLate: Rule = {
  code: 'WM303',
  name: 'ends-too-late',
  title: 'Ends after its release, freeze or epic',
  severity: 'warning',
  scope: 'item',
  documentation: {
    what: "An open item is due after the date of its release, after the release's `freeze`, or after what it is part of is due. Of a month or quarter that is compared with a day, only a surely later one counts.",
    why: 'Both dates cannot be kept.',
    example: 'PAY-14 is due on 20 October and planned for v2.0, which is due on the 15th.',
    answer: 'Move one of the dates, or move the item to a later release.',
  },
  *check(item, _evidence, { plan, today }) {
    const due = item.due && isFinished(categoryOf(item, plan)) ? undefined : item.due;
    const limit = due && firstLimit(item, plan, due.first);
    if (due && limit) {
      yield {
        message: `${nameOf(item)} is due on ${formatDayShort(due.last, today)}, after ${limit.what} on ${formatDayShort(limit.day, today)}.`,
        place: { path: item.path, span: due.span },
        item: item.id,
        related: [relatedItem(limit.owner)],
      };
    }
  },
};

/** The earliest day that the item's end comes too late for. */
function firstLimit(item: WorkItem, plan: Plan, end: Day) {
  const release = releaseFor(item, plan);
  const parent = plan.parentOf(item);
  return [
    ...(release?.date ? [{ owner: release, what: `its release ${nameOf(release)}`, day: release.date.last }] : []),
    ...(release?.freeze
      ? [{ owner: release, what: `the freeze of ${nameOf(release)}`, day: release.freeze.last }]
      : []),
    ...(parent?.due
      ? [{ owner: parent, what: `the end of ${nameOf(parent)}, which it is part of,`, day: parent.due.last }]
      : []),
  ]
    .sort((a, b) => a.day - b.day)
    .find(({ day }) => day < end);
}
