import { findGit } from './gitProgram';
import { locateRepository } from './locateRepository';
import type { Repository } from './repository';

/**
 * The repository of a folder, told from files: nothing is started, so git has not said yet that it reads it. undefined: the folder
 * lies in no work tree, or git is not installed.
 */
export function repositoryAt(folder: string): Repository | undefined {
  const layout = locateRepository(folder);
  const git = findGit();
  return layout && git && { ...layout, git, shallow: false };
}
