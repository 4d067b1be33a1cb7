import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Importer } from './fastImport';

const DEADLINE_MS = 30_000;

/** Nothing of the user's own settings, templates or hooks takes part in making the sample. */
const NEUTRAL = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.autocrlf=false', 'init.defaultBranch=main'];

/**
 * Runs git in a folder to its end.
 *
 * @param talk speaks with the process while it runs; the process' input is closed after it
 * @throws when git cannot be started, fails, or does not end in half a minute; the message is git's own last line
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  talk: (importer: Importer) => Promise<void> = async () => {},
): Promise<void> {
  const settings = NEUTRAL.flatMap((setting) => ['-c', setting]);
  const git = spawn('git', [...settings, ...args], {
    cwd: folder,
    env: neutralEnvironment(),
    timeout: DEADLINE_MS,
    windowsHide: true,
  });
  const ended = endOf(git);
  await Promise.race([talk(importerOf(git)), ended]);
  git.stdin.end();
  await ended;
}

function neutralEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' };
}

function endOf(git: ChildProcessWithoutNullStreams): Promise<void> {
  let errors = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // When git ends early, what is still written to it fails; why it ended is said by `close`.
  git.stdin.on('error', () => {});
  return new Promise((resolve, reject) => {
    git.on('error', reject);
    git.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(errors.trim().split('\n').at(-1) || `git ended with ${signal ?? `code ${code}`}`));
    });
  });
}

function importerOf(git: ChildProcessWithoutNullStreams): Importer {
  const answers = createInterface({ input: git.stdout });
  return {
    write: (text) => git.stdin.write(text),
    ask: (line) =>
      new Promise((resolve) => {
        answers.once('line', resolve);
        git.stdin.write(`${line}\n`);
      }),
  };
}
