import { readFileSync, statSync } from 'node:fs';

/** The text of one of git's own small files; empty when there is none, or it cannot be read. */
export function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Changes when a file does; empty when there is none. */
export function stampOrEmpty(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.mtimeMs}:${stats.size}`;
}
