import { t } from '../../core/words/t';
import type { RawCommit } from '../../core/commits/readCommit';
import { describeGitFailure } from './gitFailure';
import { nulFieldReader } from './nulFieldReader';
import type { Repository } from './repository';
import { type GitCall, runGit } from './runGit';
import { isSha } from './sha';

export interface HistoryRequest {
  /**
   * A commit up to which everything is known. What is reachable from it is not told again; what is reachable from it alone
   * is told as lost.
   */
  readonly known?: string | undefined;
  readonly to: string;
  /** Called as the output arrives, newest first. */
  readonly onCommits: (batch: RawCommit[]) => void;
  /** Hashes of commits that lead to {@link known} and not to {@link to}: amended, rebased, of another branch. */
  readonly onLost?: ((batch: string[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads commits in one pass of `git log`. The whole history counts, even where the folder is only a part of the
 * repository: a story may be served by a commit that touches other folders.
 *
 * @returns why the history ends before its end, in one sentence; undefined when it is complete
 * @throws the signal's reason when aborted, and what `onCommits` throws
 */
export async function readHistory(repository: Repository, request: HistoryRequest): Promise<string | undefined> {
  const { known, to, onCommits, onLost, signal } = request;
  if (!isSha(to) || (known !== undefined && !isSha(known))) {
    return t('The history cannot be read: "{0}" is not a commit\'s hash.', String(isSha(to) ? known : to));
  }
  const reader = nulFieldReader(FIELDS, (records) => {
    const sound = records.filter(([, sha = '']) => isSha(sha));
    const lost = sound.filter(([side]) => side === LOST);
    if (lost.length > 0) {
      onLost?.(lost.map(([, sha = '']) => sha));
    }
    onCommits((lost.length > 0 ? sound.filter(([side]) => side !== LOST) : sound).map(commitOf));
  });
  const [range, options] = known === undefined ? [to, []] : [`${known}...${to}`, ['--left-right']];
  const outcome = await runGit({ ...logCall(repository, FORMAT, [range], options), onOutput: reader, signal });
  return outcome.exitCode === 0
    ? undefined
    : describeGitFailure(t('read the whole history of {0}', repository.root), outcome, repository.git.deadlineMs);
}

/** A call of `git log` that no configuration can bend, with fields and records ended by NUL. */
export function logCall(
  repository: Repository,
  format: string,
  revisions: readonly string[],
  more: readonly string[] = [],
): GitCall {
  const options = [
    ...more,
    '-z',
    '--no-color',
    '--no-show-signature',
    '--no-patch',
    '--encoding=UTF-8',
    `--format=tformat:${format}`,
  ];
  return {
    program: repository.git,
    folder: repository.root,
    args: ['log', ...options, '--end-of-options', ...revisions, '--'],
  };
}

const FORMAT = '%m%x00%H%x00%P%x00%aN%x00%aE%x00%aI%x00%ct%x00%B';
const FIELDS = 8;
const LOST = '<';

function commitOf([
  ,
  sha = '',
  parents = '',
  author = '',
  email = '',
  date = '',
  committed = '',
  message = '',
]: readonly string[]): RawCommit {
  return {
    sha,
    parents: parents === '' ? [] : parents.split(' '),
    author,
    email,
    date,
    committed: Number(committed) || 0,
    message,
  };
}
