import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { t } from '../../core/words/t';
import { headRef, headSignature } from './readHead';
import type { Repository } from './repository';

export interface RepositoryWatcher {
  /** Why changes may go unnoticed, in one sentence; undefined = everything is watched. */
  readonly note: string | undefined;
  dispose(): void;
}

/** One commit touches a dozen files within a few milliseconds. */
const SETTLE_MS = 20;

/**
 * Calls back when HEAD moved: a commit, an amend, a checkout, a reset, a merge, an operation begun or ended. Without
 * changes nothing runs, no timer either. The callback comes from a timer, never from within this call.
 */
export function watchRepository(repository: Repository, onChange: () => void): RepositoryWatcher {
  const watchers = new Map<string, FSWatcher>();
  let signature = headSignature(repository);
  let timer: NodeJS.Timeout | undefined;
  let note: string | undefined;
  let disposed = false;

  const check = (): void => {
    timer = undefined;
    rearm();
    const now = headSignature(repository);
    if (now !== signature) {
      signature = now;
      onChange();
    }
  };

  const schedule = (): void => {
    if (!disposed) {
      timer ??= setTimeout(check, SETTLE_MS);
    }
  };

  /** Folders of branches come and go with them, and another branch lies in another folder. */
  const rearm = (): void => {
    const wanted = foldersToWatch(repository);
    for (const key of watchers.keys()) {
      if (!wanted.has(key)) {
        drop(key);
      }
    }
    for (const [key, folder] of wanted) {
      if (!watchers.has(key)) {
        arm(key, folder);
      }
    }
  };

  const drop = (key: string): void => {
    watchers.get(key)?.close();
    watchers.delete(key);
  };

  const arm = (key: string, folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name === basename(folder)) {
          // The folder itself went. One that is made in its place may even have its inode, but nobody watches it yet.
          drop(key);
        }
        if (name === null || !IRRELEVANT.test(name)) {
          schedule();
        }
      });
      watcher.on('error', (error) => {
        drop(key);
        if (existsSync(folder)) {
          note = noteOf(error);
        } else {
          schedule();
        }
      });
      watchers.set(key, watcher);
    } catch (error) {
      if (existsSync(folder)) {
        note = noteOf(error);
      }
    }
  };

  rearm();
  return {
    get note() {
      return note;
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) {
        watcher.close();
      }
      watchers.clear();
    },
  };
}

/** Written all the time by editors, and nothing that moves HEAD. */
const IRRELEVANT = /^(?:index|FETCH_HEAD|COMMIT_EDITMSG|ORIG_HEAD|config|gc\.pid|.+\.lock)$/;

/** By device and inode, because a folder that was deleted and made again must be watched anew. */
function foldersToWatch(repository: Repository): Map<string, string> {
  const { gitDir, commonDir } = repository;
  const folders = [gitDir, commonDir, join(gitDir, 'logs'), join(commonDir, 'reftable')];
  const ref = headRef(repository);
  if (ref !== undefined) {
    // All the way up: the branch's own folder may not exist while the branch is packed.
    for (let folder = dirname(ref); folder !== '.' && folder !== '/'; folder = dirname(folder)) {
      folders.push(join(commonDir, folder));
    }
  }
  const wanted = new Map<string, string>();
  for (const folder of folders) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      wanted.set(`${stats.dev}:${stats.ino}`, folder);
    }
  }
  return wanted;
}

function noteOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return t(
    'Commits made outside the editor may go unnoticed until a refresh, because the repository cannot be watched: {0}.',
    reason,
  );
}
