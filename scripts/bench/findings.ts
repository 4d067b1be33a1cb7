import { createFindings } from '../../src/core/findings/evaluation';
import { RULES } from '../../src/core/findings/registry';
import { type Day, parseDayRange } from '../../src/core/model/calendar';
import type { Commit } from '../../src/core/model/commit';
import { LineTable } from '../../src/core/model/lineTable';
import type { Annotation, FileMarks, Mention, Reference } from '../../src/core/model/marks';
import type { Roadmap } from '../../src/core/model/roadmap';
import { RoadmapReading } from '../../src/core/roadmap/reading/roadmapReading';
import { Trace } from '../../src/core/trace/trace';
import { randomNumbers, type RandomNumbers } from './randomNumbers';
import { roadmapText } from './roadmapText';
import { type Row, rowWithLimit } from './row';
import { interleaved, Sample, timeOf } from './statistics';

const ROUNDS = 15;
const STORIES = 10_000;
const FILES = 6_000;
/** In each file; half of them are annotations. */
const MARKS = 10;
const COMMITS = 40_000;
const KEY = 'WORK';
const TAGS = ['TODO', 'FIXME', 'NOTE'] as const;

/** All rules on a large plan with many links, from nothing and after one line of the roadmap changed: core alone, nothing is read. */
export async function measureFindings(): Promise<Row[]> {
  const text = roadmapText(KEY, STORIES, randomNumbers(1));
  let reading = RoadmapReading.of('roadmap.yaml', text);
  const trace = linkedTrace(storyPicker(reading.roadmap, randomNumbers(2)), randomNumbers(3));
  const join = () => trace.setRoadmaps([reading.roadmap].flatMap((roadmap) => roadmap ?? []));
  join();
  trace.takeChange();
  const circumstances = { today: dayOf('2027-01-10'), historyKnown: true, facts: {} };
  const followed = createFindings(trace, RULES);
  const everything = { plan: true, roadmaps: new Set<string>(), ids: new Set<string>(), files: new Set<string>() };
  followed.update(everything, circumstances);
  if (followed.all().length < STORIES / 100) {
    throw new Error(`Only ${followed.all().length} findings in the generated plan: nothing is measured by that.`);
  }
  let round = 0;
  const [scratch = [], line = []] = await interleaved(
    ROUNDS,
    () => {
      // What was derived from a plan is remembered with it, so each round has its own.
      join();
      trace.takeChange();
      return timeOf(() => createFindings(trace, RULES).update(everything, circumstances));
    },
    () => {
      const status = round++ % 2 === 0 ? 'done' : 'active';
      reading = reading.after(statusOfStory(text, STORIES / 2, status));
      join();
      return timeOf(() => followed.update(trace.takeChange(), circumstances));
    },
  );
  return [
    rowWithLimit('10,000 stories and 100,000 links, all rules from scratch', 'ms', new Sample(scratch).median, 150),
    rowWithLimit('one line of it, to findings', 'ms', new Sample(line).median, 10),
  ];
}

/** Gives IDs of stories as work names them: begun ones rather than planned ones. */
type StoryPicker = (kind: 'annotation' | 'reference' | 'commit') => string;

function storyPicker(roadmap: Roadmap | undefined, random: RandomNumbers): StoryPicker {
  const stories = roadmap?.work.flatMap(({ children }) => children) ?? [];
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

function linkedTrace(pick: StoryPicker, random: RandomNumbers): Trace {
  const trace = new Trace();
  for (let file = 0; file < FILES; file++) {
    const path = `src/part${file % 40}/file${file}.ts`;
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
    const marks: FileMarks = { path, annotations, references, lines: LineTable.of('') };
    trace.replaceFile(path, marks);
  }
  const commits = Array.from({ length: COMMITS }, (_, age) => commitOf(age, pick('commit'), random));
  trace.addCommits(commits, commits.length);
  return trace;
}

function mentionOf(id: string, start: number): Mention {
  return { id, written: id, span: { start, end: start + id.length }, certainty: 'certain' };
}

function annotationOf(tag: (typeof TAGS)[number], mention: Mention): Annotation {
  const tagSpan = { start: mention.span.start - tag.length - 1, end: mention.span.start - 1 };
  return {
    tag,
    kind: tag === 'NOTE' ? 'note' : 'task',
    severity: 'information',
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
  return {
    sha: (age * 2_654_435_761).toString(16).padStart(40, '0'),
    date: new Date(seconds * 1000).toISOString(),
    committed: seconds,
    author: `Person ${random.below(40)}`,
    email: 'person@example.org',
    subject: `${id}: work on it`,
    mentions: [{ id, via: ['subject'], closes: random.chance(0.02), certainty: 'certain' }],
    undoes: undefined,
    coAuthors: [],
    pickedFrom: [],
  };
}

function statusOfStory(text: string, story: number, status: string): string {
  const at = text.indexOf('status: ', text.indexOf(`- id: ${KEY}-${story}\n`));
  return `${text.slice(0, at)}status: ${status}${text.slice(text.indexOf('\n', at))}`;
}

function dayOf(text: string): Day {
  const range = parseDayRange(text);
  if (!range) {
    throw new Error(`${text} is no day.`);
  }
  return range.first;
}
