import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export interface GitOptions {
  /** Absolute path of the program, from a setting of the machine and never of the workspace. undefined: the first on PATH. */
  readonly gitPath?: string | undefined;
  /** The environment to look on PATH in and to run with; the process's own by default. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** A call that prints nothing for so long is stopped; 30 seconds by default. */
  readonly deadlineMs?: number | undefined;
}

/** A git that was found, and how it is to be run. Nothing has been started yet. */
export interface GitProgram {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

const DEADLINE_MS = 30_000;

/**
 * Looks for git without starting anything. The path is made absolute here because a bare name would be looked for in the
 * working directory too on Windows, and that is the workspace.
 *
 * @returns undefined when there is none
 */
export function findGit(options: GitOptions = {}): GitProgram | undefined {
  const environment = options.environment ?? process.env;
  const path = options.gitPath ? existing(options.gitPath) : findProgram('git', environment);
  const program = path === '/usr/bin/git' && process.platform === 'darwin' ? appleGit() : path;
  return program === undefined
    ? undefined
    : { path: program, environment: safeEnvironment(environment), deadlineMs: options.deadlineMs ?? DEADLINE_MS };
}

/** The first program of that name in an absolute folder of PATH; undefined when there is none. */
export function findProgram(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const key = Object.keys(environment).find((each) => each.toUpperCase() === 'PATH');
  const folders = (key === undefined ? '' : (environment[key] ?? '')).split(delimiter);
  for (const folder of folders) {
    const path = isAbsolute(folder) ? existing(join(folder, file)) : undefined;
    if (path !== undefined) {
      return path;
    }
  }
  return undefined;
}

function existing(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return isAbsolute(path) && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

/** `/usr/bin/git` of macOS is a stand-in that opens an installation dialog when the developer tools are missing. */
function appleGit(): string | undefined {
  let selected = '/Library/Developer/CommandLineTools';
  try {
    selected = realpathSync('/var/db/xcode_select_link');
  } catch {
    // Nothing was selected: the tools' usual place.
  }
  return existing(join(selected, 'usr/bin/git')) ?? existing('/Applications/Xcode.app/Contents/Developer/usr/bin/git');
}

/** Variables beside `GIT_*` that git takes for programs to run; simple-git refuses to pass them on. */
const GUARDED = new Set(['EDITOR', 'VISUAL', 'PAGER', 'PREFIX', 'SSH_ASKPASS']);

function safeEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [key, value] of Object.entries(environment)) {
    const name = key.toUpperCase();
    if (value !== undefined && !name.startsWith('GIT_') && !GUARDED.has(name)) {
      safe[key] = value;
    }
  }
  return { ...safe, ...SAFE_VARIABLES };
}

/**
 * Messages in English because they are read; no questions; no index refresh written; and no network, which an incomplete
 * (partial) clone would use to fetch a missing object from whatever address the repository names. Into a pipe, git would
 * write every commit by itself: without that, a history is read in half the time.
 */
export const SAFE_VARIABLES = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_FLUSH: '0',
} as const;
