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
  const empty = 'No folder is open, so there is nothing to read. Open a folder that holds a roadmap file.';
  return `${folders.length === 0 ? empty : folders.join('\n\n')}\n`;
}

function markdownOf(part: Line[number]): string {
  return typeof part === 'string' ? escapeMarkdown(part) : markdownCode(part.code);
}

function sectionsOf(status: ReadingStatus): Section[] {
  return [
    { title: 'Roadmap', lines: roadmapLines(status) },
    { title: 'Files', lines: fileLines(status) },
    {
      title: 'History',
      lines: [...gitLines(status.git), ...pastLines(status.planHistory), ...codeHistoryLines(status.codeHistory)],
    },
    { title: 'Time', lines: timeLines(status) },
    { title: 'Notes', lines: status.notes.map((note) => [note]) },
  ].filter(({ lines }) => lines.length > 0);
}

function roadmapLines({ roadmaps, notRoadmaps, scoring }: ReadingStatus): Line[] {
  const read = roadmaps.flatMap((roadmap): Line[] => {
    const { path, format, items, problems, withoutId, files } = roadmap;
    const inFiles = files === undefined ? '' : `in ${counted(files, 'file')} `;
    const words = format === 'markdown' ? 'Markdown' : format.toUpperCase();
    const nameless =
      withoutId === 0
        ? ''
        : `, ${withoutId === items ? 'none' : withoutId} of them ${withoutId === items ? 'with' : 'without'} an ID`;
    return [
      [
        { code: path },
        `: ${counted(items, 'item')} ${inFiles}read as ${words}${nameless}, ${counted(problems, 'problem')}`,
      ],
      ...understoodLines(roadmap),
    ];
  });
  const left = notRoadmaps.map((path): Line => [{ code: path }, ': left alone, since nothing in it is a roadmap']);
  const none: Line[] =
    roadmaps.length > 0
      ? []
      : [
          [
            'No roadmap was found. Looked for roadmap.yaml, .yml, .json and .md here and in docs, .waymark and .github, and for folders with a file for each item, such as backlog.',
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
  return [['scored by ', ...names, `: ${scored} of ${counted(open, 'open item')}`]];
}

/** How many names of one file are listed; the rest is counted. */
const MOST_NAMES = 30;

/** How the file's own names were understood, and which were not; nothing of a file in Waymark's own format. */
function understoodLines({ path, understood }: RoadmapStatus): Line[] {
  const known = understood.filter(({ as }) => as !== null);
  const kept = understood.filter(({ as }) => as === null);
  return [
    ...namesLine(path, ' was understood as: ', known, ({ as, count }) => ` as ${as ?? ''} (${count})`),
    ...namesLine(path, ' has fields of its own, which are kept as they are: ', kept, ({ count }) => ` (${count})`),
  ];
}

function namesLine(
  path: string,
  says: string,
  names: readonly UnderstoodName[],
  meaning: (name: UnderstoodName) => string,
): Line[] {
  if (names.length === 0) {
    return [];
  }
  const shown = names.slice(0, MOST_NAMES).flatMap((name, index): Line => {
    return [...(index > 0 ? [', '] : []), { code: name.written }, meaning(name)];
  });
  const more = names.length > MOST_NAMES ? [`, and ${names.length - MOST_NAMES} more`] : [];
  return [[{ code: path }, says, ...shown, ...more]];
}

/** What a way to search is called in a sentence, where it is not the name of a program. */
const SEARCH_WORDS: Readonly<Record<string, string | undefined>> = {
  cache: 'known from the last time',
  walk: 'searched one by one',
};

function fileLines(status: ReadingStatus): Line[] {
  if (status.searcher === undefined) {
    return [['Not searched, since there is no roadmap to link to.']];
  }
  const shown = status.skipped.slice(0, MOST_SKIPPED);
  const more = status.skipped.length - shown.length;
  return [
    [
      `${counted(status.filesSearched, 'file')} ${SEARCH_WORDS[status.searcher] ?? `searched with ${status.searcher}`}, ${status.filesRead} read, ${status.filesWithMarks} with annotations or references`,
    ],
    ...shown.map(({ path, reason }): Line => ['skipped ', { code: path }, `: ${reason}`]),
    ...(more > 0 ? [[`and ${counted(more, 'more skipped file')}`]] : []),
  ];
}

function gitLines(git: GitStatus): Line[] {
  if (!git.available) {
    return [[git.reason]];
  }
  if (git.head === null) {
    return [[`git ${git.version}: no commits yet`]];
  }
  const branch: Line = git.branch === null ? ['detached at '] : ['branch ', { code: git.branch }, ' at '];
  return [
    [`git ${git.version}, `, ...branch, { code: git.head.slice(0, 10) }],
    [`${counted(git.commits, 'commit')} read, ${git.linkedCommits} with an ID`],
    ...(git.shallow
      ? [['This is a shallow clone: older commits are missing, so findings that rest on their absence are not made.']]
      : []),
    ...(git.operation === undefined
      ? []
      : [[`A ${git.operation} is in progress: what it has not committed yet is not shown.`]]),
  ];
}

function pastLines(past: PlanHistoryStatus | undefined): Line[] {
  if (!past) {
    return [];
  }
  const { from, to, versions, isComplete } = past;
  const days = from === to ? `of ${from}` : `from ${from} to ${to}`;
  const cut = isComplete ? '' : '; older ones are missing or left out';
  return [[`past of the roadmap: ${counted(versions, 'version')} ${days}${cut}`]];
}

function codeHistoryLines(range: ReadingStatus['codeHistory']): Line[] {
  if (range === undefined || range.linked === 0) {
    return [];
  }
  const { known, linked, from, to, isUnderWay } = range;
  const which = known === linked ? 'all' : `${known} of`;
  const since = from === undefined || to === undefined ? '' : `, from ${formatDay(from)} to ${formatDay(to)}`;
  const rest = isUnderWay
    ? '; the rest is being read'
    : known === linked
      ? ''
      : '; the rest is too old, or cannot be read';
  return [[`file statistics of ${which} ${counted(linked, 'linked commit')}${since}${rest}`]];
}

function timeLines({ timings }: ReadingStatus): Line[] {
  const names = {
    roadmaps: 'roadmap',
    search: 'search',
    read: 'reading files',
    history: 'history',
    planHistory: 'past of the roadmap',
    findings: 'findings',
  };
  return Object.entries(names).flatMap(([key, name]): Line[] => {
    const time = timings[key as keyof typeof names];
    return time === undefined ? [] : [[`${name}: ${time < 10 ? time.toFixed(1) : Math.round(time)} ms`]];
  });
}
