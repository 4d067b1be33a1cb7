import type { Work } from './work';

/** What decides on what a changed path means. */
export interface KnownFolder {
  /** False: anything below `.git` may make it one. */
  readonly isRepository: boolean;
  /** A roadmap that is read by itself, without looking for others. */
  readonly isFollowedRoadmap: (path: string) => boolean;
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
  let roadmaps: Work['roadmaps'] = 'none';
  let repository = false;
  let names = false;
  for (const path of paths) {
    if (path === '.git' || (!folder.isRepository && path.startsWith('.git/'))) {
      repository = true;
    } else if (!path.startsWith('.git/')) {
      names ||= path === '.mailmap';
      if (roadmaps !== 'find') {
        const isFollowed = folder.isFollowedRoadmap(path);
        roadmaps = isFollowed ? 'reread' : folder.mayHoldRoadmap(path) ? 'find' : roadmaps;
      }
      changed.add(path);
    }
  }
  if (changed.size === 0 && !repository) {
    return undefined;
  }
  return {
    roadmaps,
    search: repository ? 'changed' : 'none',
    paths: changed,
    history: repository ? 'again' : names ? 'follow' : 'none',
  };
}
