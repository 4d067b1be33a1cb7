import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository';
import { runGit } from './runGit';

interface Staged {
  readonly stamp: string;
  readonly paths: Promise<readonly string[]>;
}

const known = new WeakMap<Repository, Staged>();

/**
 * The files below a folder that the next commit changes, relative to the folder. Git is asked only where its index is another one than
 * at the last time.
 */
export function stagedFiles(repository: Repository, folder: string): Promise<readonly string[]> {
  const stat = statSync(join(repository.gitDir, 'index'), { throwIfNoEntry: false });
  const stamp = `${folder} ${stat?.mtimeMs} ${stat?.size} ${stat?.ino}`;
  const before = known.get(repository);
  if (before?.stamp === stamp) {
    return before.paths;
  }
  const paths = askStagedFiles(repository, folder);
  known.set(repository, { stamp, paths });
  return paths;
}

/**
 * The same, asked now.
 *
 * @param indexFile the index that git names to a hook, which is another one where only some files are committed; undefined: the usual
 * one
 */
export async function askStagedFiles(
  { git }: Repository,
  folder: string,
  indexFile?: string,
): Promise<readonly string[]> {
  const args = ['diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '--relative', '-z'];
  const { exitCode, stdout } = await runGit({ program: git, folder, args, indexFile });
  return exitCode === 0
    ? stdout
        .toString('utf8')
        .split('\0')
        .filter((path) => path !== '')
    : [];
}
