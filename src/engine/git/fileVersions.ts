import { t } from '../../core/words/t';
import { describeGitFailure } from './gitFailure';
import type { Repository } from './repository';
import { runGit } from './runGit';
import { isSha } from './sha';

/** What a commit made of one file. */
export interface FileVersion {
  /** Relative to the repository's root. */
  readonly path: string;
  /** undefined: the file is there no more, or is something else than a file. */
  readonly blob: string | undefined;
  readonly isNew: boolean;
}

/** A commit and the files of those asked for that it changed. */
export interface CommitOfFiles {
  readonly sha: string;
  readonly parents: readonly string[];
  /** ISO 8601 with its author's own offset. */
  readonly authored: string;
  readonly committed: string;
  readonly author: string;
  readonly files: readonly FileVersion[];
}

export interface VersionRequest {
  /** A commit whose history is known already; undefined: everything is wanted. */
  readonly since?: string | undefined;
  readonly to: string;
  /** Of files and folders, relative to the repository's root. */
  readonly paths: readonly string[];
  /**
   * `mainline`: what became of the files on this branch; a merge is one step, told as the difference to its first parent.
   * `written`: every commit but merges, of all branches that were merged.
   */
  readonly commits: 'mainline' | 'written';
  /** Commits, the newest first. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
}

/** @returns commits, the oldest first; and why they are not all, in one sentence */
export async function listFileVersions(
  repository: Repository,
  { since, to, paths, commits, most, signal }: VersionRequest,
): Promise<{ readonly commits: readonly CommitOfFiles[]; readonly incomplete: string | undefined }> {
  if (!isSha(to) || (since !== undefined && !isSha(since))) {
    return { commits: [], incomplete: t('The past of the roadmap cannot be read: "{0}" is not a commit\'s hash.', to) };
  }
  const kind = commits === 'mainline' ? ['--first-parent', '-m'] : ['--no-merges'];
  const range = since === undefined ? to : `${since}..${to}`;
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['log', ...kind, `--max-count=${most}`, ...LOG_OPTIONS, '--end-of-options', range, '--', ...paths],
    signal,
  });
  const failure = describeGitFailure(
    t('read the past of the roadmap in {0}', repository.root),
    outcome,
    repository.git.deadlineMs,
  );
  return {
    commits: commitsIn(outcome.stdout.toString('utf8')).reverse(),
    incomplete: outcome.exitCode === 0 ? undefined : failure,
  };
}

/** Whether the first parents of a commit lead to another one. */
export async function isOnMainline(
  repository: Repository,
  sha: string,
  of: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!isSha(sha) || !isSha(of)) {
    return false;
  }
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['rev-list', '--first-parent', '--boundary', '--end-of-options', `${sha}..${of}`, '--'],
    signal,
  });
  return outcome.exitCode === 0 && outcome.stdout.toString('latin1').split('\n').includes(`-${sha}`);
}

/** A file that differs between two commits. */
export interface FileDifference {
  /** Empty: it was not there. */
  readonly from: string;
  readonly to: string;
  /** undefined: it was, or is, not there. */
  readonly fromBlob: string | undefined;
  readonly toBlob: string | undefined;
}

/** All files that differ between two commits; what was renamed is one of them. Empty where git cannot tell. */
export async function listDifferences(
  repository: Repository,
  from: string,
  to: string,
  signal: AbortSignal | undefined,
): Promise<readonly FileDifference[]> {
  if (!isSha(from) || !isSha(to)) {
    return [];
  }
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    args: ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '-M', '-l400', '--end-of-options', from, to, '--'],
    signal,
  });
  return outcome.exitCode === 0 ? differencesIn(outcome.stdout.toString('utf8')) : [];
}

const BEGIN = '\u0001';
const FORMAT = '%x01%H%x00%P%x00%aI%x00%cI%x00%aN';

const LOG_OPTIONS = [
  '--root',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '-z',
  '--no-color',
  '--no-show-signature',
  '--encoding=UTF-8',
  `--format=tformat:${FORMAT}`,
];

/** `:100644 100644 <blob> <blob> M` */
const RAW = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/;

function commitsIn(output: string): CommitOfFiles[] {
  const tokens = output.split('\0');
  const commits: (CommitOfFiles & { readonly files: FileVersion[] })[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const raw = RAW.exec(token);
    if (raw) {
      const [, , mode = '', , blob = '', status] = raw;
      at += 1;
      commits.at(-1)?.files.push({ path: tokens[at] ?? '', blob: blobOf(mode, blob), isNew: status === 'A' });
    } else if (token.replace(/^\n/, '').startsWith(BEGIN)) {
      const [parents = '', authored = '', committed = '', author = ''] = tokens.slice(at + 1, at + 5);
      const sha = token.slice(token.indexOf(BEGIN) + 1);
      at += 4;
      commits.push({ sha, parents: parents.split(' ').filter(Boolean), authored, committed, author, files: [] });
    }
  }
  return commits.filter(({ sha }) => isSha(sha));
}

function differencesIn(output: string): FileDifference[] {
  const tokens = output.split('\0');
  const differences: FileDifference[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const raw = RAW.exec(tokens[at] ?? '');
    if (raw) {
      const [, fromMode = '', toMode = '', fromBlob = '', toBlob = '', status] = raw;
      const from = tokens[at + 1] ?? '';
      const isRenamed = status === 'R' || status === 'C';
      at += isRenamed ? 2 : 1;
      differences.push({
        from: status === 'A' ? '' : from,
        to: status === 'D' ? '' : isRenamed ? (tokens[at] ?? '') : from,
        fromBlob: blobOf(fromMode, fromBlob),
        toBlob: blobOf(toMode, toBlob),
      });
    }
  }
  return differences;
}

/** Links and submodules hold no text. */
function blobOf(mode: string, sha: string): string | undefined {
  return mode.startsWith('100') && isSha(sha) ? sha : undefined;
}
