import { roleOf } from '../../../annotations/roles';
import { codeIndexOf } from '../../../codeHistory/codeIndex';
import { relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { listing, nameOf } from '../../wording';
import { holdsWarnings, nearItemsChanging, tagCounts, warningsIn } from './openWork';
import { ofLinkedCommits } from './rangeWords';

const PERCENT: Threshold = {
  name: 'percent',
  default: 95,
  unit: 'percent',
  description: 'A file is a hotspot when so large a part of the other changed files changed less often.',
};
const COMMITS: Threshold = {
  name: 'commits',
  default: 10,
  unit: 'commits',
  description: 'A file that fewer linked commits changed is no hotspot.',
};
const DAYS: Threshold = { name: 'days', default: 30, unit: 'days', description: 'So far ahead is the near term.' };

export const hotspot: Rule = {
  code: 'WM502',
  name: 'hotspot',
  title: 'Planned work in a hotspot',
  severity: 'information',
  scope: 'file',
  needs: ['codeHistory'],
  settings: [PERCENT, COMMITS, DAYS],
  documentation: {
    what: 'A file is among those that linked commits changed most often, holds annotations that warn of it (`FIXME`, `HACK`, `XXX`, `SECURITY`), and an item that is *active*, overdue or due soon changes it. It is shown once a file. Tests, commits that changed more than 100 files, and files that are made by programs do not count.',
    why: 'Code that changes often and is known to be in bad shape is where the next defect comes from, and where estimates fail.',
    example: '31 of 400 linked commits changed `src/gateway.ts`; it holds 3 FIXMEs and PAY-12 is at work in it.',
    answer: 'Plan time to clean it up before or with the story, or split the file, so that fewer stories meet in it.',
  },
  *check(file, context) {
    const { plan, today, facts, setting } = context;
    const { codeHistory } = facts;
    if (!codeHistory || codeHistory.range.isUnderWay || !holdsWarnings(file) || roleOf(file.path) === 'test') {
      return;
    }
    const index = codeIndexOf(codeHistory, plan);
    const commits = index.files.get(file.path)?.length ?? 0;
    if (commits < setting(COMMITS) || index.rankOf(file.path) * 100 < setting(PERCENT)) {
      return;
    }
    const near = nearItemsChanging(file.path, index, context, today + setting(DAYS));
    const warnings = warningsIn(file, near, context);
    const [[first], [at]] = [near, warnings];
    if (first && at) {
      const changed = `${commits} ${ofLinkedCommits(codeHistory.range, today)} changed it`;
      yield {
        message: `${file.path} is a hotspot in which ${listing(near.map(nameOf))} ${near.length === 1 ? 'is' : 'are'} at work: ${changed}, and it holds ${tagCounts(warnings)}.`,
        place: { path: file.path, span: at.span },
        item: first.id,
        related: near.map((item) => relatedItem(item)),
      };
    }
  },
};
