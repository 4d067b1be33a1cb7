import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, type GitOptions } from '../../../src/engine/git/gitProgram';
import type { RawCommit } from '../../../src/core/commits/readCommit';
import { readHistory } from '../../../src/engine/git/readHistory';
import { isAvailable, openRepository, type Repository } from '../../../src/engine/git/repository';

/** Opens a repository that must be there. */
export async function open(folder: string, options?: GitOptions): Promise<Repository> {
  const opened = await openRepository(folder, options);
  assert.ok(isAvailable(opened), 'unavailable' in opened ? opened.unavailable : '');
  return opened;
}

/** The commits up to `to`, newest first. Reading them must not fail. */
export async function historyOf(repository: Repository, to: string, known?: string): Promise<RawCommit[]> {
  const commits: RawCommit[] = [];
  const failure = await readHistory(repository, { known, to, onCommits: (batch) => commits.push(...batch) });
  assert.equal(failure, undefined);
  return commits;
}

/** The path of a program that does something of the shell first and then is git. */
export function wrappedGit(folder: string, commands: string): string {
  const path = join(mkdtempSync(join(folder, 'git-')), 'git');
  writeFileSync(path, `#!/bin/sh\n${commands}\nexec '${findProgram('git')}' "$@"\n`, { mode: 0o755 });
  return path;
}
