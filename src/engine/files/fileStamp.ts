import { lstatSync } from 'node:fs';

/** What of a file changes with its content, but for the content itself. */
export interface FileStamp {
  readonly mtimeMs: number;
  /** Another one too when the file was replaced by an older one of the same size. */
  readonly ctimeMs: number;
  readonly size: number;
}

/** Coarser than the clock of any usual file system. */
const COARSEST_CLOCK_MS = 2_000;

/**
 * The stamp of a regular file, taken for a content that is read from `beganMs` on (milliseconds of the epoch), be it before
 * or after this call.
 *
 * @returns undefined where the stamp says nothing: there is no regular file, or it changed so lately that what is read may
 * be another content with the same stamp
 */
export function stampOf(file: string, beganMs: number): FileStamp | undefined {
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.ctimeMs > beganMs - COARSEST_CLOCK_MS) {
      return undefined;
    }
    const { mtimeMs, ctimeMs, size } = stat;
    return { mtimeMs, ctimeMs, size };
  } catch {
    // A folder above is no folder any more, or may not be looked into.
    return undefined;
  }
}

export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.size === b.size;
}
