import { t } from '../../../words/t';
import { roleOf } from '../../../annotations/roles';
import type { CodeHistory } from '../../../codeHistory/codeHistory';
import type { Related } from '../../../model/finding';
import type { WorkItem } from '../../../model/roadmap';
import { withDescendants } from '../../../planning/progress';
import type { LinkedCommit } from '../../../trace/evidence';
import { namedPathTest, readNamedPath } from '../../../trace/namedPath';
import type { Plan } from '../../../trace/plan';
import { standingOf } from '../../../trace/standing';
import { annotationPlace, fieldPlace, relatedCommits } from '../../places';
import type { Rule, Threshold, TraceContext } from '../../rule';
import { count, listing, nameOf } from '../../wording';
import { asksForWork, isCertain } from '../../workTags';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 50,
  unit: translatable('percent'),
  description: 'Up to this share of the code files that its commits changed may lie elsewhere.',
};

export const workOutsideCode: Rule = {
  code: 'WM214',
  name: 'work-outside-code',
  title: translatable('Work outside of where it is expected'),
  severity: 'information',
  scope: 'item',
  concerns: { having: ['code'] },
  uses: ['codeHistory'],
  settings: [PERCENT],
  documentation: {
    what: 'An item says under `code` where its work is expected, and annotations or trace tags (`@implements PAY-12`) name it elsewhere, or most code files that its commits changed lie elsewhere. Tasks count with their story unless they have `code` of their own. Tests, documents, the roadmap, files at the top of the folder and mere mentions are left alone: they belong to every story.',
    why: translatable('The story reaches further than planned, or the work went under the wrong ID.'),
    example: 'PAY-12 has `code: ["src/refunds/**"]`, and its commits changed mostly `src/billing/`.',
    answer: 'Add the place to `code`, or name the right item in the code.',
  },
  *check(item, _evidence, context) {
    const expected = item.code.map(({ name }) => name).filter((name) => readNamedPath(name).kind === 'inside');
    if (expected.length < item.code.length) {
      return;
    }
    const isExpected = namedPathTest(expected);
    const isElsewhere = (path: string) => isWork(path, context.plan) && !isExpected(path);
    const marks = marksElsewhere(item, isElsewhere, context);
    const commits = commitsElsewhere(item, isElsewhere, context);
    const said = [marks, commits].flatMap((each) => each?.said ?? []);
    if (said.length > 0) {
      yield {
        message: t(
          'The work of {0} is expected in {1}, but {2}.',
          nameOf(item),
          listing(expected),
          said.reduce((all, each) => t('{0}, and {1}', all, each)),
        ),
        place: fieldPlace(item, 'code'),
        item: item.id,
        related: [marks, commits].flatMap((each) => each?.related ?? []),
        paths: [...new Set([marks, commits].flatMap((each) => each?.paths ?? []))],
      };
    }
  },
};

interface Elsewhere {
  /** The rest of a sentence. */
  readonly said: string;
  readonly related: readonly Related[];
  readonly paths: readonly string[];
}

type Test = (path: string) => boolean;

/** Lists of packages, change logs and the like lie at the top, and every story may touch them. */
function isWork(path: string, plan: Plan): boolean {
  return path.includes('/') && roleOf(path) === 'code' && !plan.roadmapPaths.has(path);
}

function evidenceOfAll(item: WorkItem, { plan, trace }: TraceContext) {
  return withDescendants(item, plan)
    .filter((each) => each === item || each.code.length === 0)
    .map((each) => trace.evidenceOf(each));
}

function marksElsewhere(item: WorkItem, isElsewhere: Test, context: TraceContext): Elsewhere | undefined {
  const all = evidenceOfAll(item, context);
  const annotations = all
    .flatMap((evidence) => evidence.annotations)
    .filter((link) => isCertain(link) && asksForWork(link.annotation) && isElsewhere(link.file.path));
  const tags = all
    .flatMap((evidence) => evidence.references)
    .filter(({ reference, certainty, file }) => {
      const isTag = reference.via === 'implements' || reference.via === 'story';
      return isTag && certainty === 'certain' && isElsewhere(file.path);
    });
  const related = [
    ...annotations.map((link) => ({
      message: t('{0} in {1}', link.annotation.tag, link.file.path),
      place: annotationPlace(link),
    })),
    ...tags.map(({ file, reference }) => ({
      message: t('Trace tag in {0}', file.path),
      place: { path: file.path, span: reference.mention.span },
    })),
  ];
  const paths = [...new Set([...annotations, ...tags].map(({ file }) => file.path))];
  const what = [
    ...(annotations.length > 0 ? [count(annotations.length, 'annotation')] : []),
    ...(tags.length > 0 ? [count(tags.length, 'trace tag')] : []),
  ];
  if (related.length === 0) {
    return undefined;
  }
  const said =
    related.length === 1
      ? t('{0} names it in {1}', listing(what), listing(paths))
      : t('{0} name it in {1}', listing(what), listing(paths));
  return { said, related, paths };
}

function commitsElsewhere(item: WorkItem, isElsewhere: Test, context: TraceContext): Elsewhere | undefined {
  const { facts, plan, trace, today, setting } = context;
  const history = facts.codeHistory;
  if (!history) {
    return undefined;
  }
  const commits = evidenceOfAll(item, context).flatMap(({ commits: own }) => standingOf(own, trace).standing);
  const files = new Map<string, LinkedCommit>();
  for (const link of commits.filter(isWorkOn)) {
    for (const path of pathsOf(link, history).filter((each) => isWork(each, plan))) {
      files.set(path, link);
    }
  }
  const elsewhere = [...files.keys()].filter(isElsewhere).sort();
  if (elsewhere.length * 100 <= files.size * setting(PERCENT)) {
    return undefined;
  }
  const shown = [...new Set(elsewhere.flatMap((path) => files.get(path) ?? []))];
  return {
    said: elsewhereWords(elsewhere, files.size),
    related: relatedCommits(shown, today),
    paths: elsewhere,
  };
}

function elsewhereWords(elsewhere: readonly string[], files: number): string {
  if (files === 1) {
    return t('the only code file that its commits changed lies elsewhere: {0}', listing(elsewhere));
  }
  const all = count(files, 'code file');
  return elsewhere.length === 1
    ? t('{0} of {1} that its commits changed lies elsewhere: {2}', elsewhere.length, all, listing(elsewhere))
    : t('{0} of {1} that its commits changed lie elsewhere: {2}', elsewhere.length, all, listing(elsewhere));
}

function isWorkOn({ certainty, mention }: LinkedCommit): boolean {
  return certainty === 'certain' && mention.via.some((place) => place !== 'body');
}

function pathsOf({ commit }: LinkedCommit, history: CodeHistory): string[] {
  return (history.changesOf(commit.sha) ?? []).map(({ path }) => path);
}
