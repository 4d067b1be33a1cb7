import { t } from '../../../words/t';
import { roleOf } from '../../../annotations/roles';
import { type Coupling, couplingsOf } from '../../../codeHistory/coupling';
import { codeIndexOf } from '../../../codeHistory/codeIndex';
import { itemChangesOf } from '../../../codeHistory/itemChanges';
import { headlinePlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, listing, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const SUPPORT: Threshold = {
  name: 'support',
  default: 5,
  unit: translatable('commits'),
  description: 'Two files belong together when at least so many commits changed both.',
};
const CONFIDENCE: Threshold = {
  name: 'confidence',
  default: 80,
  unit: translatable('percent'),
  description: 'So large a part of the commits that changed the one must have changed the other.',
};
const DAYS: Threshold = {
  name: 'days',
  default: 30,
  unit: translatable('days'),
  description: 'Only items with a commit in the last so many days are looked at.',
};

/** A story that changed more files has no files of its own. */
const MOST_FILES_OF_ITEM = 60;

export const leftOutFile: Rule = {
  code: 'WM506',
  name: 'left-out-file',
  title: translatable('A file that usually changes along was left out'),
  severity: 'off',
  scope: 'item',
  concerns: { kinds: ['story', 'task'], categories: ['active', 'done'], having: ['commits'] },
  needs: ['codeHistory'],
  settings: [SUPPORT, CONFIDENCE, DAYS],
  documentation: {
    what: 'The commits of an *active* or *done* story or task changed a file, and not another one that nearly all other linked commits on that file changed as well. Only items with recent commits are looked at. Documents, lists of packages, files that are gone, and commits that changed more than 20 files do not count. The item’s own commits are left out of the counting.',
    why: translatable(
      'What always changes together depends on one another; who changes only one half may have forgotten the other.',
    ),
    example: 'PAY-12 changed `src/api.ts`, but not `src/client.ts`, which 9 of the 10 other commits on it changed too.',
    answer:
      'Look whether the other file has to change too. If not, nothing is to be done: the hint goes away with time.',
  },
  *check(item, evidence, { plan, trace, facts, today, setting }) {
    const { codeHistory } = facts;
    if (!codeHistory || codeHistory.range.isUnderWay) {
      return;
    }
    const { commits, paths } = itemChangesOf(evidence, codeHistory, trace);
    const [newest] = commits;
    if (!newest || today - newest.day > setting(DAYS) || paths.size > MOST_FILES_OF_ITEM) {
      return;
    }
    const bounds = { support: setting(SUPPORT), confidence: setting(CONFIDENCE) / 100 };
    const code = new Set([...paths].filter((path) => roleOf(path) === 'code'));
    const left = couplingsOf(code, codeIndexOf(codeHistory, plan), bounds, new Set(commits)).filter(
      ({ partner }) => !paths.has(partner),
    );
    if (left.length > 0) {
      const files = listing(left.map(words));
      yield {
        message:
          left.length === 1
            ? t('{0} left out 1 file that usually changes together with its own: {1}.', nameOf(item), files)
            : t(
                '{0} left out {1} that usually change together with its own: {2}.',
                nameOf(item),
                count(left.length, 'file'),
                files,
              ),
        place: headlinePlace(item),
        item: item.id,
        related: relatedCommits(commits, today),
        paths: left.map(({ partner }) => partner),
      };
    }
  },
};

function words({ file, partner, support, commits }: Coupling): string {
  return t('{0} (in {1} of {2} on {3})', partner, support, count(commits, 'other commit'), file);
}
