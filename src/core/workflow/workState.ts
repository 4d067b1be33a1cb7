import { t } from '../words/t';

/** What git says of a folder's work tree where work on a story is begun or ended. */
export interface WorkState {
  /** null: detached. */
  readonly branch: string | null;
  /** False: there are no commits yet. */
  readonly hasCommits: boolean;
  /** What a person has begun and not finished, as git calls it: `rebase`, `merge`; undefined: nothing. */
  readonly operation: string | undefined;
  /** Names of branches: local ones, then those that only a remote has, in each case the last changed first. */
  readonly branches: readonly string[];
  /** The branch that others start from; undefined: nobody can tell. */
  readonly defaultBranch: string | undefined;
  /** Files that git follows and that differ from the last commit. */
  readonly changedFiles: number;
}

/** What is known of git in a folder, or one sentence that says why nothing is. */
export type KnownState = WorkState | { readonly unavailable: string };

/**
 * One sentence that says why no branch can be left or made now; undefined: nothing stands against it.
 *
 * @param isLeaving true: a branch is checked out that is there already, for which it does not matter where HEAD is
 */
export function obstacleOf(state: KnownState, isLeaving = false): string | undefined {
  if ('unavailable' in state) {
    return t('{0}; without git there is no branch to work on.', state.unavailable.replace(/[.]$/, ''));
  }
  if (state.operation !== undefined) {
    return t('A {0} is in progress in this repository; finish or abort it first.', state.operation);
  }
  if (!state.hasCommits) {
    return t('This repository has no commits yet; make the first one, which a branch can start from.');
  }
  if (state.branch === null && !isLeaving) {
    return t(
      'No branch is checked out (HEAD is detached), so a branch would begin anywhere; check out a branch first.',
    );
  }
  return undefined;
}
