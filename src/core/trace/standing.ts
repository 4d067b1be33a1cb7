import type { LinkedCommit } from './evidence';

/** What became of commits: those whose work still stands, and those that others took back. */
export interface Standing {
  /** Newest first, without reverts: a revert takes work back and is none itself. */
  readonly standing: readonly LinkedCommit[];
  /** Newest first. */
  readonly reverted: readonly LinkedCommit[];
  /** The newest revert that itself stands; undefined = nothing was taken back. */
  readonly lastRevert: LinkedCommit | undefined;
}

/**
 * Follows reverts, and reverts of reverts: what a reverted revert took back stands again.
 *
 * @param commits newest first
 */
export function standingOf(commits: readonly LinkedCommit[]): Standing {
  const takenBack: string[] = [];
  const standing: LinkedCommit[] = [];
  const reverted: LinkedCommit[] = [];
  let lastRevert: LinkedCommit | undefined;
  for (const link of commits) {
    const { sha, reverts } = link.commit;
    // People shorten the hash in a message that they write by hand.
    const isTakenBack = takenBack.some((prefix) => sha.startsWith(prefix));
    if (reverts !== undefined) {
      if (!isTakenBack) {
        takenBack.push(reverts);
        lastRevert ??= link;
      }
    } else if (isTakenBack) {
      reverted.push(link);
    } else {
      standing.push(link);
    }
  }
  return { standing, reverted, lastRevert };
}
