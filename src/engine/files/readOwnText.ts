import { realpathSync } from 'node:fs';
import path from 'node:path';
import { readOwnFile } from './readOwnFile';
import { decodeText } from './readText';

/**
 * The text of a file that lies in the folder itself: a link on the way to it may lead anywhere.
 *
 * @param folder absolute
 * @param file relative to it
 * @returns undefined where it cannot be read
 */
export function readOwnText(folder: string, file: string): string | undefined {
  const absolute = path.resolve(folder, file);
  if (!isWithin(folder, path.dirname(absolute))) {
    return undefined;
  }
  const bytes = readOwnFile(absolute);
  const decoded = bytes && decodeText(bytes);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}

function isWithin(folder: string, inner: string): boolean {
  try {
    const relative = path.relative(realpathSync(folder), realpathSync(inner));
    return !relative.startsWith('..') && !path.isAbsolute(relative);
  } catch {
    return false;
  }
}
