import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { SearchPattern } from '../../core/ids/searchPattern';
import { BINARY_CHECK_BYTES, isBinary, LARGEST_FILE, type SkipReason, skipReasonOf } from './readText';
import { overlapOf, patternMatcher } from './patternMatcher';

export interface ContentsSearch {
  readonly root: string;
  readonly paths: Iterable<string>;
  readonly patterns: readonly SearchPattern[];
  readonly onRead: (path: string, matches: boolean) => void;
  readonly onUnreadable: (path: string, reason: SkipReason) => void;
}

/** Large files are looked through in pieces of this size. */
const PIECE_BYTES = 1024 * 1024;

/** Reads files and tells which match a pattern, in steps of at most one file or one megabyte: the caller takes pauses. */
export function* findMatches({ root, paths, patterns, onRead, onUnreadable }: ContentsSearch): Generator<void> {
  const matches = patternMatcher(patterns);
  const overlap = overlapOf(patterns);
  const buffer = Buffer.allocUnsafe(Math.max(PIECE_BYTES, 2 * overlap));
  for (const path of paths) {
    let file: number | undefined;
    try {
      file = openFile(`${root}/${path}`);
      let kept = 0;
      let from = 0;
      let found = false;
      for (let isLast = false; !found && !isLast; ) {
        const count = readSync(file, buffer, kept, buffer.length - kept, null);
        const length = kept + count;
        isLast = count === 0;
        found = matches({ bytes: buffer.subarray(0, length), from, isLast });
        kept = Math.min(overlap, length);
        from = kept < length ? 1 : from;
        buffer.copyWithin(0, length - kept, length);
        if (length === buffer.length) {
          yield;
        }
      }
      onRead(path, found);
    } catch (error) {
      onUnreadable(path, skipReasonOf(error));
    } finally {
      if (file !== undefined) {
        closeSync(file);
      }
    }
    yield;
  }
}

/** Why a file of the project that matches is not to be read all the same; undefined = it is. */
export function whyUnreadable(file: string): SkipReason | undefined {
  let opened: number | undefined;
  try {
    opened = openFile(file);
    const stats = fstatSync(opened);
    if (!stats.isFile()) {
      return 'not a file';
    }
    const start = Buffer.allocUnsafe(BINARY_CHECK_BYTES);
    const length = readSync(opened, start, 0, BINARY_CHECK_BYTES, 0);
    return isBinary(start.subarray(0, length)) ? 'binary' : stats.size > LARGEST_FILE ? 'larger than 20 MB' : undefined;
  } catch (error) {
    return skipReasonOf(error);
  } finally {
    if (opened !== undefined) {
      closeSync(opened);
    }
  }
}

function openFile(path: string): number {
  return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}
