import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFiles } from '../files/gitSettings';
import { programStamp } from './gitVersion';
import type { Repository } from './repository';

/**
 * Changes whenever git may tell the same commits otherwise: the border of a shallow clone, people's names, replaced objects,
 * settings, another git. Reads a few small files and starts nothing.
 */
export function historyConditions(repository: Repository): string {
  const { root, commonDir, git } = repository;
  return JSON.stringify([
    programStamp(git),
    shallowBorder(repository),
    readOrEmpty(join(root, '.mailmap')),
    namesIn(join(commonDir, 'refs', 'replace')),
    stampOf(join(commonDir, 'info', 'grafts')),
    configurationFiles(commonDir).map(stampOf),
  ]);
}

/** Changes when another part of a cut-off history is there; empty: it is not cut off. */
export function shallowBorder({ commonDir }: Pick<Repository, 'commonDir'>): string {
  return stampOf(join(commonDir, 'shallow'));
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : '';
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
