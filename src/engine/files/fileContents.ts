import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { SearchPattern } from '../../core/ids/searchPattern';
import { BINARY_CHECK_BYTES, isBinary, LARGEST_FILE, type SkipReason, skipReasonOf, utf16Of } from './readText';
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

/** A piece that is at least so long costs a step of its own. */
const LONG_PIECE_BYTES = PIECE_BYTES / 4;

/** Reads files and tells which match a pattern, in steps of at most one file or one megabyte: the caller takes pauses. */
export function* findMatches({ root, paths, patterns, onRead, onUnreadable }: ContentsSearch): Generator<void> {
  const matches = patternMatcher(patterns);
  const overlap = overlapOf(patterns);
  const buffer = Buffer.allocUnsafe(Math.max(PIECE_BYTES, 2 * overlap));
  for (const path of paths) {
    let file: number | undefined;
    try {
      file = openFile(`${root}/${path}`);
      const readOn = readerOf(file);
      let kept = 0;
      let from = 0;
      let found = false;
      for (let isLast = false; !found && !isLast; ) {
        const count = readOn(buffer.subarray(kept));
        const length = kept + count;
        isLast = count === 0;
        found = matches({ bytes: buffer.subarray(0, length), from, isLast });
        kept = Math.min(overlap, length);
        from = kept < length ? 1 : from;
        buffer.copyWithin(0, length - kept, length);
        if (length >= LONG_PIECE_BYTES) {
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

/** What the beginning of a file of the project shows. */
export interface FileStart {
  /** Neither binary nor UTF-16: what another program finds among its bytes is in its text. */
  readonly isPlain: boolean;
  /** Why the file is not to be read although it matches; undefined = it is. */
  readonly skip: SkipReason | undefined;
}

export function lookAtStart(file: string): FileStart {
  let opened: number | undefined;
  try {
    opened = openFile(file);
    const stats = fstatSync(opened);
    if (!stats.isFile()) {
      return { isPlain: true, skip: 'not a file' };
    }
    const buffer = Buffer.allocUnsafe(BINARY_CHECK_BYTES);
    const start = buffer.subarray(0, readSync(opened, buffer, 0, BINARY_CHECK_BYTES, 0));
    const isUtf16 = utf16Of(start) !== undefined;
    if (!isUtf16 && isBinary(start)) {
      return { isPlain: false, skip: 'binary' };
    }
    return { isPlain: !isUtf16, skip: stats.size > LARGEST_FILE ? 'larger than 20 MB' : undefined };
  } catch (error) {
    return { isPlain: true, skip: skipReasonOf(error) };
  } finally {
    if (opened !== undefined) {
      closeSync(opened);
    }
  }
}

/** Fills a buffer with what comes next in a file, wholly or in part, and says how many bytes that are; 0 = the end. */
type ReadOn = (into: Buffer) => number;

/** UTF-16 comes as UTF-8. */
function readerOf(file: number): ReadOn {
  let readOn: ReadOn | undefined;
  return (into) => {
    if (readOn) {
      return readOn(into);
    }
    const count = readSync(file, into, 0, into.length, null);
    const utf16 = utf16Of(into.subarray(0, count));
    readOn = utf16 ? utf16Reader(file, utf16) : (rest) => readSync(file, rest, 0, rest.length, null);
    return utf16 ? readOn(into) : count;
  };
}

/** From the beginning of the file, without its mark. */
function utf16Reader(file: number, encoding: string): ReadOn {
  const decoder = new TextDecoder(encoding);
  let position = 0;
  return (into) => {
    for (;;) {
      // Two bytes make three at most. The letter that the former piece ended in has its room too.
      const raw = Buffer.allocUnsafe(2 * Math.floor(into.length / 3) - 8);
      const count = readSync(file, raw, 0, raw.length, position);
      position += count;
      const length = into.write(decoder.decode(raw.subarray(0, count), { stream: true }));
      if (length > 0 || count === 0) {
        return length;
      }
    }
  };
}

function openFile(path: string): number {
  return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}
