import type { Annotation, Certainty, FileMarks } from '../model/marks';
import type { Verdict, WorkItem } from '../model/roadmap';
import type { CommitFates } from './commitLog';
import type { Evidence, UnknownId } from './evidence';
import type { Plan } from './plan';
import type { LinkPlace } from './verdicts';

/** What became different since it was last asked: enough to do again only what depends on it. */
export interface TraceChange {
  /** Any item may be affected. */
  readonly plan: boolean;
  /** Roadmap files that were read anew: what stands in them may stand elsewhere now. */
  readonly roadmaps: ReadonlySet<string>;
  /** IDs, as mentioned, whose evidence is another one. */
  readonly ids: ReadonlySet<string>;
  /** Files whose marks are other ones. */
  readonly files: ReadonlySet<string>;
}

/** What of a mention decides on its link. */
export interface LinkableMention {
  readonly id: string;
  readonly written?: string;
  readonly certainty: Certainty;
}

/** The item that a mention belongs to. */
export interface ItemLink {
  readonly item: WorkItem;
  readonly certainty: Certainty;
  readonly accepted?: Verdict;
}

/** What anyone may ask of the join. */
export interface ReadonlyTrace extends CommitFates {
  readonly plan: Plan;
  /** Files with marks, in no order. */
  readonly files: ReadonlyMap<string, FileMarks>;
  /** Paths of the files of which a comment says to ignore something. */
  readonly suppressing: ReadonlySet<string>;
  /** Whether a file names something that is not surely an epic, story or task of the plan. */
  isDoubtful(path: string): boolean;
  /** Commits in the history that was read, linked or not. */
  readonly commitCount: number;
  /** How many IDs commits, code or tests name, known to a roadmap or not. */
  readonly workedIds: number;
  /** How many IDs tests name, known to a roadmap or not. */
  readonly testedIds: number;
  /**
   * All that names the item by its ID or an alias, and what a person rejected left out. Its children's evidence is their
   * own.
   */
  evidenceOf(item: WorkItem): Evidence;
  /** All that names exactly this ID, known or not. */
  evidenceOfId(id: string): Evidence;
  /** IDs as texts and commits have them that differ from this one in leading zeros at most, in no order. */
  namingsOf(id: string): Iterable<string>;
  /** Files that name exactly this ID, in no order. */
  filesNaming(id: string): Iterable<string>;
  /** IDs of the roadmap's own keys that no roadmap declares, in no order. Probable forms do not count. */
  unknownIds(): UnknownId[];
  /** undefined: a roadmap declares the ID, or nothing names it for certain. */
  unknownId(id: string): UnknownId | undefined;
  /** The epics, stories and tasks that an annotation of the file is linked to; empty: it is unplanned. */
  itemsOf(file: FileMarks, annotation: Annotation): WorkItem[];
  /** What a mention is linked to; undefined: to nothing, because no roadmap knows it or a person rejected the link. */
  linkOf(mention: LinkableMention, place: LinkPlace): ItemLink | undefined;
  /** Commits that are linked to no item. */
  unplannedCommitCount(): number;
  /** True when the commit names an item that a roadmap knows. */
  isPlanned(sha: string): boolean;
}
