import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryLayout } from '../git/locateRepository';

/** What git's index says of the regular files below a folder. */
export interface TrackedFiles {
  /** Relative to the folder. */
  readonly paths: ReadonlySet<string>;
  /** Those of {@link paths} that git believes unchanged without looking, so that it does not search what is on disk. */
  readonly assumed: ReadonlySet<string>;
}

const NOTHING: TrackedFiles = { paths: new Set(), assumed: new Set() };

/**
 * Reads the index without git, since it may have to be known where git may not be started.
 * Format: https://git-scm.com/docs/index-format
 *
 * @returns undefined when the index has a form that is not read here (a split index) or is damaged
 */
export function readGitIndex({ gitDir, prefix }: RepositoryLayout, objectIdBytes: 20 | 32): TrackedFiles | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(gitDir, 'index'));
  } catch {
    return NOTHING;
  }
  try {
    return parseIndex(bytes, prefix, objectIdBytes);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

const STAT_BYTES = 40;
const EXTENDED = 0x4000;
const ASSUME_VALID = 0x8000;
const SKIP_WORKTREE = 0x4000;
/** Longer names end where the next NUL is. */
const NAME_LENGTH = 0xfff;
const REGULAR_FILE = 0o10;

function parseIndex(bytes: Buffer, prefix: string, objectIdBytes: number): TrackedFiles | undefined {
  const version = bytes.readUInt32BE(4);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) {
    return undefined;
  }
  const paths = new Set<string>();
  const assumed = new Set<string>();
  let previous: Buffer = Buffer.alloc(0);
  let at = 12;
  for (let count = bytes.readUInt32BE(8); count > 0; count--) {
    const start = at;
    const mode = bytes.readUInt32BE(start + 24);
    const flags = bytes.readUInt16BE(start + STAT_BYTES + objectIdBytes);
    const isExtended = (flags & EXTENDED) !== 0;
    const more = isExtended ? bytes.readUInt16BE(start + STAT_BYTES + objectIdBytes + 2) : 0;
    at = start + STAT_BYTES + objectIdBytes + (isExtended ? 4 : 2);
    let begin: Buffer | undefined;
    if (version === 4) {
      const strip = readOffset(bytes, at);
      begin = previous.subarray(0, previous.length - strip.value);
      at = strip.end;
    }
    const length = flags & NAME_LENGTH;
    const end = begin === undefined && length < NAME_LENGTH ? at + length : bytes.indexOf(0, at);
    if (end < at) {
      return undefined;
    }
    previous = begin === undefined ? previous : Buffer.concat([begin, bytes.subarray(at, end)]);
    const isFile = mode >> 12 === REGULAR_FILE;
    const text = !isFile ? '' : begin === undefined ? bytes.toString('utf8', at, end) : previous.toString('utf8');
    at = begin === undefined ? start + ((end - start + 8) & ~7) : end + 1;
    if (text.length > prefix.length && text.startsWith(prefix)) {
      paths.add(text.slice(prefix.length));
      if ((flags & ASSUME_VALID) !== 0 || (more & SKIP_WORKTREE) !== 0) {
        assumed.add(text.slice(prefix.length));
      }
    }
  }
  return bytes.toString('latin1', at, at + 4) === 'link' ? undefined : { paths, assumed };
}

/** A number of as many bytes as it needs, each but the last with its highest bit set. */
function readOffset(bytes: Buffer, start: number): { value: number; end: number } {
  let at = start;
  let byte = bytes.readUInt8(at++);
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes.readUInt8(at++);
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at };
}
