import { lstatSync } from 'node:fs';
import { folderRules } from './folderRules';
import { listThese } from './listFiles';

/**
 * The listing of a folder after some of it changed; the same set where nothing was made or deleted.
 *
 * @param changed files and folders that may have come or gone: a deleted folder may be told of alone
 */
export function followListing(
  listed: ReadonlySet<string>,
  folder: string,
  changed: ReadonlySet<string>,
): ReadonlySet<string> {
  const unknown = [...changed].filter((path) => !listed.has(path));
  const added = unknown.length > 0 ? listedAmong(folder, unknown) : new Set<string>();
  const gone = [...changed].filter((path) => !added.has(path) && !isFile(`${folder}/${path}`));
  const removed = new Set(gone.filter((path) => listed.has(path)));
  const folders = gone.filter((path) => !listed.has(path)).map((path) => `${path}/`);
  for (const path of folders.length > 0 ? listed : []) {
    if (folders.some((each) => path.startsWith(each)) && !isFile(`${folder}/${path}`)) {
      removed.add(path);
    }
  }
  return added.size + removed.size === 0
    ? listed
    : new Set([...[...listed].filter((path) => !removed.has(path)), ...added]);
}

function listedAmong(folder: string, paths: readonly string[]): ReadonlySet<string> {
  try {
    return listThese(folderRules(folder), paths).paths;
  } catch {
    // The folder itself is gone.
    return new Set();
  }
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
