import type { Commit } from '../model/commit';
import { canonicalId } from '../ids/canonicalId';
import type { Annotation, FileMarks } from '../model/marks';
import type { Roadmap, WorkItem } from '../model/roadmap';
import { type CommitFate, CommitLog } from './commitLog';
import { type Evidence, filterEvidence, mentionOf, NO_EVIDENCE, type UnknownId } from './evidence';
import { joinEvidence } from './joinEvidence';
import { DoubtfulFiles } from './doubtfulFiles';
import { judgedEvidence } from './judgedEvidence';
import { MentionIndex } from './mentionIndex';
import { NamedWork } from './namedWork';
import { createPlan, type Plan } from './plan';
import type { ItemLink, LinkableMention, ReadonlyTrace, TraceChange } from './readonlyTrace';
import { sameMarks } from './sameMarks';
import { type LinkPlace, verdictOn } from './verdicts';

export type { ItemLink, LinkableMention, ReadonlyTrace, TraceChange };

/**
 * The join of plan, code and history, and the only one: nothing else matches IDs to items. Kept up to date piece by
 * piece; a piece costs what it holds, never what the folder holds.
 *
 * @implements WAY-13
 */
export class Trace implements ReadonlyTrace {
  private readonly marks = new Map<string, FileMarks>();
  readonly suppressing = new Set<string>();
  private readonly index = new MentionIndex();
  private readonly commits = new CommitLog();
  private readonly changed = {
    plan: false,
    roadmaps: new Set<string>(),
    ids: new Set<string>(),
    files: new Set<string>(),
  };
  private currentPlan = createPlan([]);
  private totalCommits = 0;
  /** undefined: nobody asked yet. */
  private doubtful: DoubtfulFiles | undefined;
  /** undefined: nobody asked yet. */
  private namedWork: NamedWork | undefined;
  /** Several rules ask for the evidence of one item, and those above it for it again. Emptied by every change. */
  private evidences = new Map<WorkItem, Evidence>();

  get plan(): Plan {
    return this.currentPlan;
  }

  get files(): ReadonlyMap<string, FileMarks> {
    return this.marks;
  }

  get commitCount(): number {
    return this.totalCommits;
  }

  get workedIds(): number {
    return this.index.workedIds;
  }

  get testedIds(): number {
    return this.index.testedIds;
  }

  setRoadmaps(roadmaps: readonly Roadmap[]): void {
    const former = new Set(this.currentPlan.roadmaps);
    for (const roadmap of roadmaps) {
      if (!former.has(roadmap)) {
        this.changed.roadmaps.add(roadmap.path);
      }
    }
    this.currentPlan = createPlan(roadmaps, this.currentPlan);
    this.evidences = new Map();
    this.changed.plan = true;
  }

  /** @param marks undefined, or without any mark: the file contributes nothing any more */
  replaceFile(path: string, marks: FileMarks | undefined): void {
    const former = this.marks.get(path);
    const next = marks && saysAnything(marks) ? marks : undefined;
    // A file that is only opened says nothing new, and nobody has to look again.
    if (former && next ? sameMarks(former, next) : former === next) {
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
    if (next?.suppressions) {
      this.suppressing.add(path);
    } else {
      this.suppressing.delete(path);
    }
    this.doubtful?.replaceFile(path, next, this.currentPlan);
    this.changed.files.add(path);
  }

  /**
   * @param linked those of the new commits that name an ID or take others back, newest first; of the same second as one
   * that is here, they are the newer ones
   * @param count how many commits are new, linked or not
   * @param lost hashes of commits that are no part of the history any more, linked or not
   */
  addCommits(linked: readonly Commit[], count: number, lost: readonly string[] = []): void {
    this.totalCommits += count - lost.length;
    const gone = new Set(lost.flatMap((sha) => this.commits.get(sha) ?? []));
    this.noteIds(this.index.removeCommits([...gone]));
    this.noteIds(this.commits.change(linked, gone));
    this.noteIds(this.index.addCommits(linked));
  }

  clearCommits(): void {
    this.totalCommits = 0;
    this.commits.clear();
    this.noteIds(this.index.clearCommits());
  }

  /** What changed since the last call. */
  takeChange(): TraceChange {
    const { plan, roadmaps, ids, files } = this.changed;
    const change = { plan, roadmaps: new Set(roadmaps), ids: new Set(ids), files: new Set(files) };
    this.changed.plan = false;
    roadmaps.clear();
    ids.clear();
    files.clear();
    return change;
  }

  isDoubtful(path: string): boolean {
    if (this.doubtful?.frame !== this.currentPlan.frame) {
      this.doubtful = new DoubtfulFiles(this.index, this.named(), this.currentPlan);
    }
    return this.doubtful.has(path);
  }

  evidenceOf(item: WorkItem): Evidence {
    // Nearly every item goes by one name that nothing else is like.
    const isOneName = !item.derivedId && item.aliases.length + item.verdicts.length === 0;
    const place = isOneName ? this.currentPlan.placeOf(item) : undefined;
    const lone = place === undefined ? undefined : this.named().evidenceOfLone(item.id, place);
    if (lone) {
      return lone;
    }
    let evidence = this.evidences.get(item);
    if (!evidence) {
      evidence = this.findEvidence(item);
      this.evidences.set(item, evidence);
    }
    return evidence;
  }

  private named(): NamedWork {
    if (this.namedWork?.isOf(this.currentPlan)) {
      this.namedWork.follow();
    } else {
      this.namedWork = new NamedWork(this.index, this.currentPlan);
    }
    return this.namedWork;
  }

  private findEvidence(item: WorkItem): Evidence {
    const own = this.idsOf(item);
    const padded = this.paddingsOf(own, item);
    const [first, ...others] = [
      ...own.map((id) => judgedEvidence(this.index.evidenceOf(id), item, false)),
      ...padded.map((id) => judgedEvidence(this.index.evidenceOf(id), item, true)),
    ];
    return others.reduce(joinEvidence, first ?? NO_EVIDENCE);
  }

  /** Only the declaration that answers for an ID owns its evidence; a duplicate has none. */
  private idsOf(item: WorkItem): string[] {
    const ids = item.derivedId ? [] : [canonicalId(item.id)];
    for (const { name } of item.aliases) {
      ids.push(canonicalId(name));
    }
    return ids.filter((id, index) => this.currentPlan.find(id) === item && ids.indexOf(id) === index);
  }

  /** Other IDs that are named and can only mean the item. */
  private paddingsOf(ids: readonly string[], item: WorkItem): string[] {
    const paddings: string[] = [];
    for (const id of ids) {
      for (const other of this.index.paddingsOf(id)) {
        if (other !== id && this.currentPlan.findPadded(other) === item && !paddings.includes(other)) {
          paddings.push(other);
        }
      }
    }
    return paddings;
  }

  evidenceOfId(id: string): Evidence {
    return this.index.evidenceOf(id);
  }

  namingsOf(id: string): Iterable<string> {
    return this.index.paddingsOf(id);
  }

  filesNaming(id: string): Iterable<string> {
    return this.index.filesNaming(id);
  }

  unknownIds(): UnknownId[] {
    const unknown: UnknownId[] = [];
    for (const id of this.named().strangers) {
      const found = this.unknownId(id);
      if (found) {
        unknown.push(found);
      }
    }
    return unknown;
  }

  unknownId(id: string): UnknownId | undefined {
    // A declared goal, release or risk is no work, but it is not unknown either.
    if (!this.currentPlan.isUnknown(id)) {
      return undefined;
    }
    const evidence = filterEvidence(
      this.index.evidenceOf(id),
      (link) => mentionOf(link).certainty === 'certain' && !mentionOf(link).implied,
    );
    const pieces = evidence.annotations.length + evidence.references.length + evidence.commits.length;
    return pieces > 0 ? { id, evidence } : undefined;
  }

  itemsOf(file: FileMarks, annotation: Annotation): WorkItem[] {
    const items: WorkItem[] = [];
    for (const mention of annotation.mentions) {
      const item = this.linkOf(mention, file)?.item;
      if (item && !items.includes(item)) {
        items.push(item);
      }
    }
    return items;
  }

  linkOf({ id, written, certainty }: LinkableMention, place: LinkPlace): ItemLink | undefined {
    const exact = this.currentPlan.findWork(id);
    // Two slips are something else.
    const item = exact ?? (certainty === 'certain' ? this.currentPlan.findPadded(id) : undefined);
    if (!item || (exact && certainty === 'certain')) {
      return item && { item, certainty };
    }
    const verdict = verdictOn(item, written ?? id, place);
    if (!verdict) {
      return { item, certainty: 'probable' };
    }
    return verdict.accepted ? { item, certainty: 'certain', accepted: verdict } : undefined;
  }

  unplannedCommitCount(): number {
    let planned = 0;
    for (const commit of this.commits.values()) {
      planned += this.namesKnownItem(commit) ? 1 : 0;
    }
    return this.totalCommits - planned;
  }

  get version(): number {
    return this.commits.version;
  }

  fateOf(commit: Commit): CommitFate {
    return this.commits.fateOf(commit);
  }

  isNewer(a: Commit, b: Commit): boolean {
    return this.commits.isNewer(a, b);
  }

  isPlanned(sha: string): boolean {
    const commit = this.commits.get(sha);
    return commit !== undefined && this.namesKnownItem(commit);
  }

  private namesKnownItem(commit: Commit): boolean {
    return commit.mentions.some((mention) => this.linkOf(mention, commit) !== undefined);
  }

  private noteIds(ids: Iterable<string>): void {
    this.evidences = new Map();
    for (const id of ids) {
      this.changed.ids.add(id);
    }
  }
}

function saysAnything({ annotations, references, suppressions = [] }: FileMarks): boolean {
  return annotations.length + references.length + suppressions.length > 0;
}
