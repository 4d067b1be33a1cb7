import { t } from '../../../words/t';
import { roleOf } from '../../../annotations/roles';
import type { ChangedCommit } from '../../../codeHistory/codeHistory';
import { itemChangesOf } from '../../../codeHistory/itemChanges';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { DateValue, Release, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { releaseFor } from '../../../planning/releases';
import type { Plan } from '../../../trace/plan';
import { headlinePlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 14,
  unit: translatable('days'),
  description: 'So long after its date a release that is not marked done still counts as frozen.',
};

export const workAfterFreeze: Rule = {
  code: 'WM508',
  name: 'work-after-freeze',
  title: translatable('Work after the freeze date'),
  severity: 'information',
  scope: 'item',
  concerns: { having: ['commits'] },
  needs: ['codeHistory'],
  settings: [DAYS],
  documentation: {
    what: 'Commits of an item changed code after the `freeze` date of its release. What a freeze is there for is left alone: fixes (`fix: …`, `Fix …`, `Bugfix`, `Hotfix`, as the subject begins, or what is wrong for a subject: `Refund fails for …`), reverts, and commits that change only tests, documents or settings. So is a release that is done or dropped, or whose date has long passed.',
    why: translatable('What comes in after the freeze is not tested as the rest was.'),
    example: 'v2.0 is frozen since 1 September; on the 4th a commit for PAY-12 adds a new gateway.',
    answer: 'Take it out or move the item to the next release, move the freeze, or accept it with a reason.',
  },
  check(item, evidence, { plan, trace, facts, today, setting }) {
    const frozen = frozenRelease(item, plan, today, setting(DAYS));
    if (!frozen || !facts.codeHistory) {
      return undefined;
    }
    const { release, freeze } = frozen;
    const late = itemChangesOf(evidence, facts.codeHistory, trace).commits.filter(
      (each) => each.day > freeze.last && isNewWork(each),
    );
    const [last] = late;
    if (last) {
      const frozenSince = t('{0} is frozen since {1}', nameOf(release), formatDayShort(freeze.last, today));
      const [on, by] = [formatDayShort(last.day, today), last.commit.author];
      return {
        message:
          late.length === 1
            ? t('{0}, but a commit on {1} changed code after that, on {2} by {3}.', frozenSince, nameOf(item), on, by)
            : t(
                '{0}, but {1} on {2} changed code after that, the last on {3} by {4}.',
                frozenSince,
                count(late.length, 'commit'),
                nameOf(item),
                on,
                by,
              ),
        place: headlinePlace(item),
        item: item.id,
        related: [
          { message: t('{0}: freeze', nameOf(release)), place: { path: release.path, span: freeze.span } },
          ...relatedCommits(late, today),
        ],
        proposal: {
          item: release.id,
          field: 'freeze',
          day: Math.max(...late.map((each) => each.day)),
          by: 'commit',
        },
      };
    }
    return undefined;
  },
};

/** undefined: the item's release is not frozen now. */
function frozenRelease(
  item: WorkItem,
  plan: Plan,
  today: Day,
  grace: number,
): { readonly release: Release; readonly freeze: DateValue } | undefined {
  const release = releaseFor(item, plan);
  const { freeze, date, status } = release ?? {};
  const isOver = (status && isFinished(status.category)) || (date && date.last + grace < today);
  return release && freeze && freeze.last < today && !isOver ? { release, freeze } : undefined;
}

function isNewWork({ commit, code }: ChangedCommit): boolean {
  return !commit.undoes && !isFix(commit.subject) && code.some(({ path }) => roleOf(path) === 'code');
}

/** IDs, brackets and signs that stand before the words of a subject: `[PAY-12] fix …`, `PAY-12: Fix …`. */
const LEAD = /^(?:[\s:\-–[\]()#]*[[(]?[\p{L}\d_]+-?\d+(?:\.\d+)*[\])]?[\s:\-–]+){0,3}/u;
const FIX = /^[^\p{L}]*(?:(?:bug|hot)[ -]?fix(?:es)?|fix(?:es|ed|up|ing)?|revert(?:s|ed)?|security|backport)\b/iu;

/** Subjects that ask for something, or name the kind of change in front (`feat: …`): they speak of what is to be, not of what is wrong. */
const DEMAND =
  /^[^\p{L}]*(?:add|allow|bring|build|bump|change|chore|ci|consolidate|convert|create|define|deprecate|docs|drop|enable|enhance|expose|extend|feat|feature|generate|implement|improve|introduce|make|migrate|move|new|optimi[sz]e|perf|provide|raise|recognize|refactor|remove|rename|replace|simplify|style|support|test|update|upgrade|use|wrap)(?!\p{L})/iu;
/** Subjects that are a defect's title: a statement of what the program does and should not, or of how it is. */
const DEFECT =
  /\b(?:always|are|bugs?|breaks|broken|can|cannot|causes|corrupt\w*|crash(?:es|ed|ing)?|cves?|deadlocks?|diverges?|do(?:es)?(?: not|n['’]t)|emits|fail(?:s|ed|ing|ures?)?|flaky|generates|hangs|ignores|inconsistent(?:ly)?|incorrect(?:ly)?|invalid|is|leaks?|may|might|loses|lost|mismatch(?:es)?|must not|never|npe|overflows?|produces|raises|regressions?|rejects|returns|should(?: be| not|n['’]t)|throws?|thrown|triggers|unexpected(?:ly)?|vulnerab\w+|wrong(?:ly)?)\b/i;

function isFix(subject: string): boolean {
  const words = subject.replace(LEAD, '');
  return (
    FIX.test(subject) || FIX.test(words) || /\bfix(?:es)?\b/i.test(words) || (!DEMAND.test(words) && DEFECT.test(words))
  );
}
