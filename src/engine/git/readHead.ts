import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shallowBorder } from './historyConditions';
import type { Repository } from './repository';
import { runGit } from './runGit';
import { readOrEmpty, stampOrEmpty } from './smallFiles';

export type Operation = 'rebase' | 'am' | 'merge' | 'cherry-pick' | 'revert' | 'bisect';

export interface Head {
  /** null: there are no commits yet. */
  readonly sha: string | null;
  /** Without `refs/heads/`; null when detached. While a rebase is in progress: the branch that is being rebased. */
  readonly branch: string | null;
  /** What a person has begun and not yet finished; undefined = nothing. */
  readonly operation?: Operation | undefined;
}

/** Where HEAD points. Read from files; git is asked only where branches are stored in a form of its own (reftable). */
export async function readHead(repository: Repository): Promise<Head> {
  const operation = operationOf(repository);
  const { ref, sha } = headFile(repository);
  if (ref === UNREADABLE_REF || (ref === undefined && sha === undefined)) {
    return { ...(await askForHead(repository)), operation };
  }
  const branch = ref === undefined ? rebasedBranch(repository) : branchOf(ref);
  return { sha: sha ?? (ref === undefined ? undefined : readRef(repository, ref)) ?? null, branch, operation };
}

/**
 * Changes whenever what {@link readHead} answers changes, or where a shallow history ends. Reads a few small files and
 * starts nothing.
 */
export function headSignature(repository: Repository): string {
  const { ref, sha } = headFile(repository);
  const target = ref === undefined ? sha : readRef(repository, ref);
  const tables = stampOrEmpty(join(repository.commonDir, 'reftable', 'tables.list'));
  const border = shallowBorder(repository);
  return [ref, target, operationOf(repository), rebasedBranch(repository), tables, border].join('\n');
}

/** The file that holds HEAD's branch, relative to the common folder; undefined when detached. */
export function headRef(repository: Repository): string | undefined {
  return headFile(repository).ref;
}

/** What git writes into HEAD where the truth is elsewhere, so that old programs do not take it for a repository of theirs. */
const UNREADABLE_REF = 'refs/heads/.invalid';

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

function headFile({ gitDir }: Repository): { ref?: string; sha?: string } {
  const text = readOrEmpty(join(gitDir, 'HEAD')).trimEnd();
  const ref = /^ref:\s*(refs\/.+)$/.exec(text)?.[1];
  return ref === undefined ? (SHA.test(text) ? { sha: text } : {}) : { ref };
}

type GitFolders = Pick<Repository, 'gitDir' | 'commonDir'>;

/** A branch's commit, from its own file or from `packed-refs`; undefined = it has none yet. */
function readRef({ gitDir, commonDir }: GitFolders, ref: string, depth = 0): string | undefined {
  if (ref.split('/').includes('..')) {
    return undefined;
  }
  const text = (readOrEmpty(join(commonDir, ref)) || readOrEmpty(join(gitDir, ref))).trimEnd();
  const next = /^ref:\s*(refs\/.+)$/.exec(text)?.[1];
  if (next !== undefined && depth < 5) {
    return readRef({ gitDir, commonDir }, next, depth + 1);
  }
  return SHA.test(text) ? text : packedRef(commonDir, ref);
}

function packedRef(commonDir: string, ref: string): string | undefined {
  const text = readOrEmpty(join(commonDir, 'packed-refs'));
  const end = `${text}\n`.indexOf(` ${ref}\n`);
  const sha = end < 0 ? '' : text.slice(text.lastIndexOf('\n', end) + 1, end);
  return SHA.test(sha) ? sha : undefined;
}

async function askForHead(repository: Repository): Promise<{ sha: string | null; branch: string | null }> {
  const call = { program: repository.git, folder: repository.root };
  const [commit, name] = await Promise.all([
    runGit({ ...call, args: ['rev-parse', '--verify', '--quiet', 'HEAD'] }),
    runGit({ ...call, args: ['symbolic-ref', '--quiet', 'HEAD'] }),
  ]);
  const sha = commit.stdout.toString('utf8').trim();
  const ref = name.stdout.toString('utf8').trim();
  return { sha: SHA.test(sha) ? sha : null, branch: ref === '' ? rebasedBranch(repository) : branchOf(ref) };
}

function operationOf({ gitDir }: Repository): Operation | undefined {
  return OPERATIONS.find(([file]) => existsSync(join(gitDir, file)))?.[1];
}

/** In the order in which they contain each other: a rebase cherry-picks. */
const OPERATIONS: readonly (readonly [string, Operation])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
];

function rebasedBranch({ gitDir }: Repository): string | null {
  const name =
    readOrEmpty(join(gitDir, 'rebase-merge/head-name')) || readOrEmpty(join(gitDir, 'rebase-apply/head-name'));
  return name.startsWith('refs/heads/') ? branchOf(name.trimEnd()) : null;
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}
