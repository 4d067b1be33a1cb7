import { t } from '../../../words/t';
import type { CodeHistory } from '../../../codeHistory/codeHistory';
import { roleOf } from '../../../annotations/roles';
import { numberOfDoneStories, withDescendants } from '../../../planning/progress';
import type { LinkedCommit } from '../../../trace/evidence';
import type { Plan } from '../../../trace/plan';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 50,
  unit: translatable('percent'),
  description:
    'Where tests name fewer IDs than this share of the done stories, naming them there is no habit and the rule is silent. 0 asks for a test of every done story.',
};

export const doneWithoutTest: Rule = {
  code: 'WM212',
  name: 'done-without-test',
  title: translatable('Done without test evidence'),
  severity: 'hint',
  scope: 'item',
  concerns: { kinds: ['story'], categories: ['done'], having: ['ownId'] },
  uses: ['codeHistory'],
  settings: [PERCENT],
  documentation: {
    what: 'A story is *done*, code names it or its commits changed code, but no test names it or one of its tasks, and none of its commits changed a test or speaks of one. Only where tests usually name stories: else the absence says nothing. Silent while it is not known what all of its commits changed. A story that nothing names at all is left to WM204.',
    why: translatable('Nothing shows that what the story promised works, and keeps working.'),
    example: 'PAY-12 is *done*; the tests of the other stories say `@verifies PAY-13` and the like.',
    answer:
      'Name the story in the test that covers it (`@verifies PAY-12` in a comment). For a story without anything to test, write `ignore: [{ rule: WM212, reason: Wording only }]`.',
  },
  premise({ plan, trace, setting }) {
    return trace.testedIds * 100 >= numberOfDoneStories(plan) * setting(PERCENT);
  },
  check(item, evidence, { plan, trace, today, facts }) {
    if (evidence.isTested) {
      return undefined;
    }
    const isLeaf = plan.childrenOf(item).length === 0;
    const all = isLeaf ? [evidence] : withDescendants(item, plan).map((each) => trace.evidenceOf(each));
    const commits = all.flatMap((each) => each.commits);
    const changed = changedFiles(commits, facts.codeHistory);
    if (!changed) {
      return undefined;
    }
    const references = all.flatMap((each) => each.references);
    const inCode = references.filter(({ reference }) => reference.role === 'code').length;
    const hasCode = inCode > 0 || changed.some((path) => isCode(path, plan));
    if (hasCode && !all.some((each) => each.isTested) && !commits.some(saysTest) && !changed.some(isTest)) {
      return {
        message: t('{0} is done with {1}, but no test names it.', nameOf(item), extent(commits.length, inCode)),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedCommits(commits, today),
      };
    }
    return undefined;
  },
};

function extent(commits: number, references: number): string {
  return commits > 0 ? count(commits, 'commit') : t('{0} in code', count(references, 'reference'));
}

/** undefined: not known of every commit. */
function changedFiles(commits: readonly LinkedCommit[], history: CodeHistory | undefined): string[] | undefined {
  const paths: string[] = [];
  for (const { commit } of commits) {
    const changes = history?.changesOf(commit.sha);
    if (!changes) {
      return undefined;
    }
    changes.forEach(({ path }) => paths.push(path));
  }
  return paths;
}

function isTest(path: string): boolean {
  return roleOf(path) === 'test';
}

function isCode(path: string, plan: Plan): boolean {
  return roleOf(path) === 'code' && !plan.roadmapPaths.has(path);
}

/** Tests may stand in the same file as the code. */
function saysTest({ commit }: LinkedCommit): boolean {
  return /\b(?:tests?|tested|testing|specs?)\b/i.test(commit.subject);
}
