import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface CommitOptions {
  readonly author?: string;
  readonly email?: string;
  /** As git reads it, with an offset; one second after the commit before by default, the first an hour ago. */
  readonly date?: string;
}

/** A real repository in a folder of its own, whose name has a space. */
export interface TempRepo {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Runs git in the work tree and returns what it prints, without the last line break. Throws when it fails. */
  git(...args: string[]): string;
  /** Writes files of the work tree, and the folders that they need. */
  write(files: Readonly<Record<string, string | Buffer>>): void;
  /** Commits everything that changed, or an empty commit, and returns its hash. */
  commit(message: string | Buffer, options?: CommitOptions): string;
  dispose(): void;
}

/** @param init more arguments for `git init` */
export function makeTempRepo(...init: string[]): TempRepo {
  const folder = makeTempFolder();
  runGit(folder, ['init', '-q', '-b', 'main', ...init]);
  return repoAt(folder);
}

export async function withTempRepo<T>(body: (repo: TempRepo) => T | Promise<T>, ...init: string[]): Promise<T> {
  const repo = makeTempRepo(...init);
  try {
    return await body(repo);
  } finally {
    repo.dispose();
  }
}

/** Deleting it is up to the caller, as by {@link TempRepo.dispose} of {@link repoAt}. */
export function makeTempFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'waymark test ')));
}

export async function withTempFolder<T>(body: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = makeTempFolder();
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The repository of a folder that a test made by other means: a clone, a linked work tree. */
export function repoAt(path: string): TempRepo {
  let seconds = Math.floor(Date.now() / 1000) - 3600;
  return {
    path,
    git: (...args) => runGit(path, args),
    write: (files) => writeFiles(path, files),
    commit(message, { author = 'Ana Silva', email = 'ana@example.org', date = `${++seconds} +0000` } = {}) {
      runGit(path, ['add', '--all']);
      const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      const names = { GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: email };
      runGit(path, ['commit', '-q', '--allow-empty', '--cleanup=verbatim', '-F', '-'], message, { ...dates, ...names });
      return runGit(path, ['rev-parse', 'HEAD']);
    },
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Writes files below a folder, and the folders that they need. */
export function writeFiles(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Nothing of the machine's own configuration of git counts. */
function environment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([key]) => !key.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_COMMITTER_NAME: 'Committer',
    GIT_COMMITTER_EMAIL: 'committer@example.org',
    GIT_AUTHOR_NAME: 'Ana Silva',
    GIT_AUTHOR_EMAIL: 'ana@example.org',
    GIT_EDITOR: 'true',
    GIT_ALLOW_PROTOCOL: 'file',
  };
}

function runGit(folder: string, args: readonly string[], input: string | Buffer = '', more = {}): string {
  const env = { ...environment(), ...more };
  const output = execFileSync('git', args, { cwd: folder, env, input, stdio: 'pipe', maxBuffer: 2 ** 28 });
  return output.toString('utf8').replace(/\n$/, '');
}
