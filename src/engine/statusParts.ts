import { formatDay } from '../core/model/calendar';
import type { PlanHistory } from '../core/planHistory/planHistory';
import { scoringStatus } from '../core/planning/scoringStatus';
import type { PlanHistoryStatus, ReadingStatus, RoadmapStatus } from '../core/report/readingStatus';
import { understoodNames } from '../core/report/understoodNames';
import type { Plan } from '../core/trace/plan';
import type { SearchFigures } from './sourceFiles';
import { skipWords } from './files/skipWords';

type Draft = { -readonly [Field in keyof RoadmapStatus]: RoadmapStatus[Field] };

/**
 * @param notRoadmaps files of the usual names that are something else
 * @param textOf what a roadmap was read from
 */
export function roadmapStatus(
  plan: Plan,
  notRoadmaps: readonly string[],
  textOf: (path: string) => string | undefined,
): Pick<ReadingStatus, 'roadmaps' | 'notRoadmaps' | 'scoring'> {
  const { roadmaps, items } = plan;
  const statuses = new Map<string, Draft>();
  const ofPath = new Map<string, Draft>();
  for (const roadmap of roadmaps) {
    const { path, format, problems, itemFile } = roadmap;
    const key = itemFile ? `${itemFile.folder.path || '.'}/` : path;
    const status: Draft = statuses.get(key) ?? {
      path: key,
      format: itemFile ? 'markdown' : format,
      items: 0,
      problems: 0,
      withoutId: 0,
      // Of a folder of item files nobody wants it file by file.
      understood: itemFile ? [] : understoodNames(textOf(path) ?? '', roadmap),
      ...(itemFile && { files: 0 }),
    };
    const withoutId = problems.filter(({ code }) => code === 'WM108').length;
    status.withoutId += withoutId;
    status.problems += problems.length - withoutId;
    statuses.set(key, status);
    ofPath.set(path, status);
  }
  let former: string | undefined;
  for (const { path } of items) {
    const status = ofPath.get(path);
    if (status) {
      status.items += 1;
      // The items of one file stand together.
      if (status.files !== undefined && path !== former) {
        status.files += 1;
      }
    }
    former = path;
  }
  return { roadmaps: [...statuses.values()], notRoadmaps, scoring: scoringStatus(plan) };
}

/** @param figures undefined: nothing was searched yet */
export function searchStatus(
  figures: SearchFigures | undefined,
): Pick<ReadingStatus, 'searcher' | 'filesSearched' | 'filesRead' | 'skipped'> {
  return {
    searcher: figures?.searcher,
    filesSearched: figures?.filesSearched ?? 0,
    filesRead: figures?.filesRead ?? 0,
    skipped: figures?.skipped.map(({ path, reason }) => ({ path, reason: skipWords(reason) })) ?? [],
  };
}

/** @param history undefined: it is not known */
export function planHistoryStatus(history: PlanHistory | undefined): PlanHistoryStatus | undefined {
  if (!history) {
    return undefined;
  }
  const { from, to, versions, isComplete } = history.range;
  return { from: formatDay(from), to: formatDay(to), versions, isComplete };
}
