import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** More entries than this help nobody to choose. */
const MOST_ENTRIES = 1000;

/**
 * What lies in a folder below the root; empty where there is none, or where it leads out of the root, through a symbolic link
 * say. Git's own folder is left out.
 *
 * @param folder relative to the root, separated by `/`; empty for the root itself
 */
export async function folderEntries(root: string, folder: string): Promise<readonly FolderEntry[]> {
  try {
    const path = await insideOf(root, folder);
    const entries = path === undefined ? [] : await readdir(path, { withFileTypes: true });
    return entries
      .filter(({ name }) => name !== '.git')
      .slice(0, MOST_ENTRIES)
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch {
    return [];
  }
}

/** Whether a path below the root is there, and does not lead out of the root. */
export async function isFileOrFolder(root: string, path: string): Promise<boolean> {
  try {
    const real = await insideOf(root, path);
    return real !== undefined && (await stat(real)) !== undefined;
  } catch {
    return false;
  }
}

/** The real path; undefined: it lies outside of the root. @throws when it does not exist */
async function insideOf(root: string, path: string): Promise<string | undefined> {
  const real = await realpath(join(root, path));
  const fromRoot = relative(await realpath(root), real);
  return isAbsolute(fromRoot) || fromRoot.split(sep)[0] === '..' ? undefined : real;
}
