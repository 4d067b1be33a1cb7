import { t } from '../words/t';
import { roleOf } from '../annotations/roles';
import { type CodeHistory, dayOfCommit } from '../codeHistory/codeHistory';
import { count, listing } from '../findings/wording';
import { type Day, formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import { isAbout, type LinkedCommit } from '../trace/evidence';
import { standingOf } from '../trace/standing';
import type { PageRows } from './page';
import { type PageQuestion, rowsOf } from './question';

interface TouchedFile {
  readonly path: string;
  readonly times: number;
  readonly last: Day;
}

/**
 * Files that the item's commits changed, code or not, the most often changed first; with the functions in them that name it.
 * Commits that were taken back, or only mention the item, do not count, and neither does the roadmap, whose changes have a
 * timeline of their own.
 */
export function filesTouched<T>(item: WorkItem, question: PageQuestion<T>): PageRows<T> {
  const { trace, facts, today, targetOf } = question;
  const { codeHistory } = facts;
  const commits = standingOf(trace.evidenceOf(item).commits, trace).standing.filter(
    (link) => link.certainty === 'certain' && isAbout(link),
  );
  if (commits.length === 0 || !codeHistory) {
    const note = commits.length === 0 ? noCommits(question) : t('What its commits changed is still being read.');
    return { rows: [], more: 0, note };
  }
  const roadmaps = trace.plan.roadmapPaths;
  const functions = functionsByPath(item, question);
  const known = commits.filter(({ commit }) => codeHistory.changesOf(commit.sha) !== undefined);
  return rowsOf(
    touchedBy(known, codeHistory).filter(({ path }) => !roadmaps.has(path)),
    ({ path, times, last }) => {
      const isThere = codeHistory.isThere(path);
      const named = functions.get(path) ?? [];
      return {
        key: path,
        sign: roleOf(path),
        label: path,
        facts: [
          ...(isThere ? [] : [t('no longer there')]),
          times === 1 ? t('changed once') : t('changed {0}', count(times, 'time')),
          t('last on {0}', formatDayShort(last, today)),
          ...(named.length > 0 ? [t('named in {0}', listing(named))] : []),
        ],
        ...(isThere && { target: targetOf({ kind: 'file', path }) }),
      };
    },
    unknownWords(commits.length - known.length, commits.length, codeHistory.range.isUnderWay),
  );
}

function noCommits<T>({ noHistory }: PageQuestion<T>): string {
  return noHistory ?? t('No commit of it stands, so no file is known to be touched for it.');
}

/** undefined: all are known. */
function unknownWords(unknown: number, all: number, isUnderWay: boolean): string | undefined {
  if (unknown === 0) {
    return undefined;
  }
  const commits = count(all, 'commit');
  return isUnderWay
    ? t('The files of {0} of its {1} are still being read.', unknown, commits)
    : t('The files of {0} of its {1} are not known.', unknown, commits);
}

function touchedBy(commits: readonly LinkedCommit[], history: CodeHistory): TouchedFile[] {
  const files = new Map<string, TouchedFile>();
  for (const { commit } of commits) {
    const day = dayOfCommit(commit);
    for (const path of new Set(history.changesOf(commit.sha)?.map((change) => change.path))) {
      const { times = 0, last = day } = files.get(path) ?? {};
      files.set(path, { path, times: times + 1, last: Math.max(last, day) });
    }
  }
  return [...files.values()].sort((a, b) => b.times - a.times || b.last - a.last || (a.path < b.path ? -1 : 1));
}

/** The functions and types around what names the item. */
function functionsByPath<T>(item: WorkItem, { trace }: PageQuestion<T>): ReadonlyMap<string, readonly string[]> {
  const { annotations, references } = trace.evidenceOf(item);
  const named = [
    ...annotations.map(({ file, annotation }) => [file.path, annotation.within] as const),
    ...references.map(({ file, reference }) => [file.path, reference.within] as const),
  ];
  const byPath = new Map<string, string[]>();
  for (const [path, within] of named) {
    const functions = byPath.get(path) ?? [];
    byPath.set(path, functions);
    if (within !== undefined && !functions.includes(within)) {
      functions.push(within);
    }
  }
  return byPath;
}
