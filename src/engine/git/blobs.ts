import type { Repository } from './repository';
import { runGit } from './runGit';

/** The bytes of a file's version, or why there are none. */
export type Blob = Buffer | 'too large' | 'missing';

/** So much may be held at once. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Reads versions of files in one stream of `git cat-file --batch`. Where they are too much for the memory, the first of them
 * are read, and the caller asks for the rest again.
 *
 * @param largest in bytes; of larger ones nothing is kept
 * @returns in the order asked for; at least one, unless none is asked for or git fails
 */
export async function readBlobs(
  repository: Repository,
  shas: readonly string[],
  largest: number,
  signal: AbortSignal | undefined,
): Promise<readonly Blob[]> {
  if (shas.length === 0) {
    return [];
  }
  const blobs: Blob[] = [];
  let held = 0;
  const read = objectReader(largest, (blob) => {
    blobs.push(blob);
    held += typeof blob === 'string' ? 0 : blob.length;
  });
  await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['cat-file', '--batch', '--buffer'],
    input: `${shas.join('\n')}\n`,
    onOutput(chunk) {
      read(chunk);
      return held < MOST_BYTES;
    },
    signal,
  });
  return blobs.slice(0, shas.length);
}

/** `<sha> blob <size>`, a line break, the bytes, a line break; or `<sha> missing`. */
function objectReader(largest: number, onBlob: (blob: Blob) => void): (chunk: Buffer) => void {
  /** Of a line that is not whole yet. */
  let line: Buffer[] = [];
  let parts: Buffer[] = [];
  /** Bytes that belong to the object, with the line break after it; 0: a line is next. */
  let left = 0;
  let isKept = true;
  const begin = (header: string): void => {
    const size = Number(/ (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) {
      onBlob('missing');
      return;
    }
    left = size + 1;
    isKept = size <= largest;
  };
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left === 0) {
        const end = chunk.indexOf(0x0a, at);
        line.push(chunk.subarray(at, end < 0 ? chunk.length : end));
        at = end < 0 ? chunk.length : end + 1;
        if (end >= 0) {
          begin(Buffer.concat(line).toString('latin1'));
          line = [];
        }
        continue;
      }
      const part = chunk.subarray(at, at + left);
      at += part.length;
      left -= part.length;
      if (isKept) {
        parts.push(part);
      }
      if (left === 0) {
        onBlob(isKept ? Buffer.concat(parts).subarray(0, -1) : 'too large');
        parts = [];
      }
    }
  };
}
