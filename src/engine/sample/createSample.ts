import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { t } from '../../core/words/t';
import { lastDayOf } from './calendar';
import { writeStream } from './fastImport';
import { type PlacedCommit, placed, tipOf } from './graph';
import { ACTIVE_BRANCH, history } from './history';
import { runGit } from './runGit';
import { type TreeAt, treesUntil } from './tree';

/** Tells a sample from a folder of somebody's own work. Lies in `.git`, where it is no part of the sample itself. */
const MARKER = join('.git', 'waymark-sample');

/**
 * Makes the sample workspace: a small product with its roadmap and three months of history up to today. An earlier
 * sample in the folder is replaced, with whatever was changed in it.
 *
 * @param options.today ISO date on which the history ends, or the next working day before it; default: the clock's
 * @throws one plain sentence: when the folder holds something else or cannot be written to (it is then left as it
 * was), or when git could not make the history (the files are then there without it)
 *
 * @implements WAY-15
 */
export async function createSampleWorkspace(folder: string, options: { today?: string } = {}): Promise<void> {
  const lastDay = lastDayOf(options.today, Date.now());
  await checkFolder(folder);
  await clearFolder(folder);
  const commits = placed(history);
  const treeAt = treesUntil(lastDay);
  try {
    await runGit(folder, ['init', '--quiet', '--template=']);
    await runGit(folder, ['fast-import', '--quiet', '--done'], (git) => writeStream(git, commits, treeAt, lastDay));
    await runGit(folder, ['checkout', '--quiet', ACTIVE_BRANCH, '--']);
  } catch (error) {
    await clearFolder(folder);
    await writeFiles(folder, commits, treeAt);
    throw new Error(withoutHistory(folder, error), { cause: error });
  }
}

async function checkFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => undefined,
  );
  if (isFolder === undefined) return;
  if (!isFolder)
    throw new Error(t('{0} is a file, so the sample cannot be made there: choose an empty folder.', folder));
  const isForeign = (await readdir(folder)).length > 0 && !(await exists(join(folder, MARKER)));
  if (isForeign) {
    throw new Error(
      t('{0} holds files that are no earlier sample, and they are left as they are: choose an empty folder.', folder),
    );
  }
}

/** Leaves an empty folder that is marked as a sample, also when what follows fails. */
async function clearFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    }
    await writeText(
      folder,
      MARKER,
      'Made by Waymark as a sample. Making it anew replaces everything in this folder.\n',
    );
  } catch (error) {
    throw new Error(t('The sample cannot be written to {0} ({1}): choose another folder.', folder, reasonOf(error)), {
      cause: error,
    });
  }
}

async function writeFiles(folder: string, commits: readonly PlacedCommit[], treeAt: TreeAt): Promise<void> {
  for (const file of treeAt(tipOf(commits, ACTIVE_BRANCH).past)) {
    await writeText(folder, file.path, file.text, file.executable ? 0o755 : 0o644);
  }
}

async function writeText(folder: string, path: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text, { mode });
}

function withoutHistory(folder: string, error: unknown): string {
  return isMissing(error)
    ? t(
        'The sample in {0} has its files but no history, because git was not found: install or repair git and make the sample again.',
        folder,
      )
    : t(
        'The sample in {0} has its files but no history, because git said "{1}": install or repair git and make the sample again.',
        folder,
        reasonOf(error),
      );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
