import type { Repository } from './repository';
import { runGit } from './runGit';
import { isSha } from './sha';

/**
 * Which content files have in a commit.
 *
 * @param paths from the repository's top
 * @returns hashes of content by path, without files that the commit does not hold; empty also when git fails
 */
export async function blobsOf(
  repository: Repository,
  head: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const blobs = new Map<string, string>();
  if (!isSha(head) || paths.length === 0) {
    return blobs;
  }
  const { stdout } = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['ls-tree', '-z', '--full-tree', head, '--', ...paths],
    signal,
  });
  for (const entry of stdout.toString('utf8').split('\0')) {
    const [, sha, path] = /^\d+ blob ([0-9a-f]+)\t([^]+)$/.exec(entry) ?? [];
    if (sha !== undefined && path !== undefined) {
      blobs.set(path, sha);
    }
  }
  return blobs;
}

/** The content with this hash as the repository keeps it, through no filter; empty when git fails. */
export async function blobOf(repository: Repository, sha: string, signal?: AbortSignal): Promise<Buffer> {
  const args = ['cat-file', 'blob', sha];
  const outcome = isSha(sha) && (await runGit({ program: repository.git, folder: repository.root, args, signal }));
  return outcome && outcome.exitCode === 0 ? outcome.stdout : Buffer.alloc(0);
}
