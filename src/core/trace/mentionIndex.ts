import { unpaddedId } from '../ids/canonicalId';
import type { Commit } from '../model/commit';
import type { FileMarks } from '../model/marks';
import {
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

interface Entry {
  readonly files: Map<string, FileEvidence>;
  /** Newest first. */
  commits: readonly LinkedCommit[];
  /** All of it in order; undefined: something changed since it was last asked for. */
  evidence: Evidence | undefined;
}

/**
 * Who names which ID, whether or not a roadmap knows it. The plan is no part of it: a changed roadmap asks other questions
 * of the same index, so no file and no commit is read again for it.
 */
export class MentionIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly byUnpadded = new Map<string, Set<string>>();
  /** In how many files an ID has test evidence. */
  private readonly testFiles = new Map<string, number>();

  /** How many IDs have test evidence. */
  get testedIds(): number {
    return this.testFiles.size;
  }

  ids(): IterableIterator<string> {
    return this.entries.keys();
  }

  /** The IDs that are named and differ from this one in leading zeros at most. */
  paddingsOf(id: string): Iterable<string> {
    return this.byUnpadded.get(unpaddedId(id)) ?? [];
  }

  /** All that names exactly this ID, probable mentions included. */
  evidenceOf(id: string): Evidence {
    const entry = this.entries.get(id);
    if (!entry) {
      return NO_EVIDENCE;
    }
    entry.evidence ??= inOrder(entry);
    return entry.evidence;
  }

  /** Files that name exactly this ID, in no order. */
  filesNaming(id: string): Iterable<string> {
    return this.entries.get(id)?.files.keys() ?? [];
  }

  /** @returns the IDs that the file names */
  addFile(file: FileMarks): Set<string> {
    const ids = new Set<string>();
    const evidenceFor = (id: string): FileEvidence => {
      ids.add(id);
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
        const { annotations } = evidenceFor(mention.id);
        // Named twice it is still one annotation; certain mentions come first.
        if (annotations.at(-1)?.annotation !== annotation) {
          const certainty = annotation.certainty === 'certain' ? mention.certainty : 'probable';
          annotations.push({ file, annotation, mention, certainty });
        }
      }
    }
    for (const reference of file.references) {
      evidenceFor(reference.mention.id).references.push({ file, reference, certainty: reference.mention.certainty });
    }
    this.countTests(file, 1);
    return ids;
  }

  /** @returns the IDs that the file named */
  removeFile(file: FileMarks): Set<string> {
    this.countTests(file, -1);
    const ids = new Set([
      ...file.annotations.flatMap((annotation) => annotation.mentions.map((mention) => mention.id)),
      ...file.references.map((reference) => reference.mention.id),
    ]);
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (entry) {
        entry.evidence = undefined;
        entry.files.delete(file.path);
        this.dropIfEmpty(id, entry);
      }
    }
    return ids;
  }

  /**
   * @param commits newest first; of the same second as one that is here, they are the newer ones
   * @returns the IDs that they name
   */
  addCommits(commits: readonly Commit[]): Set<string> {
    const added = new Map<string, LinkedCommit[]>();
    for (const commit of commits) {
      for (const mention of commit.mentions) {
        const link: LinkedCommit = { commit, mention, certainty: mention.certainty };
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
        entry.evidence = undefined;
        entry.commits = entry.commits.filter(({ commit }) => !gone.has(commit));
        this.dropIfEmpty(id, entry);
      }
    }
    return ids;
  }

  /** @returns the IDs that commits named */
  clearCommits(): Set<string> {
    const ids = new Set<string>();
    for (const [id, entry] of this.entries) {
      if (entry.commits.length > 0) {
        ids.add(id);
        entry.evidence = undefined;
        entry.commits = [];
        this.dropIfEmpty(id, entry);
      }
    }
    return ids;
  }

  private countTests(file: FileMarks, by: 1 | -1): void {
    const tested = file.references.filter(isTestEvidence).map(({ mention }) => mention.id);
    for (const id of new Set(tested)) {
      const files = (this.testFiles.get(id) ?? 0) + by;
      if (files > 0) {
        this.testFiles.set(id, files);
      } else {
        this.testFiles.delete(id);
      }
    }
  }

  private changingEntryOf(id: string): Entry {
    let entry = this.entries.get(id);
    if (entry) {
      entry.evidence = undefined;
    } else {
      entry = { files: new Map(), commits: [], evidence: undefined };
      this.entries.set(id, entry);
      const unpadded = unpaddedId(id);
      const same = this.byUnpadded.get(unpadded);
      if (same) {
        same.add(id);
      } else {
        this.byUnpadded.set(unpadded, new Set([id]));
      }
    }
    return entry;
  }

  private dropIfEmpty(id: string, entry: Entry): void {
    if (entry.files.size === 0 && entry.commits.length === 0) {
      this.entries.delete(id);
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
  return {
    annotations: sorted.flatMap((file) => file.annotations),
    references: sorted.flatMap((file) => file.references),
    commits,
  };
}
