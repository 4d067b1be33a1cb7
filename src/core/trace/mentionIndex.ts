import { dayOfTimestamp } from '../model/calendar';
import { unpaddedId } from '../ids/canonicalId';
import type { Commit } from '../model/commit';
import type { FileMarks, Mention, Reference } from '../model/marks';
import {
  createEvidence,
  type Evidence,
  isTestEvidence,
  type LinkedAnnotation,
  type LinkedCommit,
  type LinkedReference,
  NO_EVIDENCE,
} from './evidence';
import { mergeNewestFirst } from './newestFirst';

interface FileEvidence {
  readonly annotations: LinkedAnnotation[];
  readonly references: LinkedReference[];
}

/** An ID that something names; the same object for as long as anything does. */
export interface NamedId {
  /** False where other IDs that are, or were, named differ from its own in leading zeros alone. */
  readonly isAlone: boolean;
  /** All that names exactly this ID, probable mentions included. */
  readonly evidence: Evidence;
}

class Entry implements NamedId {
  isAlone = true;
  readonly files = new Map<string, FileEvidence>();
  /** Newest first. */
  commits: readonly LinkedCommit[] = [];
  /** undefined: something changed since it was last asked for. */
  private ordered: Evidence | undefined;

  get evidence(): Evidence {
    this.ordered ??= inOrder(this);
    return this.ordered;
  }

  forget(): void {
    this.ordered = undefined;
  }
}

const NO_IDS: Iterable<string> = [];
const NO_STIRRED: readonly string[] = [];

/**
 * Who names which ID, whether or not a roadmap knows it. The plan is no part of it: a changed roadmap asks other questions
 * of the same index, so no file and no commit is read again for it.
 */
export class MentionIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly byUnpadded = new Map<string, Set<string>>();
  private readonly worked = new Set<string>();
  private readonly tested = new Set<string>();
  private readonly unsure = new Set<string>();
  /** IDs of which anything was named for the first time, or for the last one. */
  private readonly stirred = new Set<string>();

  /** How many IDs commits, code or tests name. */
  get workedIds(): number {
    return this.worked.size;
  }

  /** How many IDs have test evidence. */
  get testedIds(): number {
    return this.tested.size;
  }

  /** Paths of files in which a mention is no certain one, in no order. */
  get unsureFiles(): ReadonlySet<string> {
    return this.unsure;
  }

  named(): Iterable<readonly [string, NamedId]> {
    return this.entries;
  }

  /** undefined: nothing names it. */
  find(id: string): NamedId | undefined {
    return this.entries.get(id);
  }

  /** The IDs of which {@link find} says something else than at the last time. */
  takeStirred(): readonly string[] {
    if (this.stirred.size === 0) {
      return NO_STIRRED;
    }
    const stirred = [...this.stirred];
    this.stirred.clear();
    return stirred;
  }

  /** The IDs that are named and differ from this one in leading zeros at most. */
  paddingsOf(id: string): Iterable<string> {
    return this.byUnpadded.get(unpaddedId(id)) ?? NO_IDS;
  }

  /** All that names exactly this ID, probable mentions included. */
  evidenceOf(id: string): Evidence {
    return this.entries.get(id)?.evidence ?? NO_EVIDENCE;
  }

  /** Files that name exactly this ID, in no order. */
  filesNaming(id: string): Iterable<string> {
    return this.entries.get(id)?.files.keys() ?? [];
  }

  /** @returns the IDs that the file names */
  addFile(file: FileMarks): Set<string> {
    const ids = new Set<string>();
    const evidenceFor = ({ id, certainty }: Mention): FileEvidence => {
      ids.add(id);
      if (certainty !== 'certain') {
        this.unsure.add(file.path);
      }
      const { files } = this.changingEntryOf(id);
      let evidence = files.get(file.path);
      if (!evidence) {
        evidence = { annotations: [], references: [] };
        files.set(file.path, evidence);
      }
      return evidence;
    };
    for (const annotation of file.annotations) {
      for (const mention of annotation.mentions) {
        const { annotations } = evidenceFor(mention);
        // Named twice it is still one annotation; certain mentions come first.
        if (annotations.at(-1)?.annotation !== annotation) {
          const certainty = annotation.certainty === 'certain' ? mention.certainty : 'probable';
          annotations.push({ file, annotation, mention, certainty });
        }
      }
    }
    for (const reference of file.references) {
      const { id, certainty } = reference.mention;
      evidenceFor(reference.mention).references.push({ file, reference, certainty });
      if (isWork(reference)) {
        this.worked.add(id);
      }
      if (isTestEvidence(reference)) {
        this.tested.add(id);
      }
    }
    return ids;
  }

  /** @returns the IDs that the file named */
  removeFile(file: FileMarks): Set<string> {
    this.unsure.delete(file.path);
    const ids = new Set([
      ...file.annotations.flatMap((annotation) => annotation.mentions.map((mention) => mention.id)),
      ...file.references.map((reference) => reference.mention.id),
    ]);
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (entry) {
        entry.forget();
        entry.files.delete(file.path);
        this.dropIfEmpty(id, entry);
      }
    }
    this.noteGone(ids);
    return ids;
  }

  /**
   * @param commits newest first; of the same second as one that is here, they are the newer ones
   * @returns the IDs that they name
   */
  addCommits(commits: readonly Commit[]): Set<string> {
    const added = new Map<string, LinkedCommit[]>();
    for (const commit of commits) {
      const day = dayOfTimestamp(commit.date);
      for (const mention of commit.mentions) {
        const link: LinkedCommit = { commit, day, mention, certainty: mention.certainty };
        const list = added.get(mention.id);
        if (list) {
          list.push(link);
        } else {
          added.set(mention.id, [link]);
        }
      }
    }
    for (const [id, newer] of added) {
      const entry = this.changingEntryOf(id);
      this.worked.add(id);
      entry.commits = mergeNewestFirst(newer, entry.commits, ({ commit }) => commit);
    }
    return new Set(added.keys());
  }

  /** @returns the IDs that they name */
  removeCommits(commits: readonly Commit[]): Set<string> {
    const gone = new Set(commits);
    const ids = new Set(commits.flatMap((commit) => commit.mentions.map((mention) => mention.id)));
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (entry) {
        entry.forget();
        entry.commits = entry.commits.filter(({ commit }) => !gone.has(commit));
        this.dropIfEmpty(id, entry);
      }
    }
    this.noteGone(ids);
    return ids;
  }

  /** @returns the IDs that commits named */
  clearCommits(): Set<string> {
    const ids = new Set<string>();
    for (const [id, entry] of this.entries) {
      if (entry.commits.length > 0) {
        ids.add(id);
        entry.forget();
        entry.commits = [];
        this.dropIfEmpty(id, entry);
      }
    }
    this.noteGone(ids);
    return ids;
  }

  /** Only what is gone can make an answer another one, so the rest is looked at until one piece is found. */
  private noteGone(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const { commits = [], files = [] } = this.entries.get(id) ?? {};
      const references = (): LinkedReference[] => Array.from(files).flatMap(([, evidence]) => evidence.references);
      if (commits.length === 0 && this.worked.has(id) && !references().some(({ reference }) => isWork(reference))) {
        this.worked.delete(id);
      }
      if (this.tested.has(id) && !references().some(({ reference }) => isTestEvidence(reference))) {
        this.tested.delete(id);
      }
    }
  }

  private changingEntryOf(id: string): Entry {
    let entry = this.entries.get(id);
    if (entry) {
      entry.forget();
    } else {
      entry = new Entry();
      this.entries.set(id, entry);
      this.stirred.add(id);
      this.notePaddings(id);
    }
    return entry;
  }

  private notePaddings(id: string): void {
    const unpadded = unpaddedId(id);
    const same = this.byUnpadded.get(unpadded);
    if (!same) {
      this.byUnpadded.set(unpadded, new Set([id]));
      return;
    }
    for (const each of same.add(id)) {
      const entry = this.entries.get(each);
      if (entry) {
        entry.isAlone = same.size === 1;
      }
    }
  }

  private dropIfEmpty(id: string, entry: Entry): void {
    if (entry.files.size === 0 && entry.commits.length === 0) {
      this.entries.delete(id);
      this.stirred.add(id);
      const unpadded = unpaddedId(id);
      const same = this.byUnpadded.get(unpadded);
      same?.delete(id);
      if (same?.size === 0) {
        this.byUnpadded.delete(unpadded);
      }
    }
  }
}

function inOrder({ files, commits }: Entry): Evidence {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, evidence]) => evidence);
  return createEvidence({
    annotations: sorted.flatMap((file) => file.annotations),
    references: sorted.flatMap((file) => file.references),
    commits,
  });
}

function isWork({ role }: Reference): boolean {
  return role !== 'doc';
}
