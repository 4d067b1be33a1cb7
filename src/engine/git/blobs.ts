import { t } from '../../core/words/t';
import { describeGitFailure } from './gitFailure';
import type { Repository } from './repository';
import { runGit } from './runGit';
import { isSha } from './sha';

/** The bytes of a file's version, or why there are none; a partial clone may lack some. */
export type Blob = Buffer | 'too large' | 'missing';

export interface BlobReading {
  /** In bytes; of larger ones nothing is held. */
  readonly largest?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads versions of files in one stream of `git cat-file --batch`.
 *
 * @param onBlob told of each in the order given; `false` = enough, the rest is not read
 * @returns why not all could be read, in one sentence; undefined when they were, or were not wanted
 * @throws the signal's reason when aborted, and what `onBlob` throws
 */
export async function readBlobs(
  repository: Repository,
  shas: readonly string[],
  onBlob: (sha: string, blob: Blob) => boolean | undefined,
  { largest = Number.POSITIVE_INFINITY, signal }: BlobReading = {},
): Promise<string | undefined> {
  const wrong = shas.find((sha) => !isSha(sha));
  if (wrong !== undefined) {
    return t('The repository {0} cannot be read: "{1}" is not an object\'s hash.', repository.root, wrong);
  }
  if (shas.length === 0) {
    return undefined;
  }
  let told = 0;
  let isEnough = false;
  const read = objectReader(largest, (blob) => {
    const sha = shas[told++];
    isEnough ||= sha === undefined || onBlob(sha, blob) === false;
    return !isEnough;
  });
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['cat-file', '--batch', '--buffer'],
    input: `${shas.join('\n')}\n`,
    onOutput: read,
    signal,
  });
  return isEnough || (outcome.exitCode === 0 && told === shas.length)
    ? undefined
    : describeGitFailure(t('read files of {0}', repository.root), outcome, repository.git.deadlineMs);
}

/**
 * Cuts `<sha> blob <size>`, a line break, the bytes, a line break; or `<sha> missing`.
 *
 * @returns takes the output as it arrives and says whether more is wanted
 */
function objectReader(largest: number, onBlob: (blob: Blob) => boolean): (chunk: Buffer) => boolean {
  /** Of a line that is not whole yet. */
  let line: Buffer[] = [];
  let parts: Buffer[] = [];
  /** Bytes that belong to the object, with the line break after it; 0: a line is next. */
  let left = 0;
  let isKept = true;
  let isWanted = true;
  const begin = (header: string): void => {
    const size = Number(/ (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) {
      isWanted = onBlob('missing');
      return;
    }
    left = size + 1;
    isKept = size <= largest;
  };
  return (chunk) => {
    for (let at = 0; at < chunk.length && isWanted; ) {
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
        isWanted = onBlob(isKept ? Buffer.concat(parts).subarray(0, -1) : 'too large');
        parts = [];
      }
    }
    return isWanted;
  };
}
