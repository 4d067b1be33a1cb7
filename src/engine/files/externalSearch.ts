import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { t } from '../../core/words/t';
import { searchExpression, type SearchPattern } from '../../core/ids/searchPattern';
import { describeGitFailure } from '../git/gitFailure';
import type { GitProgram } from '../git/gitProgram';
import { runGit } from '../git/runGit';

/** What another program found in a folder. */
export interface ExternalHits {
  /** Relative to the folder, separated by `/`. */
  readonly hits: ReadonlySet<string>;
  /** Files that were searched; undefined = those that git tracks. */
  readonly searched: ReadonlySet<string> | undefined;
  /** True when the program could not read something. */
  readonly complained: boolean;
  /**
   * False: it looked for the letters alone, so a hit may have the wrong ones around them. Hits that are binary or UTF-16 are
   * never sure.
   */
  readonly exact: boolean;
}

export interface ExternalSearch {
  /** Absolute path of the folder. */
  readonly root: string;
  /** None is empty or holds a line break or NUL. */
  readonly patterns: readonly SearchPattern[];
  readonly signal?: AbortSignal | undefined;
}

/** Programs that were built without Perl's regular expressions, as Apple's git is. */
const withoutExpressions = new Set<string>();

/**
 * Searches tracked files with `git grep`. Without `--untracked`, which is slower and leaves out what is tracked although
 * ignored; and with `-a`, because what counts as binary is decided in one place for all searchers. Every file that begins
 * with the byte order mark of UTF-16 is a hit.
 *
 * @returns a sentence when git failed
 * @throws the signal's reason when aborted
 */
export async function searchWithGit(program: GitProgram, search: ExternalSearch): Promise<ExternalHits | string> {
  const { root, patterns, signal } = search;
  const exact = !withoutExpressions.has(program.path);
  const outcome = await runGit({
    program,
    folder: root,
    args: ['grep', exact ? '-P' : '-F', ...GREP],
    input: exact
      ? `${searchExpression(patterns)}|${UTF16_MARK}\n`
      : Buffer.concat([Buffer.from(texts(patterns)), Buffer.from('\xff\xfe\n\xfe\xff\n', 'latin1')]),
    signal,
  });
  if (exact && outcome.exitCode === 128 && /Perl-compatible|pcre/i.test(outcome.stderr)) {
    withoutExpressions.add(program.path);
    return searchWithGit(program, search);
  }
  if (outcome.exitCode !== 0 && outcome.exitCode !== 1) {
    return describeGitFailure(t('search {0}', root), outcome, program.deadlineMs);
  }
  return { hits: splitNames(outcome.stdout), searched: undefined, complained: outcome.stderr !== '', exact };
}

/**
 * Searches with ripgrep, and asks it which files that were: its rules of what to ignore are nearly git's, and the rest is
 * made up for by reading. UTF-16 that has a byte order mark it decodes by itself.
 *
 * @param program absolute path
 * @returns a sentence when ripgrep failed
 * @throws the signal's reason when aborted
 */
export async function searchWithRipgrep(program: string, search: ExternalSearch): Promise<ExternalHits | string> {
  const { root, patterns, signal } = search;
  const [found, listed] = await Promise.all([
    runRipgrep(program, root, [...RIPGREP, '--files-with-matches', '-F', '-f', '-', '.'], signal, texts(patterns)),
    runRipgrep(program, root, [...RIPGREP, '--files', '.'], signal),
  ]);
  signal?.throwIfAborted();
  const failure = typeof found === 'string' ? found : typeof listed === 'string' ? listed : undefined;
  if (typeof found === 'string' || typeof listed === 'string') {
    return t('ripgrep could not search {0}: {1}.', root, failure ?? '');
  }
  const complained = found.complained || listed.complained;
  return { hits: found.names, searched: listed.names, complained, exact: false };
}

/** At the beginning of a line. Written the other way round, `^\xFF\xFE`, it makes the search three times as long. */
const UTF16_MARK = '\\xFF\\xFE(?<=^\\xFF\\xFE)|\\xFE\\xFF(?<=^\\xFE\\xFF)';

const GREP = [
  '-l',
  '-z',
  '-a',
  '--no-color',
  '--no-full-name',
  '--no-recurse-submodules',
  '--no-textconv',
  '-f',
  '-',
  '--',
];

const RIPGREP = [
  '--no-config',
  '--null',
  '--color=never',
  '--path-separator=/',
  '--hidden',
  '--glob=!.git',
  '--text',
  '--no-require-git',
  '--no-ignore-dot',
  '--no-messages',
];

function texts(patterns: readonly SearchPattern[]): string {
  return patterns.map(({ text }) => `${text}\n`).join('');
}

function splitNames(bytes: Buffer): Set<string> {
  const names = bytes.toString('utf8').split('\0');
  names.pop();
  return new Set(names);
}

interface RipgrepOutput {
  readonly names: Set<string>;
  readonly complained: boolean;
}

function runRipgrep(
  program: string,
  root: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
  input = '',
): Promise<RipgrepOutput | string> {
  return new Promise((resolve) => {
    let child: ChildProcessByStdio<Writable, Readable, null>;
    try {
      const options = {
        cwd: root,
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'ignore'] as const,
        ...(signal && { signal }),
      };
      child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
    } catch (error) {
      resolve(messageOf(error));
      return;
    }
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve(messageOf(error)));
    child.on('close', (code) => {
      const names = Buffer.concat(chunks).toString('utf8').split('\0').slice(0, -1);
      const plain = new Set(names.map((name) => name.replace(/^\.\//, '')));
      // 2 is said for a bad argument too, but then nothing is printed at all.
      resolve(
        code === null || code > 2
          ? t('it ended with code {0}', String(code))
          : { names: plain, complained: code === 2 },
      );
    });
    // A ripgrep that ends before it has read its words breaks the pipe; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
