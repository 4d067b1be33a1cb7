import { t } from '../../../words/t';
import { roleOf } from '../../../annotations/roles';
import type { ChangedCommit } from '../../../codeHistory/codeHistory';
import { itemChangesOf } from '../../../codeHistory/itemChanges';
import { formatDayShort } from '../../../model/calendar';
import { nearReleaseFor } from '../../../planning/releases';
import { headlinePlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const LINES: Threshold = {
  name: 'lines',
  default: 1000,
  unit: translatable('lines'),
  description: 'So many lines of code may one commit add.',
};
/** Both how near a release and how old a commit may be: no others need their lines counted. */
export const NEAR_DAYS: Threshold = {
  name: 'days',
  default: 30,
  unit: translatable('days'),
  description: 'A release is near when its date is so far ahead, or has passed; a commit counts when it is no older.',
};

export const largeCommit: Rule = {
  code: 'WM507',
  name: 'large-commit',
  title: translatable('Large commit shortly before a release'),
  severity: 'information',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'], having: ['commits'] },
  needs: ['codeHistory'],
  settings: [LINES, NEAR_DAYS],
  documentation: {
    what: 'A recent commit of an open item whose release is near added more lines of code than normal. Tests, documents, lists of packages, files that are made by programs, moved files, deleted lines, and commits that changed more than 100 files do not count.',
    why: translatable(
      'A large change is read less closely, and there is little time left to find what is wrong with it.',
    ),
    example: 'A commit for PAY-12 adds 2,400 lines two weeks before v2.0.',
    answer: 'Let somebody else read it closely, test it beyond the usual, or move the item to the next release.',
  },
  check(item, evidence, { plan, trace, facts, today, setting }) {
    const release = nearReleaseFor(item, plan, today, setting(NEAR_DAYS));
    if (!release || !facts.codeHistory) {
      return undefined;
    }
    const { commits } = itemChangesOf(evidence, facts.codeHistory, trace);
    if (commits.length === 0) {
      return undefined;
    }
    const { date } = release;
    const large = commits
      .filter(({ day }) => today - day <= setting(NEAR_DAYS))
      .map((commit) => ({ commit, ...sizeOf(commit) }))
      .filter(({ added }) => added > setting(LINES))
      .sort((a, b) => b.added - a.added);
    const [largest] = large;
    if (largest) {
      const { commit, day } = largest.commit;
      const added = t(
        'A commit of {0} on {1} added {2} and deleted {3} of code in {4} for {5}',
        commit.author,
        formatDayShort(day, today),
        count(largest.added, 'line'),
        count(largest.deleted, 'line'),
        count(largest.files, 'file'),
        nameOf(item),
      );
      const on = formatDayShort(date.last, today);
      const due =
        date.last < today ? t('{0} was due on {1}', nameOf(release), on) : t('{0} is due on {1}', nameOf(release), on);
      const others = count(large.length - 1, 'other commit');
      const more = large.length === 2 ? t('{0} on it is large too.', others) : t('{0} on it are large too.', others);
      return {
        message: [t('{0}, and {1}.', added, due), ...(large.length === 1 ? [] : [more])].join(' '),
        place: headlinePlace(item),
        item: item.id,
        related: relatedCommits(
          large.map((each) => each.commit),
          today,
        ),
      };
    }
    return undefined;
  },
};

/** Lines that nobody counted are none, so that nothing is said of them. */
function sizeOf({ code }: ChangedCommit): { added: number; deleted: number; files: number } {
  const sum = { added: 0, deleted: 0, files: 0 };
  for (const { path, added = 0, deleted = 0 } of code) {
    if (roleOf(path) === 'code' && added + deleted > 0) {
      sum.added += added;
      sum.deleted += deleted;
      sum.files++;
    }
  }
  return sum;
}
