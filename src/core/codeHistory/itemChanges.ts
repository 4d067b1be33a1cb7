import type { CommitFates } from '../trace/commitLog';
import { type Evidence, isAbout, type LinkedCommit } from '../trace/evidence';
import { standingOf } from '../trace/standing';
import type { ChangedCommit, CodeHistory } from './codeHistory';
import type { CodeIndex } from './codeIndex';

/** What the commits of one item changed. */
export interface ItemChanges {
  /** Newest first: those whose work stands, that are surely about the item, and that changed code. */
  readonly commits: readonly ChangedCommit[];
  /** Files of code that they changed, tests included. */
  readonly paths: ReadonlySet<string>;
  /** What {@link componentsChanged} said last; undefined: nobody asked yet. */
  readonly last: { components: { readonly index: CodeIndex; readonly names: ReadonlySet<string> } | undefined };
}

const NO_CHANGES = changesIn([]);

/** Made anew only for an item whose commits are others. */
export function itemChangesOf({ commits }: Evidence, history: CodeHistory, fates: CommitFates): ItemChanges {
  if (commits.length === 0) {
    return NO_CHANGES;
  }
  const known = remembered.get(commits);
  if (known?.history === history && known.fates === fates && known.version === fates.version) {
    return known.changes;
  }
  const changed = standingOf(commits, fates).standing.flatMap((link) => {
    const found = link.certainty === 'certain' && isAbout(link) ? history.find(link.commit.sha) : undefined;
    return found && found.code.length > 0 ? [found] : [];
  });
  const changes = known && isSameList(known.changes.commits, changed) ? known.changes : changesIn(changed);
  remembered.set(commits, { history, fates, version: fates.version, changes });
  return changes;
}

function changesIn(commits: readonly ChangedCommit[]): ItemChanges {
  const paths = new Set<string>();
  for (const { code } of commits) {
    for (const { path } of code) {
      paths.add(path);
    }
  }
  return { commits, paths, last: { components: undefined } };
}

/** The components that the files of an item belong to, in no order. */
export function componentsChanged({ paths, last }: ItemChanges, index: CodeIndex): ReadonlySet<string> {
  if (last.components?.index !== index) {
    const names = new Set<string>();
    for (const path of paths) {
      const name = index.componentOf(path);
      if (name !== undefined) {
        names.add(name);
      }
    }
    last.components = { index, names };
  }
  return last.components.names;
}

function isSameList(a: readonly ChangedCommit[], b: readonly ChangedCommit[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

interface Remembered {
  readonly history: CodeHistory;
  readonly fates: CommitFates;
  readonly version: number;
  readonly changes: ItemChanges;
}

const remembered = new WeakMap<readonly LinkedCommit[], Remembered>();
