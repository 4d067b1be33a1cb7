import type { Commit } from '../model/commit';
import type { CommitFates } from './commitLog';
import type { LinkedCommit } from './evidence';

/** What became of the commits of an item. */
export interface Standing {
  /** Newest first: work that counts. Neither reverts, nor second copies of a commit that counts itself. */
  readonly standing: readonly LinkedCommit[];
  /** Newest first. */
  readonly reverted: readonly LinkedCommit[];
  /** The newest commit that took one of them back, which itself may name no item; undefined = nothing is taken back. */
  readonly lastRevert: Commit | undefined;
  /** True when work stands that was done, or brought back, after {@link lastRevert}. */
  readonly isRedone: boolean;
}

interface Remembered {
  readonly fates: CommitFates;
  readonly version: number;
  readonly standing: Standing;
}

/** Several rules ask the same, again at each keystroke in a file that names the item. */
const remembered = new WeakMap<readonly LinkedCommit[], Remembered>();

/** @param commits newest first */
export function standingOf(commits: readonly LinkedCommit[], fates: CommitFates): Standing {
  const known = remembered.get(commits);
  if (known?.fates === fates && known.version === fates.version) {
    return known.standing;
  }
  const standing = findStanding(commits, fates);
  remembered.set(commits, { fates, version: fates.version, standing });
  return standing;
}

function findStanding(commits: readonly LinkedCommit[], fates: CommitFates): Standing {
  const standing: LinkedCommit[] = [];
  const reverted: LinkedCommit[] = [];
  const newest = (a: Commit | undefined, b: Commit): Commit => (a && fates.isNewer(a, b) ? a : b);
  let lastRevert: Commit | undefined;
  let lastWork: Commit | undefined;
  for (const link of commits) {
    const { state, by, copyOf } = fates.fateOf(link.commit);
    if (isUndoing(link, fates) || (copyOf && state !== 'reverted')) {
      continue;
    }
    if (state === 'reverted' && by) {
      reverted.push(link);
      lastRevert = newest(lastRevert, by.commit);
    } else {
      standing.push(link);
      lastWork = newest(lastWork, by?.commit ?? link.commit);
    }
  }
  const isRedone = lastRevert !== undefined && lastWork !== undefined && fates.isNewer(lastWork, lastRevert);
  return { standing, reverted, lastRevert, isRedone };
}

/**
 * Whether a commit names the item only because it takes back, or brings back, what another one did for it. A revert may
 * also be the work on an item: `PAY-13: Revert "PAY-12: cache"` is, on PAY-13.
 */
function isUndoing({ commit, mention }: LinkedCommit, fates: CommitFates): boolean {
  if (commit.undoes === undefined) {
    return false;
  }
  const { undoes } = fates.fateOf(commit);
  return undoes.length > 0
    ? undoes.some((undo) => undo.commit.mentions.some(({ id }) => id === mention.id))
    : commit.undoes.isFormal && mention.via.every((via) => via === 'subject');
}
