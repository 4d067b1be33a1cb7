import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FactName } from '../../core/findings/facts';
import type { LineOrigin } from '../../core/codeHistory/annotationAges';
import type { CommitStatistics } from '../../core/codeHistory/codeHistory';
import type { Commit } from '../../core/model/commit';
import { LineTable } from '../../core/model/lineTable';
import type { Annotation, CodeSuppression, FileMarks, Reference } from '../../core/model/marks';
import { BUILD } from './build';
import { type CacheFile, readCacheFile, tidyCacheFolder, writeCacheFile } from './cacheFile';
import type { FileMemory, FileVerdict } from '../files/fileMemory';

/** The commits of a branch as they were read once. */
export interface RememberedHistory {
  /** The commit up to which everything was read. */
  readonly head: string;
  /** Of all commits, linked or not. */
  readonly count: number;
  /** Newest first. */
  readonly linked: readonly Commit[];
  /** Of the git that told it. */
  readonly gitVersion: string;
}

/** Where lines of a file come from. */
export interface RememberedAges {
  /** Of the content that the lines are of. */
  readonly hash: string;
  /** The commit that was asked about. */
  readonly head: string;
  readonly origins: readonly (readonly [line: number, origin: LineOrigin])[];
  /** Lines that the commit does not hold. */
  readonly without: readonly number[];
}

type FileRecord = readonly [
  path: string,
  mtimeMs: number,
  ctimeMs: number,
  size: number,
  verdict: FileVerdict,
  marks?: {
    readonly annotations: readonly Annotation[];
    readonly references: readonly Reference[];
    readonly suppressions?: readonly CodeSuppression[];
    readonly lines: readonly (readonly [start: number, line: number])[];
  },
];

/**
 * What is kept of a folder between two runs, so that only what changed in between is read. Nothing in it cannot be read
 * anew: deleting it costs time and nothing else.
 *
 * @implements WAY-21
 */
export class FolderCache {
  /**
   * @param cacheFolder absolute; shared by all folders
   * @param folder absolute path of the folder whose content is remembered
   */
  constructor(
    private readonly cacheFolder: string,
    private readonly folder: string,
  ) {}

  /**
   * Fills an empty memory.
   *
   * @param recognition tells which tags and IDs the files were searched and read for
   * @returns the marks of the files that the memory knows as read; empty when nothing is remembered
   */
  async restoreFiles(recognition: string, memory: FileMemory): Promise<ReadonlyMap<string, FileMarks>> {
    const marksOf = new Map<string, FileMarks>();
    for (const batch of (await readCacheFile(this.fileOf('files', recognition))) ?? []) {
      for (const [path, mtimeMs, ctimeMs, size, verdict, marks] of batch as FileRecord[]) {
        memory.note(path, { mtimeMs, ctimeMs, size }, verdict);
        if (marks) {
          marksOf.set(path, { path, ...marks, lines: LineTable.fromEntries(marks.lines) });
        }
      }
    }
    memory.markSaved();
    return marksOf;
  }

  /** @throws when it cannot be written */
  async saveFiles(recognition: string, memory: FileMemory, marksOf: ReadonlyMap<string, FileMarks>): Promise<void> {
    memory.markSaved();
    try {
      await writeCacheFile(this.fileOf('files', recognition), batches(fileRecords(memory, marksOf)));
      tidyCacheFolder(this.cacheFolder, Date.now());
    } catch (error) {
      memory.markUnsaved();
      throw error;
    }
  }

  /** @param reading tells which IDs the messages were read for, and what else decides how git tells of commits */
  async restoreHistory(reading: string): Promise<RememberedHistory | undefined> {
    const records = await readCacheFile(this.fileOf('history', reading));
    const [head, ...commits] = records ?? [];
    return head === undefined
      ? undefined
      : { ...(head as Omit<RememberedHistory, 'linked'>), linked: (commits as Commit[][]).flat() };
  }

  /** @throws when it cannot be written */
  async saveHistory(reading: string, { linked, ...rest }: RememberedHistory): Promise<void> {
    const records = function* (): Generator {
      yield rest;
      yield* batches(linked);
    };
    await writeCacheFile(this.fileOf('history', reading), records());
  }

  /** What a source of facts kept; undefined: nothing, or another program made it. */
  restoreFact(name: FactName): Promise<unknown[] | undefined> {
    return readCacheFile(this.fileOf(name, ''));
  }

  /** @throws when it cannot be written */
  async saveFact(name: FactName, records: Iterable<unknown>): Promise<void> {
    await writeCacheFile(this.fileOf(name, ''), records);
  }

  /** @param prefix of the folder in its repository: statistics are of its files alone */
  async restoreChanges(prefix: string): Promise<ReadonlyMap<string, CommitStatistics>> {
    const batched = (await readCacheFile(this.fileOf('changes', prefix))) ?? [];
    return new Map((batched as [sha: string, statistics: CommitStatistics][][]).flat());
  }

  /** @throws when it cannot be written */
  async saveChanges(prefix: string, changes: ReadonlyMap<string, CommitStatistics>): Promise<void> {
    await writeCacheFile(this.fileOf('changes', prefix), batches(changes));
  }

  async restoreAges(): Promise<ReadonlyMap<string, RememberedAges>> {
    const batched = (await readCacheFile(this.fileOf('ages', ''))) ?? [];
    return new Map((batched as [path: string, ages: RememberedAges][][]).flat());
  }

  /** @throws when it cannot be written */
  async saveAges(ages: ReadonlyMap<string, RememberedAges>): Promise<void> {
    await writeCacheFile(this.fileOf('ages', ''), batches(ages));
  }

  private fileOf(kind: string, madeFor: string): CacheFile {
    const name = createHash('sha256').update(this.folder).digest('hex').slice(0, 32);
    return {
      path: join(this.cacheFolder, `${name}.${kind}`),
      header: { waymark: BUILD, kind, folder: this.folder, madeFor },
    };
  }
}

function* fileRecords(memory: FileMemory, marksOf: ReadonlyMap<string, FileMarks>): Generator<FileRecord> {
  for (const [path, { stamp, verdict }] of memory.entries()) {
    const marks = verdict === 'read' ? marksOf.get(path) : undefined;
    const { mtimeMs, ctimeMs, size } = stamp;
    if (marks) {
      const { path: _, lines, ...found } = marks;
      yield [path, mtimeMs, ctimeMs, size, verdict, { ...found, lines: lines.entries() }];
    } else {
      yield [path, mtimeMs, ctimeMs, size, verdict];
    }
  }
}

/** Records of a line: one line each would cost a call for every file. */
const BATCH = 250;

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
