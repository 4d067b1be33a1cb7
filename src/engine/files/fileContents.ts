import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { FolderRules } from './folderRules';
import { BINARY_CHECK_BYTES, isBinary, LARGEST_FILE, type SkipReason, skipReasonOf } from './readText';
import { wordMatcher } from './wordMatcher';

export interface ContentsSearch {
  readonly root: string;
  readonly paths: Iterable<string>;
  readonly words: readonly string[];
  readonly onHit: (path: string) => void;
  readonly onUnreadable: (path: string, reason: SkipReason) => void;
}

/** Large files are looked through in pieces of this size. */
const PIECE_BYTES = 1024 * 1024;

/** Reads files and tells which hold a word, in steps of at most one file or one megabyte: the caller takes pauses. */
export function* findWords({ root, paths, words, onHit, onUnreadable }: ContentsSearch): Generator<void> {
  const matches = wordMatcher(words);
  const overlap = Math.max(0, ...words.map((word) => Buffer.byteLength(word) - 1));
  const buffer = Buffer.allocUnsafe(Math.max(PIECE_BYTES, 2 * overlap));
  for (const path of paths) {
    let file: number | undefined;
    try {
      file = openFile(`${root}/${path}`);
      let kept = 0;
      for (;;) {
        const count = readSync(file, buffer, kept, buffer.length - kept, null);
        const length = kept + count;
        if (matches(buffer.subarray(0, length))) {
          onHit(path);
          break;
        }
        if (length < buffer.length && count === 0) {
          break;
        }
        kept = Math.min(overlap, length);
        buffer.copyWithin(0, length - kept, length);
        yield;
      }
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

/** Why a file of the project that holds a word is not to be read all the same; undefined = it is. */
export function whyLeftOut(rules: FolderRules, path: string): string | undefined {
  const foreign = rules.foreign(path);
  if (foreign !== undefined) {
    return foreign;
  }
  let file: number | undefined;
  try {
    file = openFile(`${rules.root}/${path}`);
    const stats = fstatSync(file);
    if (!stats.isFile()) {
      return 'not a file';
    }
    const start = Buffer.allocUnsafe(BINARY_CHECK_BYTES);
    const length = readSync(file, start, 0, BINARY_CHECK_BYTES, 0);
    return isBinary(start.subarray(0, length)) ? 'binary' : stats.size > LARGEST_FILE ? 'larger than 20 MB' : undefined;
  } catch (error) {
    return skipReasonOf(error);
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}

function openFile(path: string): number {
  return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}
