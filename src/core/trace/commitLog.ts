import type { Commit } from '../model/commit';
import type { Certainty } from '../model/marks';
import { mergeNewestFirst } from './newestFirst';
import { findTargets, type Target } from './undoTargets';

/** A commit that another one takes back, or the other way round. */
export interface Undo {
  readonly commit: Commit;
  /** `certain`: by hash; `probable`: by its subject or the number of its pull request. */
  readonly certainty: Certainty;
}

/** What became of a commit. */
export interface CommitFate {
  /** `redone`: taken back, and brought back by a revert of the revert. The last one that says anything counts. */
  readonly state: 'stands' | 'reverted' | 'redone';
  /** The commit that took it back or brought it back; undefined = nothing did. */
  readonly by: Undo | undefined;
  /** What it takes back itself, as far as the history holds it. */
  readonly undoes: readonly Undo[];
  /** The commit that it is a cherry-pick of, where the history holds both and that one was not taken back. */
  readonly copyOf: Commit | undefined;
}

/** What anyone may ask of commits beside what they say themselves. */
export interface CommitFates {
  fateOf(commit: Commit): CommitFate;
  /** Whether the first comes later in the history than the second. */
  isNewer(a: Commit, b: Commit): boolean;
  /** Another number after each change of the history. */
  readonly version: number;
}

/** How a chain of reverts ends: revert, revert of the revert, and so on. */
interface ChainEnd {
  /** Position of the last commit in it. */
  readonly last: number;
  readonly isTakenBack: boolean;
  readonly certainty: Certainty;
}

/**
 * The commits that are kept, in order, and what they did to one another.
 */
export class CommitLog implements CommitFates {
  /** Oldest first, so that a position stays true. */
  private readonly commits: Commit[] = [];
  private readonly positions = new Map<string, number>();
  private readonly undone = new Map<number, readonly Target[]>();
  private readonly undoers = new Map<number, Target[]>();
  private readonly originals = new Map<number, number>();
  /** Hashes that messages name and the history does not hold. */
  private readonly missing = new Set<string>();
  /** Only of commits that a revert names. */
  private ends: ReadonlyMap<number, ChainEnd> = new Map();

  private changes = 0;

  get version(): number {
    return this.changes;
  }

  values(): readonly Commit[] {
    return this.commits;
  }

  get(sha: string): Commit | undefined {
    return this.commits[this.positions.get(sha) ?? -1];
  }

  /**
   * Takes in new commits and drops others. Costs what is new where that is newer than all that is here and nothing is
   * dropped, else a pass over all.
   *
   * @param added newest first; of the same second as one that is here, they are the newer ones
   * @returns the IDs named by commits that stay and whose fate is another one now
   */
  change(added: readonly Commit[], dropped: ReadonlySet<Commit>): Set<string> {
    this.changes++;
    const [oldest, newest] = [added.at(-1), this.commits.at(-1)];
    // What is newer by its date may yet be what an earlier commit names: clocks differ.
    const isNamed = this.missing.size > 0 && added.some(({ sha }) => this.missing.has(sha));
    if (dropped.size === 0 && !isNamed && (!oldest || !newest || oldest.committed >= newest.committed)) {
      return this.addNewer(added);
    }
    const kept = this.commits.filter((commit) => !dropped.has(commit));
    const former = new Map(kept.map((commit) => [commit, this.fateOf(commit)]));
    this.clear();
    this.addNewer(mergeNewestFirst(added, kept.reverse(), (commit) => commit));
    const ids = new Set<string>();
    for (const [commit, fate] of former) {
      if (!isSameFate(fate, this.fateOf(commit))) {
        commit.mentions.forEach(({ id }) => ids.add(id));
      }
    }
    return ids;
  }

  /** @returns the IDs named by earlier commits whose fate is another one now */
  private addNewer(newestFirst: readonly Commit[]): Set<string> {
    const first = this.commits.length;
    for (const commit of newestFirst.toReversed()) {
      this.positions.set(commit.sha, this.commits.length);
      this.commits.push(commit);
    }
    this.link(first);
    return this.followChains(first);
  }

  clear(): void {
    this.changes++;
    this.commits.length = 0;
    this.ends = new Map();
    for (const known of [this.positions, this.undone, this.undoers, this.originals, this.missing]) {
      known.clear();
    }
  }

  fateOf({ sha }: Commit): CommitFate {
    const position = this.positions.get(sha) ?? -1;
    const end = this.ends.get(position);
    const original = this.originals.get(position);
    return {
      state: end === undefined ? 'stands' : end.isTakenBack ? 'reverted' : 'redone',
      by: end && this.undoOf({ position: end.last, certainty: end.certainty }),
      undoes: (this.undone.get(position) ?? []).flatMap((target) => this.undoOf(target) ?? []),
      copyOf: original === undefined || this.ends.get(original)?.isTakenBack ? undefined : this.commits[original],
    };
  }

  isNewer(a: Commit, b: Commit): boolean {
    return (this.positions.get(a.sha) ?? -1) > (this.positions.get(b.sha) ?? -1);
  }

  private undoOf({ position, certainty }: Target): Undo | undefined {
    const commit = this.commits[position];
    return commit && { commit, certainty };
  }

  /** Finds what the commits from a position on take back or were picked from. */
  private link(first: number): void {
    const { undone, originals, missing } = findTargets(this.commits, this.positions, first);
    missing.forEach((sha) => this.missing.add(sha));
    for (const [position, original] of originals) {
      this.originals.set(position, original);
    }
    for (const [position, targets] of undone) {
      this.undone.set(position, targets);
      for (const target of targets) {
        const undoers = this.undoers.get(target.position) ?? [];
        this.undoers.set(target.position, undoers);
        undoers.push({ position, certainty: target.certainty });
      }
    }
  }

  private followChains(first: number): Set<string> {
    const ids = new Set<string>();
    if (this.undone.size === 0) {
      return ids;
    }
    const former = this.ends;
    this.ends = chainEnds(this.undoers);
    const changed = new Set<number>();
    for (const [position, end] of this.ends) {
      const before = former.get(position);
      if (position < first && (before?.last !== end.last || before.isTakenBack !== end.isTakenBack)) {
        changed.add(position);
        this.commits[position]?.mentions.forEach(({ id }) => ids.add(id));
      }
    }
    for (const [copy, original] of changed.size === 0 ? [] : this.originals) {
      if (changed.has(original)) {
        this.commits[copy]?.mentions.forEach(({ id }) => ids.add(id));
      }
    }
    return ids;
  }
}

function isSameFate(a: CommitFate, b: CommitFate): boolean {
  return a.state === b.state && a.by?.commit === b.by?.commit && a.copyOf === b.copyOf;
}

/** From the newest commit on, so that what became of a revert is known before what it took back is looked at. */
function chainEnds(undoers: ReadonlyMap<number, readonly Target[]>): Map<number, ChainEnd> {
  const ends = new Map<number, ChainEnd>();
  for (const position of [...undoers.keys()].sort((a, b) => b - a)) {
    let latest: ChainEnd | undefined;
    for (const undoer of undoers.get(position) ?? []) {
      const then = ends.get(undoer.position);
      const end: ChainEnd = {
        last: then?.last ?? undoer.position,
        isTakenBack: !then?.isTakenBack,
        certainty: then?.certainty === 'probable' ? 'probable' : undoer.certainty,
      };
      if (latest === undefined || end.last > latest.last) {
        latest = end;
      }
    }
    if (latest) {
      ends.set(position, latest);
    }
  }
  return ends;
}
