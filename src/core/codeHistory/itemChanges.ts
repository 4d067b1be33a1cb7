import type { CommitFates } from '../trace/commitLog';
import type { Evidence } from '../trace/evidence';
import { standingOf } from '../trace/standing';
import type { ChangedCommit, CodeHistory } from './codeHistory';

/** What the commits of one item changed. */
export interface ItemChanges {
  /** Newest first: those whose work stands, that surely name the item, and that changed code. */
  readonly commits: readonly ChangedCommit[];
  /** Files of code that they changed, tests included. */
  readonly paths: ReadonlySet<string>;
}

const NO_CHANGES: ItemChanges = { commits: [], paths: new Set() };

/** Made anew only for an item whose commits are others. */
export function itemChangesOf({ commits }: Evidence, history: CodeHistory, fates: CommitFates): ItemChanges {
  if (commits.length === 0) {
    return NO_CHANGES;
  }
  const { standing } = standingOf(commits, fates);
  const known = remembered.get(standing);
  if (known?.history === history) {
    return known.changes;
  }
  const changed = standing.flatMap(({ commit, certainty }) => {
    const found = certainty === 'certain' ? history.find(commit.sha) : undefined;
    return found && found.code.length > 0 ? [found] : [];
  });
  const paths = new Set(changed.flatMap(({ code }) => code.map(({ path }) => path)));
  const changes = { commits: changed, paths };
  remembered.set(standing, { history, changes });
  return changes;
}

const remembered = new WeakMap<object, { readonly history: CodeHistory; readonly changes: ItemChanges }>();
