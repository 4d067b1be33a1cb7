import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Why a file was not read, in words for people. */
export type SkipReason =
  | 'binary'
  | 'vanished'
  | 'no permission'
  | 'not a file'
  | 'larger than 20 MB'
  | `unreadable (${string})`;

export type ReadResult = { readonly text: string } | { readonly skipped: SkipReason };

/** Nobody writes more by hand; lexing it would hold everything else up. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Reads a file as an editor shows it, so that offsets agree: without a byte order mark, UTF-16 where a mark says so,
 * otherwise UTF-8, and Latin-1 where that cannot be. Line ends are kept. Never throws.
 */
export function readText(path: string): ReadResult {
  const bytes = readBytes(path);
  return typeof bytes === 'string' ? { skipped: bytes } : decodeText(bytes);
}

export function decodeText(bytes: Buffer): ReadResult {
  const utf16 = utf16Of(bytes);
  if (utf16 === 'utf-16le') {
    return { text: bytes.toString('utf16le', 2) };
  }
  if (utf16 === 'utf-16be') {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return { text: Buffer.from(even).swap16().toString('utf16le') };
  }
  if (isBinary(bytes)) {
    return { skipped: 'binary' };
  }
  if (isAscii(bytes)) {
    return { text: bytes.toString('latin1') };
  }
  const text = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  return { text: isUtf8(text) ? text.toString('utf8') : decodeDamaged(text) };
}

/** The byte order mark at the start of a text in UTF-16. Without it such a text is binary. */
export function utf16Of(start: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) {
    return 'utf-16le';
  }
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
}

/** Git's own rule, so that all searchers agree: NUL among the first 8000 bytes. Of what has no mark of UTF-16. */
export function isBinary(start: Buffer): boolean {
  const nul = start.indexOf(0);
  return nul >= 0 && nul < BINARY_CHECK_BYTES;
}

export const BINARY_CHECK_BYTES = 8000;

/** Reads all bytes of a regular file, or says why not. Never throws. */
export function readBytes(path: string): Buffer | SkipReason {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK the opening of a named pipe waits for a writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (!stats.isFile()) {
      return 'not a file';
    }
    return stats.size > LARGEST_FILE ? 'larger than 20 MB' : readUpTo(file, stats.size);
  } catch (error) {
    return skipReasonOf(error);
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}

export function skipReasonOf(error: unknown): SkipReason {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'vanished';
    case 'EACCES':
    case 'EPERM':
      return 'no permission';
    case 'EISDIR':
    case 'ENXIO':
      return 'not a file';
    default:
      return `unreadable (${code})`;
  }
}

/** The file may have been cut short in the meantime. */
function readUpTo(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(file, bytes, length, size - length, null);
    if (count === 0) {
      break;
    }
    length += count;
  }
  return bytes.subarray(0, length);
}

/**
 * Bytes that are not UTF-8: a UTF-8 text with a few damaged letters where other letters could be read, as an editor shows
 * it; otherwise Latin-1.
 */
function decodeDamaged(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return /[^\0-\x7F\uFFFD]/.test(text) ? text : bytes.toString('latin1');
}
