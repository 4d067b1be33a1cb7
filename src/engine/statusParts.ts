import type { ReadingStatus } from '../core/report/readingStatus';
import type { Plan } from '../core/trace/plan';
import type { SearchFigures } from './sourceFiles';

/** @param notRoadmaps files of the usual names that are something else */
export function roadmapStatus(
  { roadmaps, items }: Plan,
  notRoadmaps: readonly string[],
): Pick<ReadingStatus, 'roadmaps' | 'notRoadmaps'> {
  return {
    roadmaps: roadmaps.map(({ path, format, problems }) => ({
      path,
      format,
      items: items.filter((item) => item.path === path).length,
      problems: problems.length,
    })),
    notRoadmaps,
  };
}

/** @param figures undefined: nothing was searched yet */
export function searchStatus(
  figures: SearchFigures | undefined,
): Pick<ReadingStatus, 'searcher' | 'filesSearched' | 'filesRead' | 'skipped'> {
  return {
    searcher: figures?.searcher,
    filesSearched: figures?.filesSearched ?? 0,
    filesRead: figures?.filesRead ?? 0,
    skipped: figures?.skipped ?? [],
  };
}
