import { findGit } from './gitProgram';
import { locateRepository } from './locateRepository';
import { type Head, readHead } from './readHead';

/**
 * Where HEAD of a folder's repository points, told from files: git is started only where branches are stored in a form of its
 * own. undefined: the folder lies in no work tree, or git is not installed.
 */
export async function headOf(folder: string): Promise<Head | undefined> {
  const layout = locateRepository(folder);
  const git = findGit();
  return layout && git ? readHead({ ...layout, git, shallow: false }) : undefined;
}
