import { t } from '../../../words/t';
import { codeIndexOf } from '../../../codeHistory/codeIndex';
import { relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { listingOf, nameOf } from '../../wording';
import { holdsWarnings } from '../../workTags';
import { type HotspotBounds, isChangedMost } from './hotspots';
import { nearItemsChanging, tagCounts, warningsIn } from './openWork';
import { ofLinkedCommits } from './rangeWords';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 95,
  unit: translatable('percent'),
  description: 'A file is a hotspot when so large a part of the other changed files changed less often.',
};
const COMMITS: Threshold = {
  name: 'commits',
  default: 10,
  unit: translatable('commits'),
  description: 'A file that fewer linked commits changed is no hotspot.',
};
const DAYS: Threshold = {
  name: 'days',
  default: 30,
  unit: translatable('days'),
  description: 'So far ahead is the near term.',
};
const DEPTH: Threshold = {
  name: 'depth',
  default: 7,
  unit: translatable('levels'),
  description: 'A file is much nested when at least ten lines stand so many levels deep.',
};

/** @param valueOf the team's value of a threshold of this rule */
export function hotspotBounds(valueOf: (threshold: Threshold) => number): HotspotBounds {
  return { percent: valueOf(PERCENT), commits: valueOf(COMMITS), days: valueOf(DAYS) };
}

export const hotspot: Rule = {
  code: 'WM502',
  name: 'hotspot',
  title: translatable('Planned work in a hotspot'),
  severity: 'information',
  scope: 'file',
  needs: ['codeHistory'],
  uses: ['nesting'],
  settings: [PERCENT, COMMITS, DAYS, DEPTH],
  documentation: {
    what: 'A file is among those that linked commits changed most often, it holds annotations that warn of it (`FIXME`, `HACK`, `XXX`, `SECURITY`) or is much nested, and an item that is *active*, overdue or due soon changes it. How deep it is nested is told by how far its lines are indented, comments and wrapped expressions aside, which goes with complexity (Hindle, Godfrey and Holt, 2008); of data, markup and styles it tells nothing. It is shown once a file. Tests, commits that changed more than 100 files, and files that are made by programs do not count.',
    why: translatable(
      'Code that changes often and is in bad shape, or hard to follow, is where the next defect comes from, and where estimates fail.',
    ),
    example:
      '31 of 400 linked commits changed `src/gateway.ts`; it holds 3 FIXMEs, is nested up to 8 deep, and PAY-12 is at work in it.',
    answer: 'Plan time to clean it up before or with the story, or split the file, so that fewer stories meet in it.',
  },
  unmarked: ({ nesting }) => nesting?.paths,
  check(file, context) {
    const { plan, today, facts, setting } = context;
    const { codeHistory, nesting } = facts;
    const depth = nesting?.depthOf(file.path) ?? 0;
    const isMuchNested = depth >= setting(DEPTH);
    if (!codeHistory || codeHistory.range.isUnderWay || !(isMuchNested || holdsWarnings(file))) {
      return undefined;
    }
    const index = codeIndexOf(codeHistory, plan);
    const bounds = hotspotBounds(setting);
    if (!isChangedMost(file.path, index, bounds)) {
      return undefined;
    }
    const near = nearItemsChanging(file.path, index, context, today + bounds.days);
    const warnings = warningsIn(file, near, context);
    const [[first], [at]] = [near, warnings];
    if (first && (at || isMuchNested)) {
      const commits = index.files.get(file.path)?.length ?? 0;
      const traits = [
        t('{0} {1} changed it', commits, ofLinkedCommits(codeHistory.range, today)),
        ...(at ? [t('it holds {0}', tagCounts(warnings))] : []),
        ...(isMuchNested ? [t('it is nested up to {0} deep', depth)] : []),
      ];
      const names = listingOf(near, nameOf);
      const said = t('{0}, and {1}', traits.slice(0, -1).join(', '), traits.at(-1) ?? '');
      return {
        message:
          near.length === 1
            ? t('{0} is a hotspot in which {1} is at work: {2}.', file.path, names, said)
            : t('{0} is a hotspot in which {1} are at work: {2}.', file.path, names, said),
        place: { path: file.path, span: at?.span ?? BEGINNING },
        item: first.id,
        related: near.map((item) => relatedItem(item)),
      };
    }
    return undefined;
  },
};

/** What is said of a file as a whole. */
const BEGINNING = { start: 0, end: 0 };
