import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts the files in a folder in the place of the folder's own name: one that was made or renamed may be told of alone.
 * Neither `.git` nor symbolic links are gone into.
 *
 * @param paths relative to the root, separated by `/`; those that are gone are kept
 * @returns undefined when there are more than `limit` of them
 */
export function filesAmong(root: string, paths: Iterable<string>, limit: number): ReadonlySet<string> | undefined {
  const files = new Set<string>();
  const toLookAt = [...paths];
  for (let next = toLookAt.pop(); next !== undefined; next = toLookAt.pop()) {
    const stat = lstatSync(path.join(root, next), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const folder = next;
      toLookAt.push(...namesIn(path.join(root, folder)).map((name) => `${folder}/${name}`));
    }
    // A folder counts too: where a file was before, it takes its place.
    files.add(next);
    if (files.size + toLookAt.length > limit) {
      return undefined;
    }
  }
  return files;
}

function namesIn(folder: string): string[] {
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // It vanished, or may not be read.
  }
  return entries.filter((entry) => entry.name !== '.git').map((entry) => entry.name);
}
