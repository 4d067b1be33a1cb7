import type { Facts } from '../../../src/core/findings/facts';
import type { Engine } from '../../../src/engine/engine';
import type { FolderCache } from '../../../src/engine/cache/folderCache';
import type { FactSource, FactWorld } from '../../../src/engine/facts/factSource';

/** No lines are wanted, nothing is a hotspot, and nothing was said to be broken. */
export const NOTHING_ELSE = {
  linesWithinDays: undefined,
  hotspots: { percent: Infinity, commits: Infinity, days: 0 },
  isHistoryBroken: false,
} as const;

/** The world of an engine that has read everything. */
export function worldOf(engine: Engine, cache?: FolderCache): FactWorld {
  const { folder, trace, repository, head, today } = engine;
  return { folder, trace, repository, head, files: new Set<string>(), cache, today, ...NOTHING_ELSE };
}

/** Everything that a source tells in one reading, in order. */
export async function toldBy<Name extends keyof Facts>(
  source: FactSource<Name>,
  world: FactWorld,
  signal: AbortSignal = new AbortController().signal,
): Promise<Facts[Name][]> {
  const told: Facts[Name][] = [];
  await source.follow(world, (fact) => told.push(fact), signal);
  return told;
}
