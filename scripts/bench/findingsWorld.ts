import type { Facts } from '../../src/core/findings/facts';
import { annotationAges, type AgedAnnotation } from '../../src/core/codeHistory/annotationAges';
import { type CodeHistory, CodeHistoryBuilder, type FileChange } from '../../src/core/codeHistory/codeHistory';
import { looksLikeOwnCode } from '../../src/core/codeHistory/ownCode';
import { type Day, dayOfTimestamp, parseDayRange } from '../../src/core/model/calendar';
import type { Commit } from '../../src/core/model/commit';
import { LineTable } from '../../src/core/model/lineTable';
import type { Annotation, FileMarks, Mention, Reference } from '../../src/core/model/marks';
import type { Roadmap } from '../../src/core/model/roadmap';
import { historyOfPlan, type PlanVersion } from '../../src/core/planHistory/historyOfPlan';
import type { PlanHistory } from '../../src/core/planHistory/planHistory';
import { type StatedItem, statedPlan } from '../../src/core/planHistory/statedItem';
import { Trace } from '../../src/core/trace/trace';
import { randomNumbers, type RandomNumbers } from './randomNumbers';
import { roadmapText } from './roadmapText';

export const STORIES = 10_000;
const KEY = 'WORK';
const FILES = 6_000;
/** In each file; half of them are annotations. */
const MARKS = 10;
const COMMITS = 40_000;
/** So many of them have known files, as where the history is longer than what is read of it. */
const COMMITS_WITH_FILES = 5_000;
const PLAN_VERSIONS = 300;
const TAGS = ['TODO', 'FIXME', 'NOTE'] as const;
export const TODAY = dayOf('2027-01-10');

/**
 * A large plan with a team and estimates, so that what is scheduled and added up is no less than in a plan that is kept well.
 * Most of it fits into its time.
 */
export function largePlan(): string {
  const random = randomNumbers(4);
  const estimated = roadmapText(KEY, STORIES, randomNumbers(1)).replace(
    /^( +)owner: .*$/gm,
    (owner: string, indent: string) => `${owner}\n${indent}estimate: ${1 + random.below(8)}`,
  );
  const team = Array.from(
    { length: 40 },
    (_, person) => `  - name: person${person}\n    capacity: ${200 + (person % 7)}`,
  );
  return estimated.replace('releases:', `team:\n${team.join('\n')}\nreleases:`);
}

/** The same plan with another status of one story. */
export function withStatus(text: string, story: number, status: string): string {
  const at = text.indexOf('status: ', text.indexOf(`- id: ${KEY}-${story}\n`));
  return `${text.slice(0, at)}status: ${status}${text.slice(text.indexOf('\n', at))}`;
}

/** The same plan with another title of one story. */
export function withTitle(text: string, story: number, title: string): string {
  const at = text.indexOf('title: ', text.indexOf(`- id: ${KEY}-${story}\n`));
  return `${text.slice(0, at)}title: ${title}${text.slice(text.indexOf('\n', at))}`;
}

/** Code and commits that name the stories of the plan. */
export function linkedTrace(roadmap: Roadmap): Trace {
  const trace = new Trace();
  const random = randomNumbers(3);
  const pick = storyPicker(roadmap, randomNumbers(2));
  for (let file = 0; file < FILES; file++) {
    trace.replaceFile(pathOf(file), marksOf(file, pick, random));
  }
  const commits = Array.from({ length: COMMITS }, (_, age) => commitOf(age, pick('commit'), random));
  trace.addCommits(commits, commits.length);
  trace.setRoadmaps([roadmap]);
  return trace;
}

/** Looks once at each item and at each thing that names it: whoever judges them can do no less. Adds up what it sees. */
export function lookAtEverything(trace: Trace): number {
  let seen = 0;
  for (const item of trace.plan.workItems) {
    const { annotations, references, commits } = trace.evidenceOf(item);
    seen += item.status?.category.length ?? 0;
    for (const { annotation } of annotations) {
      seen += annotation.span.start;
    }
    for (const { reference } of references) {
      seen += reference.mention.span.start;
    }
    for (const { commit } of commits) {
      seen += commit.committed;
    }
  }
  return seen;
}

/** As many as are ever looked into. */
const HOT_FILES = 300;

/** All facts, as they are known a while after a folder was opened. */
export function factsOf(trace: Trace, roadmap: Roadmap): Facts {
  const random = randomNumbers(5);
  return {
    planHistory: planHistoryOf(roadmap, random),
    codeHistory: codeHistoryOf(commitsOf(trace), random),
    annotationAges: annotationAges(agedAnnotations(trace, random)),
    nesting: { paths: new Set(Array.from({ length: HOT_FILES }, (_, file) => pathOf(file))), depthOf: () => 8 },
    workTree: { countOf: () => 1, nearest: () => [] },
    branch: `feature/${KEY}-${STORIES / 2}-totals`,
  };
}

function pathOf(file: number): string {
  return `src/part${file % 40}/file${file}.ts`;
}

/** Gives IDs of stories as work names them: begun ones rather than planned ones. */
type StoryPicker = (kind: 'annotation' | 'reference' | 'commit') => string;

function storyPicker(roadmap: Roadmap, random: RandomNumbers): StoryPicker {
  const stories = roadmap.work.flatMap(({ children }) => children);
  const idsOf = (...categories: readonly string[]) =>
    stories.flatMap(({ id, status }) => (categories.includes(status?.category ?? '') ? [id] : []));
  const open = idsOf('planned', 'active', 'blocked');
  const begun = idsOf('active', 'blocked', 'done');
  const all = stories.map(({ id }) => id);
  return (kind) => {
    const fitting = kind === 'annotation' ? open : begun;
    // The plan is not always right, so that there is something to find.
    const from = random.chance(0.98) ? fitting : all;
    return from[random.below(from.length)] ?? '';
  };
}

function marksOf(file: number, pick: StoryPicker, random: RandomNumbers): FileMarks {
  const annotations: Annotation[] = [];
  const references: Reference[] = [];
  for (let mark = 0; mark < MARKS; mark++) {
    if (mark % 2 === 0) {
      annotations.push(annotationOf(random.pick(TAGS), mentionOf(pick('annotation'), 100 * mark)));
    } else {
      const mention = mentionOf(pick('reference'), 100 * mark);
      references.push({ mention, role: mark % 3 === 0 ? 'test' : 'code', via: 'bare' });
    }
  }
  return { path: pathOf(file), annotations, references, lines: LineTable.of('') };
}

function mentionOf(id: string, start: number): Mention {
  return { id, written: id, span: { start, end: start + id.length }, certainty: 'certain' };
}

function annotationOf(tag: (typeof TAGS)[number], mention: Mention): Annotation {
  const tagSpan = { start: mention.span.start - tag.length - 1, end: mention.span.start - 1 };
  const kinds = { TODO: 'task', FIXME: 'defect', NOTE: 'note' } as const;
  return {
    tag,
    kind: kinds[tag],
    severity: tag === 'FIXME' ? 'warning' : 'information',
    span: { start: tagSpan.start, end: mention.span.end + 20 },
    tagSpan,
    message: 'retry when it fails',
    mentions: [mention],
    owner: undefined,
    until: undefined,
    priority: undefined,
    certainty: 'certain',
  };
}

/** @param age how many commits are newer */
function commitOf(age: number, id: string, random: RandomNumbers): Commit {
  const seconds = Date.parse('2027-01-09') / 1000 - age * 600;
  const person = random.below(40);
  return {
    sha: (age * 2_654_435_761).toString(16).padStart(40, '0'),
    date: new Date(seconds * 1000).toISOString(),
    committed: seconds,
    author: `Person ${person}`,
    email: `person${person}@example.org`,
    subject: `${id}: work on it`,
    mentions: [{ id, via: ['subject'], closes: random.chance(0.02), certainty: 'certain' }],
    undoes: undefined,
    coAuthors: [],
    pickedFrom: [],
  };
}

/** Newest first. */
function commitsOf(trace: Trace): Commit[] {
  const commits = trace.plan.workItems.flatMap((item) => trace.evidenceOf(item).commits.map(({ commit }) => commit));
  return commits.sort((a, b) => b.committed - a.committed);
}

/** Half of a commit's files lie in one part, and some files are changed far more often than others. */
function codeHistoryOf(commits: readonly Commit[], random: RandomNumbers): CodeHistory {
  const builder = new CodeHistoryBuilder({ isOwnCode: looksLikeOwnCode, isThere: () => true });
  for (const commit of commits.slice(0, COMMITS_WITH_FILES)) {
    const part = random.below(40);
    const paths = new Set<string>();
    for (let file = 0; file < 1 + random.below(8); file++) {
      const number = Math.floor(FILES * random.next() ** 3);
      paths.add(pathOf(random.chance(0.5) ? number - (number % 40) + part : number));
    }
    const changes = Array.from(
      paths,
      (path): FileChange => ({ path, added: random.below(60), deleted: random.below(20) }),
    );
    builder.add(commit, { changes, files: changes.length, isMerge: false });
  }
  return builder.build(commits.length, false);
}

/** The plan came bit by bit, and each version changes the status, the end or the release of some stories. */
function planHistoryOf(roadmap: Roadmap, random: RandomNumbers): PlanHistory {
  const now = statedPlan(roadmap).items;
  const items = now.map(
    (item): StatedItem => (item.category === undefined ? item : { ...item, category: 'planned', due: undefined }),
  );
  const versions = Array.from({ length: PLAN_VERSIONS }, (_, version): PlanVersion => {
    const [from, to] = [version, version + 1].map((each) => Math.floor((each / PLAN_VERSIONS) * now.length));
    for (let at = from ?? 0; at < (to ?? 0); at++) {
      const final = now[at];
      const dated = now[random.below(now.length)];
      if (final && dated) {
        items[at] = final.due && random.chance(0.3) ? { ...final, due: dated.due ?? final.due } : final;
      }
    }
    const shown = items.slice(0, Math.floor((0.5 + version / PLAN_VERSIONS) * now.length));
    // Most of what is done was finished lately.
    const day = TODAY - Math.ceil(PLAN_VERSIONS * (1 - version / PLAN_VERSIONS) ** 3);
    return {
      moment: { sha: version.toString(16).padStart(40, '0'), day, author: `Person ${random.below(40)}` },
      files: new Map([[roadmap.path, { items: version === PLAN_VERSIONS - 1 ? now : shown, isBroken: false }]]),
    };
  });
  return historyOfPlan(versions, { range: { versions: versions.length, isComplete: true } });
}

function agedAnnotations(trace: Trace, random: RandomNumbers): AgedAnnotation[] {
  const commits = commitsOf(trace);
  return [...trace.files.values()].flatMap(({ path, annotations }) =>
    annotations.flatMap((annotation): AgedAnnotation[] => {
      // The older, the fewer.
      const commit = commits[Math.floor(commits.length * random.next() ** 3)];
      const day = commit && dayOfTimestamp(commit.date);
      return !commit || day === undefined ? [] : [[path, annotation, { sha: commit.sha, day, author: commit.author }]];
    }),
  );
}

function dayOf(text: string): Day {
  const range = parseDayRange(text);
  if (!range) {
    throw new Error(`${text} is no day.`);
  }
  return range.first;
}
