import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readOrEmpty } from './smallFiles';

/** Where the parts of a repository lie. All paths are absolute and real (no symbolic links). */
export interface RepositoryLayout {
  /** Top folder of the work tree. */
  readonly root: string;
  /** The asked folder relative to {@link root}: empty, or `/`-separated and with a `/` at its end. */
  readonly prefix: string;
  /** Of this work tree: its HEAD and its operations in progress. */
  readonly gitDir: string;
  /** Shared by all work trees: branches, objects, configuration. The same as {@link gitDir} but for linked work trees. */
  readonly commonDir: string;
}

/**
 * Finds the repository of a folder by looking at files alone, so that it can be asked where git may not be started.
 * Git has the last word where it may be: it knows `core.worktree`, owners and formats.
 *
 * @returns undefined when the folder lies in no work tree
 */
export function locateRepository(folder: string): RepositoryLayout | undefined {
  let start: string;
  try {
    start = realpathSync(folder);
  } catch {
    return undefined;
  }
  for (let root = start; ; root = dirname(root)) {
    const gitDir = gitDirOf(root);
    if (gitDir !== undefined) {
      const path = relative(root, start).split(sep).join('/');
      return { root, prefix: path === '' ? '' : `${path}/`, gitDir, commonDir: commonDirOf(gitDir) };
    }
    if (root === dirname(root)) {
      return undefined;
    }
  }
}

/** The Git folder that a work tree's `.git` is or names; undefined when there is none or it holds no repository. */
export function gitDirOf(workTree: string): string | undefined {
  const path = join(workTree, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    return undefined;
  }
  const gitDir = stats.isDirectory() ? path : namedGitDir(path);
  return gitDir !== undefined && existsSync(join(gitDir, 'HEAD')) ? realpathSync(gitDir) : undefined;
}

/** Submodules and linked work trees have a file `.git` with one line `gitdir: <path>`. */
function namedGitDir(path: string): string | undefined {
  const name = /^gitdir: (.+)/.exec(readOrEmpty(path))?.[1];
  return name === undefined ? undefined : resolve(dirname(path), name.trimEnd());
}

function commonDirOf(gitDir: string): string {
  const name = readOrEmpty(join(gitDir, 'commondir')).trimEnd();
  const path = name === '' ? gitDir : resolve(gitDir, name);
  return existsSync(path) ? realpathSync(path) : gitDir;
}
