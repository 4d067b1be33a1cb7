import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the body with a `git` on PATH that notes how it is called, by whomever in this process.
 *
 * @returns the calls of this and of earlier bodies with the same folder
 */
export async function callsOfGit(folder: string, body: () => Promise<unknown>): Promise<string[]> {
  const bin = join(folder, 'bin');
  const log = join(folder, 'calls');
  const { PATH } = process.env;
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, 'git'))) {
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$*" >> '${log}'\nPATH='${PATH}' exec git "$@"\n`, {
      mode: 0o755,
    });
  }
  process.env['PATH'] = `${bin}:${PATH}`;
  try {
    await body();
  } finally {
    process.env['PATH'] = PATH;
  }
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
}

/** The command of a call such as `--no-pager -c x=y log --format=…`. */
export function commandOf(call: string): string | undefined {
  return call.split(' ').find((word) => COMMANDS.has(word));
}

const COMMANDS = new Set(['rev-parse', 'version', 'log', 'grep', 'rev-list', 'cat-file', 'diff-tree']);
