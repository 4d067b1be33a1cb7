import { t } from '../words/t';
import { formatDay } from '../model/calendar';
import { counted } from './itemWords';
import { escapeMarkdown, markdownCode } from './markdown';
import type { GitStatus, PlanHistoryStatus, ReadingStatus, RoadmapStatus } from './readingStatus';
import type { UnderstoodName } from './understoodNames';

/** A heading and its lines; a line is words with the paths of the workspace in them kept apart. */
interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Words of ours, and text of the workspace that must be shown as it is. */
type Line = readonly (string | { readonly code: string })[];

/** How many skipped files are listed by name; the rest is counted by reason. */
const MOST_SKIPPED = 20;

/** What was read, skipped and why, and how long it took, for a terminal. */
export function statusText(status: ReadingStatus): string {
  const sections = sectionsOf(status).map(({ title, lines }) => {
    const body = lines.map((line) => `  ${line.map((part) => (typeof part === 'string' ? part : part.code)).join('')}`);
    return [title, ...body].join('\n');
  });
  return `${sections.join('\n\n')}\n`;
}

/** The same as a Markdown document. */
export function statusMarkdown(statuses: readonly ReadingStatus[]): string {
  const folders = statuses.map((status) => {
    const sections = sectionsOf(status).map(({ title, lines }) => {
      const body = lines.map((line) => `- ${line.map((part) => markdownOf(part)).join('')}`);
      return [`## ${title}`, '', ...body].join('\n');
    });
    return [`# ${markdownCode(status.folder)}`, ...sections].join('\n\n');
  });
  const empty = t('No folder is open, so there is nothing to read. Open a folder that holds a roadmap file.');
  return `${folders.length === 0 ? empty : folders.join('\n\n')}\n`;
}

function markdownOf(part: Line[number]): string {
  return typeof part === 'string' ? escapeMarkdown(part) : markdownCode(part.code);
}

function sectionsOf(status: ReadingStatus): Section[] {
  return [
    { title: t('Roadmap'), lines: roadmapLines(status) },
    { title: t('Files'), lines: fileLines(status) },
    {
      title: t('History'),
      lines: [...gitLines(status.git), ...pastLines(status.planHistory), ...codeHistoryLines(status.codeHistory)],
    },
    { title: t('Time'), lines: timeLines(status) },
    { title: t('Notes'), lines: status.notes.map((note) => [note]) },
  ].filter(({ lines }) => lines.length > 0);
}

/** A sentence with text of the workspace in its places. */
function lineWith(parts: readonly Line[], say: (...places: readonly string[]) => string): Line {
  const said = say(...parts.map((_, index) => `\0${index}\0`)).split('\0');
  // The numbers of the parts stand at every other place.
  return said.flatMap((words, at) => (at % 2 === 1 ? (parts[Number(words)] ?? []) : words === '' ? [] : [words]));
}

function roadmapLines({ roadmaps, notRoadmaps, scoring }: ReadingStatus): Line[] {
  const read = roadmaps.flatMap((roadmap): Line[] => {
    const { path, format, items, problems, withoutId, files } = roadmap;
    const words = format === 'markdown' ? 'Markdown' : format.toUpperCase();
    const reading =
      files === undefined
        ? t('{0} read as {1}', counted(items, 'item'), words)
        : t('{0} in {1} read as {2}', counted(items, 'item'), counted(files, 'file'), words);
    const nameless = withoutId === items ? t('none of them with an ID') : t('{0} of them without an ID', withoutId);
    const facts = [reading, ...(withoutId === 0 ? [] : [nameless]), counted(problems, 'problem')];
    return [[{ code: path }, `: ${facts.join(', ')}`], ...understoodLines(roadmap)];
  });
  const left = notRoadmaps.map((path) =>
    lineWith([[{ code: path }]], (file) => t('{0}: left alone, since nothing in it is a roadmap', file)),
  );
  const none: Line[] =
    roadmaps.length > 0
      ? []
      : [
          [
            t(
              'No roadmap was found. Looked for roadmap.yaml, .yml, .json and .md here and in docs, .waymark and .github, and for folders with a file for each item, such as backlog.',
            ),
          ],
        ];
  return [...none, ...read, ...scoringLines(scoring), ...left];
}

function scoringLines(scoring: ReadingStatus['scoring']): Line[] {
  if (!scoring) {
    return [];
  }
  const { formulas, open, scored } = scoring;
  const names = formulas.flatMap((code, index): Line => [...(index > 0 ? [', '] : []), { code }]);
  return [lineWith([names], (by) => t('scored by {0}: {1} of {2}', by, scored, counted(open, 'open item')))];
}

/** How many names of one file are listed; the rest is counted. */
const MOST_NAMES = 30;

/** How the file's own names were understood, and which were not; nothing of a file in Waymark's own format. */
function understoodLines({ path, understood }: RoadmapStatus): Line[] {
  const known = understood.filter(({ as }) => as !== null);
  const kept = understood.filter(({ as }) => as === null);
  return [
    ...namesLine(
      path,
      (file) => t('{0} was understood as:', file),
      known,
      ({ written, as, count }) =>
        lineWith([[{ code: written }]], (name) => t('{0} as {1} ({2})', name, as ?? '', count)),
    ),
    ...namesLine(
      path,
      (file) => t('{0} has fields of its own, which are kept as they are:', file),
      kept,
      ({ written, count }) => [{ code: written }, ` (${count})`],
    ),
  ];
}

function namesLine(
  path: string,
  says: (file: string) => string,
  names: readonly UnderstoodName[],
  wordsOf: (name: UnderstoodName) => Line,
): Line[] {
  if (names.length === 0) {
    return [];
  }
  const shown = names.slice(0, MOST_NAMES).flatMap((name, index): Line => {
    return [...(index > 0 ? [', '] : []), ...wordsOf(name)];
  });
  const more = names.length > MOST_NAMES ? [t(', and {0} more', names.length - MOST_NAMES)] : [];
  return [[...lineWith([[{ code: path }]], says), ' ', ...shown, ...more]];
}

/** How files were searched, by a program where it is no way of our own. */
function searchWords(searcher: string): string {
  switch (searcher) {
    case 'cache':
      return t('known from the last time');
    case 'walk':
      return t('searched one by one');
    default:
      return t('searched with {0}', searcher);
  }
}

function fileLines(status: ReadingStatus): Line[] {
  if (status.searcher === undefined) {
    return [[t('Not searched, since there is no roadmap to link to.')]];
  }
  const shown = status.skipped.slice(0, MOST_SKIPPED);
  const more = status.skipped.length - shown.length;
  return [
    [
      t(
        '{0} {1}, {2} read, {3} with annotations or references',
        counted(status.filesSearched, 'file'),
        searchWords(status.searcher),
        status.filesRead,
        status.filesWithMarks,
      ),
    ],
    ...shown.map(({ path, reason }) => lineWith([[{ code: path }]], (file) => t('skipped {0}: {1}', file, reason))),
    ...(more > 0 ? [[t('and {0}', counted(more, 'more skipped file'))]] : []),
  ];
}

function gitLines(git: GitStatus): Line[] {
  if (!git.available) {
    return [[git.reason]];
  }
  if (git.head === null) {
    return [[t('git {0}: no commits yet', git.version)]];
  }
  return [
    lineWith([[{ code: git.head.slice(0, 10) }], [{ code: git.branch ?? '' }]], (head = '', branch = '') =>
      git.branch === null
        ? t('git {0}, detached at {1}', git.version, head)
        : t('git {0}, branch {1} at {2}', git.version, branch, head),
    ),
    [t('{0} read, {1} with an ID', counted(git.commits, 'commit'), git.linkedCommits)],
    ...(git.shallow
      ? [
          [
            t(
              'This is a shallow clone: older commits are missing, so findings that rest on their absence are not made.',
            ),
          ],
        ]
      : []),
    ...(git.operation === undefined
      ? []
      : [[t('A {0} is in progress: what it has not committed yet is not shown.', git.operation)]]),
  ];
}

function pastLines(past: PlanHistoryStatus | undefined): Line[] {
  if (!past) {
    return [];
  }
  const { from, to, versions, isComplete } = past;
  const count = counted(versions, 'version');
  const known =
    from === to
      ? t('past of the roadmap: {0} of {1}', count, from)
      : t('past of the roadmap: {0} from {1} to {2}', count, from, to);
  return [[isComplete ? known : t('{0}; older ones are missing or left out', known)]];
}

function codeHistoryLines(range: ReadingStatus['codeHistory']): Line[] {
  if (range === undefined || range.linked === 0) {
    return [];
  }
  const { known, linked, from, to, isUnderWay } = range;
  const commits = counted(linked, 'linked commit');
  const which =
    known === linked ? t('file statistics of all {0}', commits) : t('file statistics of {0} of {1}', known, commits);
  const read =
    from === undefined || to === undefined ? which : t('{0}, from {1} to {2}', which, formatDay(from), formatDay(to));
  if (isUnderWay) {
    return [[t('{0}; the rest is being read', read)]];
  }
  return [[known === linked ? read : t('{0}; the rest is too old, or cannot be read', read)]];
}

function timeLines({ timings }: ReadingStatus): Line[] {
  const names = {
    roadmaps: t('roadmap'),
    search: t('search'),
    read: t('reading files'),
    history: t('history'),
    planHistory: t('past of the roadmap'),
    findings: t('findings'),
  };
  return Object.entries(names).flatMap(([key, name]): Line[] => {
    const time = timings[key as keyof typeof names];
    return time === undefined ? [] : [[`${name}: ${time < 10 ? time.toFixed(1) : Math.round(time)} ms`]];
  });
}
