import { t } from '../../../words/t';
import { roleOf } from '../../../annotations/roles';
import { codeIndexOf } from '../../../codeHistory/codeIndex';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { Release, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { releaseAt } from '../../../planning/releases';
import type { Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { listing, nameOf } from '../../wording';
import { nearPlacesChanging, tagCounts, warningsIn } from './openWork';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 30,
  unit: translatable('days'),
  description: 'A release is near when its date is so far ahead, or has passed.',
};

export const warningsInReleaseCode: Rule = {
  code: 'WM501',
  name: 'warnings-in-release-code',
  title: translatable('Warnings in code that a near release changes'),
  severity: 'hint',
  scope: 'file',
  concerns: { having: ['warnings'] },
  needs: ['codeHistory'],
  settings: [DAYS],
  documentation: {
    what: 'A file holds annotations that warn of its code (`SECURITY`, `FIXME`, `HACK`, `XXX`, and tags of the team that stand for a defect, a debt or a risk), and commits of an open item whose release is near changed that file. It is shown once a file. Annotations that name other items are left alone: they are planned, or WM203 tells of them. So are tests, commits that changed more than 100 files, and reverted ones.',
    why: translatable(
      'The release delivers code that its own authors call broken or dangerous, and nobody has planned to mend it.',
    ),
    example: '`// SECURITY: compare in constant time` in `src/token.ts`, which PAY-12 changes for v2.0 in two weeks.',
    answer: 'Mend it, plan it (name an item in the annotation), or remove the annotation if it is no longer true.',
  },
  check(file, context) {
    const { plan, today, facts, setting } = context;
    if (!facts.codeHistory) {
      return undefined;
    }
    const until = today + setting(DAYS);
    const index = codeIndexOf(facts.codeHistory, plan);
    const places = nearPlacesChanging(file.path, index, context, until);
    if (places.length === 0 || roleOf(file.path) === 'test') {
      return undefined;
    }
    const near = places.flatMap((place) => nearRelease(place, plan, until) ?? []);
    const [first] = near;
    const warnings = first
      ? warningsIn(
          file,
          near.map(({ item }) => item),
          context,
        )
      : [];
    const [at] = warnings;
    if (first && at) {
      const { release, date } = first;
      const others = near.filter((each) => each.release === release).map(({ item }) => nameOf(item));
      const names = listing(others);
      const change =
        others.length === 1
          ? t('{0} changes it for {1}', names, nameOf(release))
          : t('{0} change it for {1}', names, nameOf(release));
      const day = formatDayShort(date, today);
      const due = date < today ? t('which was due on {0}', day) : t('which is due on {0}', day);
      return {
        message: t('{0} holds {1}, and {2}, {3}.', file.path, tagCounts(warnings), change, due),
        place: { path: file.path, span: at.span },
        item: first.item.id,
        related: [
          ...near.map(({ item }) => relatedItem(item)),
          ...warnings.slice(1).map(({ tag, message, span }) => ({
            message: `${tag}: ${message || t('without a message')}`,
            place: { path: file.path, span },
          })),
        ],
      };
    }
    return undefined;
  },
};

interface NearRelease {
  readonly item: WorkItem;
  readonly release: Release;
  readonly date: Day;
}

/** undefined: its release is not near, is over, or has no date. */
function nearRelease(place: number, plan: Plan, until: Day): NearRelease | undefined {
  const item = plan.workItems[place];
  const release = releaseAt(place, plan);
  const isOver = release?.status !== undefined && isFinished(release.status.category);
  return item && release?.date && !isOver && release.date.first <= until
    ? { item, release, date: release.date.last }
    : undefined;
}
