import { dirname } from 'node:path';
import type { GitProgram } from './gitProgram';
import { runGit } from './runGit';
import { stampOrEmpty } from './smallFiles';

const versions = new Map<string, Promise<string | undefined>>();

/** The version of git, as in `2.39.5`. Asked once for each program that answers. */
export async function versionOf(git: GitProgram): Promise<string> {
  const asked = versions.get(git.path) ?? askForVersion(git);
  versions.set(git.path, asked);
  const version = await asked;
  if (version === undefined) {
    versions.delete(git.path);
  }
  return version ?? 'unknown';
}

/** Changes when another program is at the same place. */
export function programStamp(git: GitProgram): string {
  return `${git.path}:${stampOrEmpty(git.path)}`;
}

async function askForVersion(git: GitProgram): Promise<string | undefined> {
  const { stdout } = await runGit({ program: git, folder: dirname(git.path), args: ['version'] });
  return /^git version (\S+)/.exec(stdout.toString('utf8'))?.[1];
}
