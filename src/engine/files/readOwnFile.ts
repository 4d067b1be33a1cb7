import { lstatSync, readFileSync } from 'node:fs';
import { LARGEST_FILE } from './readText';

/**
 * The bytes of a regular file that is not too large. A link may lead out of the folder, and git keeps where it leads, not
 * what is there.
 *
 * @param path absolute
 * @returns undefined also where it cannot be read
 */
export function readOwnFile(path: string): Buffer | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size <= LARGEST_FILE ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
