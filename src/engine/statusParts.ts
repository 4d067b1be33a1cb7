import type { ReadingStatus, RoadmapStatus } from '../core/report/readingStatus';
import type { Plan } from '../core/trace/plan';
import type { SearchFigures } from './sourceFiles';

/** @param notRoadmaps files of the usual names that are something else */
export function roadmapStatus(
  { roadmaps, items }: Plan,
  notRoadmaps: readonly string[],
): Pick<ReadingStatus, 'roadmaps' | 'notRoadmaps'> {
  const itemsIn = new Map<string, number>();
  for (const { path } of items) {
    itemsIn.set(path, (itemsIn.get(path) ?? 0) + 1);
  }
  const statuses = new Map<string, RoadmapStatus>();
  for (const { path, format, problems, itemFile } of roadmaps) {
    const key = itemFile ? `${itemFile.folder.path}/` : path;
    const found = { items: itemsIn.get(path) ?? 0, problems: problems.length };
    const known = statuses.get(key) ?? { path, format, items: 0, problems: 0 };
    statuses.set(key, {
      ...(itemFile ? { path: key, format: 'markdown', files: known.files ?? 0 } : known),
      items: known.items + found.items,
      problems: known.problems + found.problems,
      ...(itemFile && { files: (known.files ?? 0) + (found.items > 0 ? 1 : 0) }),
    });
  }
  return { roadmaps: [...statuses.values()], notRoadmaps };
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
