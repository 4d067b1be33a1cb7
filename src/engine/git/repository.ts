import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { t } from '../../core/words/t';
import { describeGitFailure, saysNoRepository } from './gitFailure';
import { findGit, type GitOptions, type GitProgram } from './gitProgram';
import { locateRepository, type RepositoryLayout } from './locateRepository';
import { type GitOutcome, runGit } from './runGit';

/** A repository that git agreed to read. Holds nothing open. */
export interface Repository extends RepositoryLayout {
  readonly git: GitProgram;
  /** True when the history ends before its beginning because only a part was cloned. */
  readonly shallow: boolean;
}

/** Why there is no history: one plain sentence. */
export interface Unavailable {
  readonly unavailable: string;
}

/** Asks git about a folder. */
export async function openRepository(folder: string, options: GitOptions = {}): Promise<Repository | Unavailable> {
  const git = findGit(options);
  if (git === undefined) {
    return { unavailable: missingGit(options.gitPath) };
  }
  const outcome = await runGit({ program: git, folder, args: ['rev-parse', ...QUESTIONS] });
  const answers = outcome.stdout.toString('utf8').split('\n');
  if (outcome.exitCode === 0) {
    return { ...layoutOf(folder, answers), git, shallow: answers[2] === 'true' };
  }
  return { unavailable: whyUnavailable(folder, answers, outcome, git.deadlineMs) };
}

export function isAvailable(repository: Repository | Unavailable): repository is Repository {
  return !('unavailable' in repository);
}

/** Those without a work tree come first: git answers in this order until it fails. */
const QUESTIONS = [
  '--is-bare-repository',
  '--is-inside-work-tree',
  '--is-shallow-repository',
  '--absolute-git-dir',
  '--git-common-dir',
  '--show-prefix',
  '--show-toplevel',
];

function layoutOf(folder: string, answers: readonly string[]): RepositoryLayout {
  const [, , , gitDir, commonDir, prefix, root] = answers;
  const complete = answers.length === QUESTIONS.length + 1;
  if (!complete || gitDir === undefined || commonDir === undefined || prefix === undefined || root === undefined) {
    // A line break in a folder's name: the answers cannot be told apart.
    return (
      locateRepository(folder) ?? {
        root: folder,
        prefix: '',
        gitDir: join(folder, '.git'),
        commonDir: join(folder, '.git'),
      }
    );
  }
  return { root: resolve(root), prefix, gitDir: resolve(gitDir), commonDir: resolve(realpathSync(folder), commonDir) };
}

function missingGit(gitPath: string | undefined): string {
  return gitPath
    ? t('There is no git program at {0}, so commits are not shown; correct the path in the settings.', gitPath)
    : t('Git is not installed or not on PATH, so commits are not shown; install it from https://git-scm.com.');
}

function whyUnavailable(folder: string, answers: readonly string[], outcome: GitOutcome, deadlineMs: number): string {
  if (!existsSync(folder)) {
    return t('The folder {0} does not exist, so its commits are not shown.', folder);
  }
  if (answers[0] === 'true') {
    return t('{0} is a bare repository, which has no files to link; open a clone or a work tree of it.', folder);
  }
  if (answers[1] === 'false') {
    return t('{0} lies inside a Git folder, not in a work tree; open the folder that holds the files.', folder);
  }
  if (saysNoRepository(outcome)) {
    return t('{0} is not in a Git repository, so commits are not shown; run `git init` there or open a clone.', folder);
  }
  return describeGitFailure(t('read the repository of {0}', folder), outcome, deadlineMs);
}
