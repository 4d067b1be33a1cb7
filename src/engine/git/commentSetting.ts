import type { Repository } from './repository';
import { runGit } from './runGit';

const known = new WeakMap<Repository, Promise<string | undefined>>();

/**
 * `core.commentString` or `core.commentChar`, whichever is said last; undefined: neither is said. Asks git once for each time that a
 * repository is opened.
 */
export function commentSetting(repository: Repository): Promise<string | undefined> {
  let setting = known.get(repository);
  if (!setting) {
    setting = ask(repository);
    known.set(repository, setting);
  }
  return setting;
}

async function ask({ git, root }: Repository): Promise<string | undefined> {
  const args = ['config', '--null', '--get-regexp', '^core\\.comment(char|string)$'];
  const { exitCode, stdout } = await runGit({ program: git, folder: root, args });
  const last = stdout.toString('utf8').split('\0').findLast(Boolean);
  return exitCode === 0 ? last?.slice(last.indexOf('\n') + 1) : undefined;
}
