import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Milliseconds that a program takes, whose output goes nowhere. */
export function timeOfProgram(program: string, args: readonly string[], folder: string, env = process.env): number {
  const began = performance.now();
  const { error, status, stderr } = spawnSync(program, [...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const time = performance.now() - began;
  // A search that finds nothing ends with 1.
  if (error || status === null || status > 1) {
    throw new Error(`${program} ${args[0] ?? ''} failed: ${error?.message ?? stderr.toString().trim()}`);
  }
  return time;
}

export function hasProgram(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Where a program of this name is found first; undefined: nowhere. */
export function pathOfProgram(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs git in a folder with nothing of the machine's own configuration. */
export function runGit(folder: string, args: readonly string[], input?: Buffer | string): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Bench',
    GIT_AUTHOR_EMAIL: 'bench@example.org',
    GIT_COMMITTER_NAME: 'Bench',
    GIT_COMMITTER_EMAIL: 'bench@example.org',
  };
  const { error, status, stdout, stderr } = spawnSync('git', [...args], {
    cwd: folder,
    env,
    input,
    maxBuffer: 2 ** 30,
  });
  if (error || status !== 0) {
    throw new Error(`git ${args[0] ?? ''} failed: ${error?.message ?? stderr.toString().trim()}`);
  }
  return stdout.toString().trimEnd();
}
