import type { Repository } from './repository';
import { runGit } from './runGit';

/** Who commits here, as git knows it; either may be empty. */
export interface GitUser {
  readonly name: string;
  readonly email: string;
}

const known = new WeakMap<Repository, Promise<GitUser | undefined>>();

/** As git said when it was last asked, once at least for each time that a repository is opened. undefined: it does not know. */
export function gitUser(repository: Repository): Promise<GitUser | undefined> {
  let user = known.get(repository);
  if (!user) {
    user = askUser(repository);
    known.set(repository, user);
  }
  return user;
}

/** Asks git again, as where a name is about to be written: somebody may have set it in a terminal meanwhile. */
export function gitUserNow(repository: Repository): Promise<GitUser | undefined> {
  const user = askUser(repository);
  known.set(repository, user);
  return user;
}

async function askUser({ git, root }: Repository): Promise<GitUser | undefined> {
  const args = ['config', '--null', '--get-regexp', '^user\\.(name|email)$'];
  const { exitCode, stdout } = await runGit({ program: git, folder: root, args });
  const values = new Map(
    stdout
      .toString('utf8')
      .split('\0')
      .map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)] as const),
  );
  const [name = '', email = ''] = [values.get('user.name'), values.get('user.email')];
  return exitCode === 0 && name + email !== '' ? { name, email } : undefined;
}
