import type { Commit } from '../model/commit';
import type { Annotation, FileMarks } from '../model/marks';
import type { Roadmap, WorkItem } from '../model/roadmap';
import { type Evidence, NO_EVIDENCE, type UnknownId } from './evidence';
import { MentionIndex } from './mentionIndex';
import { createPlan, type Plan } from './plan';

/** What became different since it was last asked: enough to do again only what depends on it. */
export interface TraceChange {
  /** Any item may be affected. */
  readonly plan: boolean;
  /** IDs, as mentioned, whose evidence is another one. */
  readonly ids: ReadonlySet<string>;
  /** Files whose marks are other ones. */
  readonly files: ReadonlySet<string>;
}

/** What anyone may ask of the join. */
export interface ReadonlyTrace {
  readonly plan: Plan;
  /** Files with marks, in no order. */
  readonly files: ReadonlyMap<string, FileMarks>;
  /** Commits in the history that was read, linked or not. */
  readonly commitCount: number;
  /** All that names the item by its ID or an alias. Its children's evidence is their own. */
  evidenceOf(item: WorkItem): Evidence;
  /** All that names exactly this ID, known or not. */
  evidenceOfId(id: string): Evidence;
  /** IDs of the roadmap's own keys that it does not declare, sorted as mentioned first. Probable forms do not count. */
  unknownIds(): UnknownId[];
  /** The epics, stories and tasks that an annotation is linked to; empty: it is unplanned. */
  itemsOf(annotation: Annotation): WorkItem[];
  /** Commits that are linked to no item. */
  unplannedCommitCount(): number;
  /** True when the commit names an item that a roadmap knows. */
  isPlanned(sha: string): boolean;
}

/**
 * The join of plan, code and history, and the only one: nothing else matches IDs to items. Kept up to date piece by
 * piece; a piece costs what it holds, never what the folder holds.
 */
export class Trace implements ReadonlyTrace {
  private readonly marks = new Map<string, FileMarks>();
  private readonly index = new MentionIndex();
  private readonly commits = new Map<string, Commit>();
  private readonly changed = { plan: false, ids: new Set<string>(), files: new Set<string>() };
  private currentPlan = createPlan([]);
  private totalCommits = 0;

  get plan(): Plan {
    return this.currentPlan;
  }

  get files(): ReadonlyMap<string, FileMarks> {
    return this.marks;
  }

  get commitCount(): number {
    return this.totalCommits;
  }

  setRoadmaps(roadmaps: readonly Roadmap[]): void {
    this.currentPlan = createPlan(roadmaps);
    this.changed.plan = true;
  }

  /** @param marks undefined, or without any mark: the file contributes nothing any more */
  replaceFile(path: string, marks: FileMarks | undefined): void {
    const former = this.marks.get(path);
    const next = marks && marks.annotations.length + marks.references.length > 0 ? marks : undefined;
    if (!former && !next) {
      return;
    }
    if (former) {
      this.noteIds(this.index.removeFile(former));
    }
    if (next) {
      this.marks.set(path, next);
      this.noteIds(this.index.addFile(next));
    } else {
      this.marks.delete(path);
    }
    this.changed.files.add(path);
  }

  /**
   * @param linked those of the new commits that name an ID, newest first
   * @param count how many commits are new, linked or not
   */
  addNewerCommits(linked: readonly Commit[], count: number): void {
    this.totalCommits += count;
    for (const commit of linked) {
      this.commits.set(commit.sha, commit);
    }
    this.noteIds(this.index.addNewerCommits(linked));
  }

  clearCommits(): void {
    this.totalCommits = 0;
    this.commits.clear();
    this.noteIds(this.index.clearCommits());
  }

  /** What changed since the last call. */
  takeChange(): TraceChange {
    const { plan, ids, files } = this.changed;
    const change = { plan, ids: new Set(ids), files: new Set(files) };
    this.changed.plan = false;
    ids.clear();
    files.clear();
    return change;
  }

  evidenceOf(item: WorkItem): Evidence {
    // Only the declaration that answers for the ID owns the evidence; a duplicate has none.
    const ids = [item.id, ...item.aliases.map((alias) => alias.name)].filter(
      (id) => this.currentPlan.find(id) === item && !(id === item.id && item.derivedId),
    );
    const [first, ...others] = ids.map((id) => this.index.evidenceOf(id));
    return others.reduce(joinEvidence, first ?? NO_EVIDENCE);
  }

  evidenceOfId(id: string): Evidence {
    return this.index.evidenceOf(id);
  }

  unknownIds(): UnknownId[] {
    const unknown: UnknownId[] = [];
    for (const id of this.index.ids()) {
      if (!this.currentPlan.findWork(id)) {
        const evidence = certainOnly(this.index.evidenceOf(id));
        if (evidence.annotations.length + evidence.references.length + evidence.commits.length > 0) {
          unknown.push({ id, evidence });
        }
      }
    }
    return unknown;
  }

  itemsOf(annotation: Annotation): WorkItem[] {
    const items = annotation.mentions.flatMap((mention) => this.currentPlan.findWork(mention.id) ?? []);
    return [...new Set(items)];
  }

  unplannedCommitCount(): number {
    let planned = 0;
    for (const commit of this.commits.values()) {
      planned += this.namesKnownItem(commit) ? 1 : 0;
    }
    return this.totalCommits - planned;
  }

  isPlanned(sha: string): boolean {
    const commit = this.commits.get(sha);
    return commit !== undefined && this.namesKnownItem(commit);
  }

  private namesKnownItem(commit: Commit): boolean {
    return commit.mentions.some((mention) => this.currentPlan.findWork(mention.id) !== undefined);
  }

  private noteIds(ids: Iterable<string>): void {
    for (const id of ids) {
      this.changed.ids.add(id);
    }
  }
}

/** An item's evidence under its ID and its former ones, each piece once. */
function joinEvidence(a: Evidence, b: Evidence): Evidence {
  const annotations = new Set(a.annotations.map((link) => link.annotation));
  const commits = new Set(a.commits.map((link) => link.commit));
  return {
    annotations: [...a.annotations, ...b.annotations.filter((link) => !annotations.has(link.annotation))],
    references: [...a.references, ...b.references],
    commits: [...a.commits, ...b.commits.filter((link) => !commits.has(link.commit))].sort((x, y) =>
      x.commit.date < y.commit.date ? 1 : -1,
    ),
  };
}

function certainOnly(evidence: Evidence): Evidence {
  return {
    annotations: evidence.annotations.filter((link) => link.mention.certainty === 'certain'),
    references: evidence.references.filter((link) => link.reference.mention.certainty === 'certain'),
    commits: evidence.commits.filter((link) => link.mention.certainty === 'certain'),
  };
}
