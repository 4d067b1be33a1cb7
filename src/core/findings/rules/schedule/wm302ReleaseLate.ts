import { t } from '../../../words/t';
import { formatDayShort } from '../../../model/calendar';
import { categoryOf } from '../../../planning/progress';
import { openStoriesOf, storiesByRelease } from '../../../planning/releases';
import { relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { count, listingOf, headline, nameOf, stateSentence } from '../../wording';
import { translatable } from '../../../words/translatable';

export const releaseLate: Rule = {
  code: 'WM302',
  name: 'release-late',
  title: translatable('Release date passed with open items'),
  severity: 'warning',
  scope: 'plan',
  documentation: {
    what: 'The `date` of a release has passed and stories that belong to it, by their own `release` field or by that of what they are part of, are not finished. A dropped release is left alone.',
    why: translatable('Either the release is late, or its stories were moved and the plan was not.'),
    example: 'v2.0 was due on 15 October; PAY-14 is still *active* on the 18th.',
    answer: 'Move the date, move the stories to a later release, or set their status.',
  },
  *check(plan, { today }) {
    const late = plan.releases.filter(
      ({ date, status }) => date && date.last < today && status?.category !== 'dropped',
    );
    const stories = late.length > 0 ? storiesByRelease(plan) : undefined;
    for (const release of late) {
      const all = stories?.get(release) ?? [];
      const open = openStoriesOf(all, plan);
      if (!release.date || open.length === 0) {
        continue;
      }
      const since = count(today - release.date.last, 'day');
      const [name, due, items] = [nameOf(release), formatDayShort(release.date.last, today), count(all.length, 'item')];
      const names = listingOf(open, nameOf);
      yield {
        message:
          open.length === 1
            ? t('{0} was due on {1}, {2} ago, and 1 of {3} is still open: {4}.', name, due, since, items, names)
            : t(
                '{0} was due on {1}, {2} ago, and {3} of {4} are still open: {5}.',
                name,
                due,
                since,
                open.length,
                items,
                names,
              ),
        place: { path: release.path, span: release.date.span },
        item: release.id,
        related: open.map((item) => relatedItem(item, stateSentence(headline(item), categoryOf(item, plan)))),
      };
    }
  },
};
