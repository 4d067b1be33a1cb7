import type { CodeHistory } from '../codeHistory/codeHistory';
import type { WorkItem } from '../model/roadmap';
import { categoryOf, isOpen } from '../planning/progress';
import { compileGlob } from '../trace/glob';
import { readNamedPath } from '../trace/namedPath';
import type { ReadonlyTrace } from '../trace/trace';
import { itemsNamedIn, itemsOfCommitsOn } from './itemsOfFile';

/** More files are a merge or a renaming of folders, which is nobody's story. */
const MOST_FILES = 200;

/** What earlier commits were about says little of what comes next. */
const RECENT_COMMITS = 20;

/**
 * The items that files belong to, that of the most files first, among equals active ones: open ones that the files name or whose `code` holds them, and active
 * ones whose commits changed them. What is over asks for no more commits.
 *
 * @param paths relative to the folder
 * @param history what linked commits changed; undefined: not known (yet)
 */
export function stagedItems(
  paths: readonly string[],
  trace: ReadonlyTrace,
  history: CodeHistory | undefined,
): readonly WorkItem[] {
  if (paths.length === 0 || paths.length > MOST_FILES) {
    return [];
  }
  const counts = new Map<WorkItem, number>();
  const expected = expectedWork(trace);
  for (const path of paths) {
    const items = new Set<WorkItem>();
    for (const { item, holds } of expected) {
      if (holds(path)) {
        items.add(item);
      }
    }
    itemsNamedIn(path, trace)
      .filter((item) => isOpen(item, trace.plan))
      .forEach((item) => items.add(item));
    itemsOfCommitsOn(path, trace, history, RECENT_COMMITS)
      .filter((item) => categoryOf(item, trace.plan) === 'active')
      .forEach((item) => items.add(item));
    for (const item of items) {
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
  }
  const rest = (item: WorkItem) => (categoryOf(item, trace.plan) === 'active' ? 0 : 1);
  return [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || rest(a) - rest(b)).map(([item]) => item);
}

function expectedWork({ plan }: ReadonlyTrace): { readonly item: WorkItem; holds(path: string): boolean }[] {
  return plan.workItems.flatMap((item) => {
    const globs = item.code.flatMap(({ name }) => {
      const named = readNamedPath(name);
      return named.kind === 'inside' ? named.globs : [];
    });
    if (globs.length === 0 || !isOpen(item, plan)) {
      return [];
    }
    // A folder's name stands for all that it holds.
    const matchers = globs.flatMap((glob) => [compileGlob(glob), compileGlob(`${glob.replace(/\/$/, '')}/**`)]);
    return [{ item, holds: (path) => matchers.some((matches) => matches(path)) }];
  });
}
