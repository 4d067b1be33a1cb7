import type { BranchStep } from '../../core/workflow/workBranches';
import type { KnownState } from '../../core/workflow/workState';
import { readHead } from './readHead';
import type { Repository } from './repository';
import { runGit } from './runGit';

/**
 * Asks git what matters where a person begins or ends work.
 *
 * @param reason why there is no repository, where there is none
 */
export async function workStateOf(repository: Repository | undefined, reason: string): Promise<KnownState> {
  if (repository === undefined) {
    return { unavailable: reason };
  }
  const [{ sha, branch, operation }, refs, changedFiles] = await Promise.all([
    readHead(repository),
    readRefs(repository),
    countChanges(repository),
  ]);
  return { branch, hasCommits: sha !== null, operation, changedFiles, ...refs };
}

/** The prefix that tells remote branches from local ones, and the remote's name. */
const REMOTE = /^refs\/remotes\/([^/]+)\//;

async function readRefs(
  repository: Repository,
): Promise<{ readonly branches: readonly string[]; readonly defaultBranch: string | undefined }> {
  const output = await ask(repository, [
    'for-each-ref',
    '--sort=-committerdate',
    '--format=%(refname) %(symref)',
    'refs/heads',
    'refs/remotes',
  ]);
  const local = new Set<string>();
  const remote = new Set<string>();
  let origin: string | undefined;
  for (const line of output.split('\n')) {
    const [name = '', target = ''] = line.split(' ');
    if (target !== '') {
      origin = name === 'refs/remotes/origin/HEAD' ? target.replace(REMOTE, '') : origin;
    } else if (name.startsWith('refs/heads/')) {
      local.add(name.slice('refs/heads/'.length));
    } else if (REMOTE.test(name)) {
      remote.add(name.replace(REMOTE, ''));
    }
  }
  const branches = [...new Set([...local, ...remote])].filter((name) => !name.startsWith('-'));
  return { branches, defaultBranch: origin ?? USUAL.find((name) => local.has(name)) };
}

/** Where no remote says so. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

async function countChanges(repository: Repository): Promise<number> {
  const output = await ask(repository, ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames']);
  return output.split('\0').filter((entry) => entry !== '').length;
}

async function ask({ git, root }: Repository, args: readonly string[]): Promise<string> {
  const { exitCode, stdout } = await runGit({ program: git, folder: root, args });
  return exitCode === 0 ? stdout.toString('utf8') : '';
}

/**
 * Checks a branch out, as `git switch` does: it takes changed files along, and refuses by itself where anything would be lost.
 *
 * @returns what git said against it; undefined: the branch is checked out
 */
export async function switchBranch(
  { git, root }: Repository,
  { name, isNew }: BranchStep,
): Promise<string | undefined> {
  if (name.startsWith('-')) {
    return `invalid reference: ${name}`;
  }
  const args = ['switch', '--quiet', ...(isNew ? ['--no-track', '--create', name] : [name])];
  const { exitCode, stderr } = await runGit({ program: git, folder: root, args });
  return exitCode === 0 ? undefined : stderr;
}
