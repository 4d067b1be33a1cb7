import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { t } from '../../core/words/t';
import type { FolderRules } from './folderRules';
import { readGitIndex, type TrackedFiles } from './gitIndex';
import { inSlices } from '../inSlices';
import { skipReasonOf } from './readText';

/** A path and why it was left out, in words for people. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

/** The files that count as the project's: what git tracks, and what it does not ignore. */
export interface FileList {
  /** Relative to the folder, separated by `/`; regular files only, reached through no symbolic link. */
  readonly paths: ReadonlySet<string>;
  /** Those that git searches itself; undefined = there is no repository, or its index could not be read. */
  readonly tracked: TrackedFiles | undefined;
  readonly skipped: readonly Skipped[];
  /** One plain sentence each. */
  readonly notes: readonly string[];
}

/**
 * Lists the files of a folder by the rules of git, with or without a git to ask.
 *
 * @throws the signal's reason when aborted
 */
export async function listFiles(rules: FolderRules, signal?: AbortSignal): Promise<FileList> {
  const paths = new Set<string>();
  const skipped: Skipped[] = [];
  const notes: string[] = [];
  const tracked = trackedFiles(rules, notes);
  const folders = [''];
  await inSlices(
    takeFrom(folders),
    (folder) => {
      listFolder(rules, folder, tracked, { paths, skipped, folders });
    },
    { signal },
  );
  if (tracked) {
    await addHidden(rules, tracked, paths, signal);
  }
  return { paths, tracked, skipped, notes };
}

/**
 * The given files that {@link listFiles} would list, at a cost that does not grow with the folder.
 *
 * @param wanted relative to the folder, separated by `/`
 */
export function listThese(rules: FolderRules, wanted: Iterable<string>): FileList {
  const paths = new Set<string>();
  const notes: string[] = [];
  const isFile = plainFileTest(rules.root);
  let tracked: TrackedFiles | undefined;
  for (const path of wanted) {
    if (!isFile(path) || isInside(rules, path)) {
      continue;
    }
    if (isIgnoredAnywhere(rules, path)) {
      tracked ??= trackedFiles(rules, notes) ?? { paths: new Set(), assumed: new Set() };
      if (!tracked.paths.has(path)) {
        continue;
      }
    }
    paths.add(path);
  }
  return { paths, tracked: undefined, skipped: [], notes };
}

function trackedFiles({ repository, settings }: FolderRules, notes: string[]): TrackedFiles | undefined {
  const tracked = repository && readGitIndex(repository, settings.objectIdBytes);
  if (repository && !tracked) {
    notes.push(
      t(
        'The Git index of {0} could not be read, so files that are tracked although ignored are left out.',
        repository.root,
      ),
    );
  }
  return tracked;
}

/** Yields what is pushed while it is running; the order is that of a stack. */
function* takeFrom<T>(stack: T[]): Generator<T> {
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
  }
}

interface Found {
  readonly paths: Set<string>;
  readonly skipped: Skipped[];
  readonly folders: string[];
}

function listFolder(rules: FolderRules, folder: string, tracked: TrackedFiles | undefined, found: Found): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(`${rules.root}/${folder}`, { withFileTypes: true });
  } catch (error) {
    found.skipped.push({ path: folder, reason: skipReasonOf(error) });
    return;
  }
  const has = (wanted: string): boolean => entries.some(({ name }) => name === wanted);
  if (folder !== '' && has('.git') && rules.isOtherRepository(folder)) {
    found.skipped.push({ path: folder, reason: 'a repository of its own' });
    return;
  }
  const isIgnored = rules.ignoring(folder, has('.gitignore'));
  for (const entry of entries) {
    const { name } = entry;
    const path = folder === '' ? name : `${folder}/${name}`;
    if (name === '.git') {
      continue;
    }
    if (entry.isDirectory()) {
      if (!isIgnored(name, true)) {
        found.folders.push(path);
      }
    } else if (entry.isFile() && (tracked?.paths.has(path) || !isIgnored(name, false))) {
      found.paths.add(path);
    }
  }
}

/** Tracked files in ignored folders. Most that the walk did not meet are not on disk: deleted, or never checked out. */
async function addHidden(
  { root }: FolderRules,
  tracked: TrackedFiles,
  paths: Set<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const isFile = plainFileTest(root);
  const check = (path: string): void => {
    if (!paths.has(path) && isFile(path)) {
      paths.add(path);
    }
  };
  await inSlices(tracked.paths, check, { signal });
}

/** Tells regular files that are reached through no symbolic link; folders are looked at once. */
function plainFileTest(root: string): (path: string) => boolean {
  const folders = new Map<string, boolean>([['', true]]);
  const isFolder = (path: string): boolean => {
    let known = folders.get(path);
    if (known === undefined) {
      known = isFolder(parentOf(path)) && kindOf(root, path) === 'folder';
      folders.set(path, known);
    }
    return known;
  };
  return (path) => isSafe(path) && isFolder(parentOf(path)) && kindOf(root, path) === 'file';
}

function isSafe(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part !== '.git');
}

function kindOf(root: string, path: string): 'file' | 'folder' | undefined {
  try {
    const stats = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
    return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined;
  } catch {
    // A parent is no folder any more, or may not be looked into.
    return undefined;
  }
}

function isInside(rules: FolderRules, path: string): boolean {
  return parentsOf(path).some((folder) => rules.isOtherRepository(folder));
}

function isIgnoredAnywhere(rules: FolderRules, path: string): boolean {
  const steps = [...parentsOf(path), path];
  return steps.some((step) => rules.ignoring(parentOf(step))(step.slice(step.lastIndexOf('/') + 1), step !== path));
}

/** From the top downwards, without the root. */
function parentsOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_name, depth) => names.slice(0, depth + 1).join('/'));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
