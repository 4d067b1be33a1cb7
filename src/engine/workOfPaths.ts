import type { Work } from './work';

/** What decides on what a changed path means. */
export interface KnownFolder {
  /** False: anything below `.git` may make it one. */
  readonly isRepository: boolean;
  readonly mayHoldRoadmap: (path: string) => boolean;
}

/**
 * What is to be done when files or folders were made, changed or deleted on disk.
 *
 * @param paths relative to the folder, separated by `/`
 * @returns undefined: nothing, since only git's own files changed, which are watched by themselves
 */
export function workOfPaths(paths: Iterable<string>, folder: KnownFolder): Partial<Work> | undefined {
  const changed = new Set<string>();
  let roadmaps = false;
  let repository = false;
  let names = false;
  for (const path of paths) {
    if (path === '.git' || (!folder.isRepository && path.startsWith('.git/'))) {
      repository = true;
    } else if (!path.startsWith('.git/')) {
      names ||= path === '.mailmap';
      roadmaps ||= folder.mayHoldRoadmap(path);
      changed.add(path);
    }
  }
  if (changed.size === 0 && !repository) {
    return undefined;
  }
  return {
    roadmaps: roadmaps ? 'find' : 'none',
    search: repository ? 'changed' : 'none',
    paths: changed,
    history: repository ? 'again' : names ? 'follow' : 'none',
  };
}
