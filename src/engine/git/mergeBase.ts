import type { Repository } from './repository';
import { runGit } from './runGit';
import { isSha } from './sha';

/** Where a branch left another one; or why that is not known, in one sentence that says what to do. */
export type MergeBase = { readonly commit: string } | { readonly unknown: string };

/**
 * The commit at which HEAD and another branch parted.
 *
 * @param ref a branch, tag or hash, as a person writes it
 */
export async function mergeBaseWith(repository: Repository, ref: string): Promise<MergeBase> {
  const [head, other] = await Promise.all([commitOf(repository, 'HEAD'), commitOf(repository, ref)]);
  if (head === undefined) {
    return { unknown: `${repository.root} has no commits yet, so nothing can be compared with ${ref}.` };
  }
  if (other === undefined) {
    return { unknown: `There is no branch, tag or commit ${ref} in ${repository.root}. ${fetchIt(repository)}` };
  }
  const { stdout } = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['merge-base', other, head],
  });
  const base = stdout.toString('latin1').trim();
  return isSha(base)
    ? { commit: base }
    : { unknown: `${ref} and HEAD have no commit in common${cutOff(repository)}. ${fetchIt(repository)}` };
}

/** undefined: there is none of that name. */
async function commitOf(repository: Repository, name: string): Promise<string | undefined> {
  const { exitCode, stdout } = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
  });
  const sha = stdout.toString('latin1').trim();
  return exitCode === 0 && isSha(sha) ? sha : undefined;
}

function cutOff({ shallow }: Repository): string {
  return shallow ? ', as far as this shallow clone reaches' : '';
}

function fetchIt({ shallow }: Repository): string {
  return shallow
    ? 'Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.'
    : 'Fetch it first, or name another one, such as origin/main; for actions/checkout set `fetch-depth: 0`.';
}
