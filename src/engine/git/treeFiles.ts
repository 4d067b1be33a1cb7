import { t } from '../../core/words/t';
import { describeGitFailure } from './gitFailure';
import { nulFieldReader } from './nulFieldReader';
import type { Repository } from './repository';
import { runGit } from './runGit';

/** A file as a commit holds it. */
export interface TreeFile {
  readonly sha: string;
  readonly kind: 'file' | 'link';
  /** Relative to the repository's top, separated by `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Lists the files of a commit; submodules are none.
 *
 * @param commit a whole hash
 * @returns a sentence when they cannot be listed
 * @throws the signal's reason when aborted
 */
export async function listTree(
  repository: Repository,
  commit: string,
  signal?: AbortSignal,
): Promise<TreeFile[] | string> {
  const files: TreeFile[] = [];
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['ls-tree', '-r', '-l', '-z', '--full-tree', commit],
    onOutput: nulFieldReader(1, (records) => {
      for (const [line = ''] of records) {
        const file = fileOf(line);
        if (file) {
          files.push(file);
        }
      }
    }),
    signal,
  });
  return outcome.exitCode === 0
    ? files
    : describeGitFailure(t('list the files of {0}', commit.slice(0, 10)), outcome, repository.git.deadlineMs);
}

/** `100644 blob <hash>    1234\t<path>` */
function fileOf(line: string): TreeFile | undefined {
  const match = /^(\d{6}) blob ([0-9a-f]+) +(\d+|-|BAD)\t([^]+)$/.exec(line);
  const [, mode, sha, size, path] = match ?? [];
  return mode === undefined || sha === undefined || path === undefined
    ? undefined
    : { sha, path, size: Number(size) || 0, kind: mode === '120000' ? 'link' : 'file' };
}
