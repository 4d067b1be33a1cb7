import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFiles } from './gitSettings';
import { programStamp } from './gitVersion';
import type { Repository } from './repository';
import { readOrEmpty, stampOrEmpty } from './smallFiles';

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
    stampOrEmpty(join(commonDir, 'info', 'grafts')),
    configurationFiles(commonDir).map(stampOrEmpty),
  ]);
}

/** Changes when another part of a cut-off history is there; empty: it is not cut off. */
export function shallowBorder({ commonDir }: Pick<Repository, 'commonDir'>): string {
  return stampOrEmpty(join(commonDir, 'shallow'));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
