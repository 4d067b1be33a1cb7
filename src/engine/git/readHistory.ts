import { describeGitFailure } from './gitFailure';
import { nulFieldReader } from './nulFieldReader';
import type { Repository } from './repository';
import { type GitCall, runGit } from './runGit';
import { isSha } from './sha';

/** A commit as git tells it: nothing interpreted. */
export interface RawCommit {
  /** 40 or 64 hexadecimal digits. */
  readonly sha: string;
  /** In git's order; none for a first commit, more than one for a merge. */
  readonly parents: readonly string[];
  /** With `.mailmap` applied, as is {@link email}. */
  readonly author: string;
  readonly email: string;
  /** Author date, ISO 8601 with the author's own offset; empty when the commit's date is damaged. */
  readonly date: string;
  /** The whole message with its line breaks. */
  readonly message: string;
}

export interface HistoryRequest {
  /** Commits reachable from here are known already and left out. */
  readonly from?: string | undefined;
  readonly to: string;
  /** Called as the output arrives, newest first. */
  readonly onCommits: (batch: RawCommit[]) => void;
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
  const { from, to, onCommits, signal } = request;
  if (!isSha(to) || (from !== undefined && !isSha(from))) {
    return `The history cannot be read: "${isSha(to) ? from : to}" is not a commit's hash.`;
  }
  const reader = nulFieldReader(FIELDS, (records) => onCommits(records.filter(isCommit).map(commitOf)));
  const outcome = await runGit({
    ...logCall(repository, FORMAT, from === undefined ? [to] : [to, `^${from}`]),
    onOutput: reader,
    signal,
  });
  return outcome.exitCode === 0
    ? undefined
    : describeGitFailure(`read the whole history of ${repository.root}`, outcome, repository.git.deadlineMs);
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

/** Whether everything reachable from `older` is reachable from `newer` too. False also when either is not there any more. */
export async function isAncestor(repository: Repository, older: string, newer: string): Promise<boolean> {
  if (!isSha(older) || !isSha(newer)) {
    return false;
  }
  // Without --is-ancestor, because simple-git waits for 50 ms after a git that has printed nothing.
  const args = ['merge-base', '--end-of-options', older, newer];
  const { exitCode, stdout } = await runGit({ program: repository.git, folder: repository.root, args });
  return exitCode === 0 && stdout.toString('latin1').trim() === older;
}

const FORMAT = '%H%x00%P%x00%aN%x00%aE%x00%aI%x00%B';
const FIELDS = 6;

function isCommit([sha = '']: readonly string[]): boolean {
  return isSha(sha);
}

function commitOf([
  sha = '',
  parents = '',
  author = '',
  email = '',
  date = '',
  message = '',
]: readonly string[]): RawCommit {
  return { sha, parents: parents === '' ? [] : parents.split(' '), author, email, date, message };
}
