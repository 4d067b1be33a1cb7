import { t } from '../../core/words/t';
import { describeGitFailure } from './gitFailure';
import { nulFieldReader } from './nulFieldReader';
import { logCall } from './readHistory';
import type { Repository } from './repository';
import { runGit } from './runGit';

/** One line of a list of commits. */
export interface CommitLine {
  readonly sha: string;
  /** Author date, ISO 8601 with the author's own offset. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

export interface CommitPageRequest {
  /** Where the page begins: 0, or the former page's `next`. */
  readonly skip: number;
  readonly limit: number;
  /** True for a commit that is not wanted. */
  readonly except: (sha: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface CommitPage {
  readonly commits: readonly CommitLine[];
  /** Where the next page begins; undefined = there is none. */
  readonly next: number | undefined;
}

/**
 * Commits of HEAD, newest first. Git is stopped as soon as the page is full. No commits yet, or a history that cannot be
 * read, gives those that could be.
 */
export async function listCommits(repository: Repository, request: CommitPageRequest): Promise<CommitPage> {
  const { skip, limit, except, signal } = request;
  const commits: CommitLine[] = [];
  let position = skip;
  let next: number | undefined;
  const read = nulFieldReader(FIELDS, (records) => {
    for (const [sha = '', date = '', author = '', subject = ''] of records) {
      if (!except(sha) && commits.length === limit) {
        next ??= position;
      } else if (!except(sha)) {
        commits.push({ sha, date, author, subject });
      }
      position++;
    }
  });
  const onOutput = (chunk: Buffer): boolean => {
    read(chunk);
    return next === undefined;
  };
  await runGit({ ...logCall(repository, FORMAT, ['HEAD'], [`--skip=${skip}`]), onOutput, signal });
  return { commits, next };
}

const FORMAT = '%H%x00%aI%x00%aN%x00%s';
const FIELDS = 4;

/** More of a commit than this is not text that a person reads. */
const LONGEST_TEXT = 1024 * 1024;

/**
 * Message, statistics and changes of one commit, to be shown as text. Whatever goes wrong is said in the text itself.
 *
 * @param sha whole or abbreviated hash
 */
export async function commitText(repository: Repository, sha: string): Promise<string> {
  if (!/^[0-9a-f]{7,64}$/.test(sha)) {
    return `${t('"{0}" is not a commit\'s hash.', sha)}\n`;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['show', ...SHOW_OPTIONS, '--end-of-options', `${sha}^{commit}`, '--'],
    onOutput(chunk) {
      chunks.push(chunk);
      length += chunk.length;
      return length <= LONGEST_TEXT;
    },
  });
  if (length > LONGEST_TEXT) {
    const cut = t('Cut here: the commit is longer than 1 MB. See the rest with `git show {0}`.', sha);
    return `${wholeLines(Buffer.concat(chunks))}\n[${cut}]\n`;
  }
  return outcome.exitCode === 0
    ? Buffer.concat(chunks).toString('utf8')
    : `${describeGitFailure(t('show the commit {0} of {1}', sha, repository.root), outcome, repository.git.deadlineMs)}\n`;
}

/** Where {@link commitText} has the first line of the message, counted from 0: its number, and how far it is indented. */
export const SUBJECT_PLACE = { line: 7, column: 4 } as const;

/** Everything that a configuration could replace by a program of its own is switched off. */
const SHOW_OPTIONS = [
  '--no-ext-diff',
  '--no-textconv',
  '--no-show-signature',
  '--no-color',
  '--no-notes',
  '--submodule=short',
  '--cc',
  '--encoding=UTF-8',
  `--format=tformat:${[
    'commit %H',
    'Parents:    %p',
    'Author:     %aN <%aE>',
    'AuthorDate: %ad',
    'Commit:     %cN <%cE>',
    'CommitDate: %cd',
    '',
    '%w(0,4,4)%B',
  ].join('%n')}`,
  '--date=iso-strict',
  '--stat',
  '--patch',
];

function wholeLines(bytes: Buffer): string {
  const cut = bytes.subarray(0, LONGEST_TEXT);
  return cut.toString('utf8', 0, cut.lastIndexOf('\n') + 1);
}
