import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { readBlobs } from './git/blobs';
import { LARGEST_FILE } from './files/readText';
import { describeGitFailure } from './git/gitFailure';
import { readGitSettings } from './git/gitSettings';
import type { Repository } from './git/repository';
import { runGit } from './git/runGit';
import { listTree, type TreeFile } from './git/treeFiles';

/** The files of one commit in a folder of their own. */
export interface CommitFolder {
  /** Absolute path of what stands for the folder that was asked for; it may not exist, if the commit does not have it. */
  readonly folder: string;
  /** Absolute path of the top, without a `/` at its end. */
  readonly root: string;
  /** Deletes it all. May be called twice. */
  dispose(): void;
}

/**
 * Writes the files of a commit into a temporary folder that git takes for a repository of its own, whose HEAD is the commit.
 * The repository itself is only read: nothing is checked out or registered there, and neither hooks nor filters run, so
 * files are as git stores them. Submodules are left out.
 *
 * @param commit a whole hash
 * @param more files and folders that are wanted beside the folder of the repository that was opened; from its top, with `/`
 * @returns a sentence when it cannot be done; then nothing is left behind
 */
export async function makeCommitFolder(
  repository: Repository,
  commit: string,
  more: readonly string[] = [],
): Promise<CommitFolder | string> {
  let root: string;
  try {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-')));
  } catch (error) {
    return notWritten(commit, error);
  }
  const dispose = (): void => removeFolder(root);
  const whenEnding = (): void => dispose();
  process.once('exit', whenEnding);
  const folder: CommitFolder = {
    folder: join(root, repository.prefix),
    root,
    dispose: () => {
      process.off('exit', whenEnding);
      dispose();
    },
  };
  try {
    const failure = await fill(root, repository, commit, more);
    if (failure !== undefined) {
      folder.dispose();
    }
    return failure ?? folder;
  } catch (error) {
    folder.dispose();
    return notWritten(commit, error);
  }
}

/** Node gives up in silence where a file comes meanwhile, as from a git that was started here and is still writing. */
function removeFolder(folder: string): void {
  for (let attempt = 0; attempt < MOST_ATTEMPTS && existsSync(folder); attempt++) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  }
}

const MOST_ATTEMPTS = 20;

function notWritten(commit: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The files of ${commit.slice(0, 10)} could not be written to ${tmpdir()}: ${reason}.`;
}

async function fill(
  root: string,
  repository: Repository,
  commit: string,
  more: readonly string[],
): Promise<string | undefined> {
  makeGitFolder(join(root, '.git'), repository, commit);
  const files = await listTree(repository, commit);
  if (typeof files === 'string') {
    return files;
  }
  const failure = await writeFiles(
    root,
    repository,
    files.filter(({ path }) => matters(path, repository.prefix, more)),
  );
  return failure ?? (await makeIndex(root, repository, commit));
}

/** What lies in the folder, and what git's rules are read from in those around it. */
function matters(path: string, prefix: string, more: readonly string[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, path.length - name.length);
  const isRule = name === '.gitignore' || name === '.gitattributes' || path === '.mailmap';
  const isMore = more.some((each) => path === each || path.startsWith(`${each}/`));
  return isSafe(path) && (path.startsWith(prefix) || isMore || (isRule && prefix.startsWith(folder)));
}

/** A repository may name files as nobody could write them: above the folder, or in the Git folder by a name that means it. */
function isSafe(path: string): boolean {
  return path.split('/').every((part) => {
    const plain = part
      .replace(/\p{Cf}/gu, '')
      .toLowerCase()
      .replace(/[. ]+$/, '');
    return plain !== '' && plain !== '.git' && !/^git~\d+$/.test(plain) && (sep === '/' || !part.includes(sep));
  });
}

async function writeFiles(
  root: string,
  repository: Repository,
  files: readonly TreeFile[],
): Promise<string | undefined> {
  const bySha = new Map<string, TreeFile[]>();
  const folders = new Set<string>();
  for (const file of files) {
    const folder = dirname(join(root, file.path));
    if (!folders.has(folder)) {
      folders.add(folder);
      mkdirSync(folder, { recursive: true });
    }
    if (file.size > LARGEST_FILE) {
      // Nobody reads so large a file; only how large it is must be seen.
      writeFileSync(join(root, file.path), '');
      truncateSync(join(root, file.path), file.size);
      continue;
    }
    const same = bySha.get(file.sha);
    if (same) {
      same.push(file);
    } else {
      bySha.set(file.sha, [file]);
    }
  }
  const links: { path: string; target: string }[] = [];
  let missing = 0;
  const failure = await readBlobs(repository, [...bySha.keys()], (sha, blob) => {
    for (const { path, kind } of bySha.get(sha) ?? []) {
      if (typeof blob === 'string') {
        missing++;
      } else if (kind === 'link') {
        links.push({ path: join(root, path), target: blob.toString('utf8') });
      } else {
        writeFileSync(join(root, path), blob);
      }
    }
    return true;
  });
  // Last, so that nothing is written through one.
  links.forEach(writeLink);
  return missing > 0
    ? `${missing} files of an earlier commit are not in this partial clone; clone without --filter, or fetch them with \`git fetch --refetch --no-filter\`.`
    : failure;
}

/** Where no links can be made there are none: the search passes over them anyway. */
function writeLink({ path, target }: { path: string; target: string }): void {
  try {
    symlinkSync(target, path);
  } catch {
    // A file of the same name in other letter case, or a system that allows none.
  }
}

/** By hand, since `git init` may be told to copy templates with hooks. The objects stay where they are. */
function makeGitFolder(gitDir: string, { commonDir }: Repository, commit: string): void {
  const { ignoreCase } = readGitSettings(commonDir);
  mkdirSync(join(gitDir, 'objects/info'), { recursive: true });
  mkdirSync(join(gitDir, 'refs'));
  mkdirSync(join(gitDir, 'info'));
  const isSha256 = commit.length === 64;
  const settings = [
    '[core]',
    `\trepositoryformatversion = ${isSha256 ? 1 : 0}`,
    '\tbare = false',
    `\tignorecase = ${ignoreCase}`,
    // A person's own settings must not make an index that is not read here.
    '\tsplitindex = false',
    '[index]',
    '\tversion = 2',
    ...(isSha256 ? ['[extensions]', '\tobjectformat = sha256'] : []),
  ];
  writeFileSync(join(gitDir, 'config'), `${settings.join('\n')}\n`);
  writeFileSync(join(gitDir, 'HEAD'), `${commit}\n`);
  writeFileSync(join(gitDir, 'objects/info/alternates'), `${quoted(join(commonDir, 'objects'))}\n`);
  for (const file of ['shallow', 'info/attributes', 'info/exclude']) {
    if (existsSync(join(commonDir, file))) {
      copyFileSync(join(commonDir, file), join(gitDir, file));
    }
  }
}

/** As git reads a line of `alternates`: in quotes with escapes, where the path alone would be taken for something else. */
function quoted(path: string): string {
  const escaped = path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
  return /^["#]|\n/.test(path) ? `"${escaped}"` : path;
}

/** Files may be tracked although they are ignored, and only the index tells. */
async function makeIndex(root: string, { git }: Repository, commit: string): Promise<string | undefined> {
  const outcome = await runGit({ program: git, folder: root, args: ['read-tree', commit] });
  return outcome.exitCode === 0
    ? undefined
    : describeGitFailure(`read the files of ${commit.slice(0, 10)}`, outcome, git.deadlineMs);
}
