import { roleOf } from '../../../annotations/roles';
import { type CodeIndex } from '../../../codeHistory/codeIndex';
import type { Day } from '../../../model/calendar';
import type { TraceContext } from '../../rule';
import { nearItemsChanging } from './openWork';

/** What makes a file one of the most changed ones on which somebody is at work. */
export interface HotspotBounds {
  /** Of the other changed files, how many in a hundred must have changed less often. */
  readonly percent: number;
  /** Linked commits that changed it, at least. */
  readonly commits: number;
  /** So far ahead is the near term. */
  readonly days: number;
}

export function isChangedMost(path: string, index: CodeIndex, { percent, commits }: HotspotBounds): boolean {
  const changes = index.files.get(path)?.length ?? 0;
  return changes >= commits && index.rankOf(path) * 100 >= percent && roleOf(path) !== 'test';
}

/** The files that are changed most and that near-term work changes, the one with the most changes first. */
export function filesChangedMost(
  index: CodeIndex,
  world: Pick<TraceContext, 'plan' | 'trace'>,
  today: Day,
  bounds: HotspotBounds,
): string[] {
  return Array.from(index.files)
    .filter(([path]) => isChangedMost(path, index, bounds))
    .filter(([path]) => nearItemsChanging(path, index, world, today + bounds.days).length > 0)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([path]) => path);
}
