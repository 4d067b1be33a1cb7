import { statSync } from 'node:fs';
import path from 'node:path';
import { scanFile } from '../core/annotations/scanFile';
import type { TagSet } from '../core/annotations/tags';
import type { IdFinder } from '../core/ids/idFinder';
import type { FileMarks } from '../core/model/marks';
import type { SkippedFile } from '../core/report/readingStatus';
import type { Trace } from '../core/trace/trace';
import { inSlices } from './files/inSlices';
import { readText } from './files/readText';
import { type SearchOptions, searchFiles } from './files/searchFiles';
import type { OpenDocuments } from './openDocuments';

/** What is looked for in source files. */
export interface Recognition {
  readonly finder: IdFinder;
  readonly tags: TagSet;
}

interface ScannedFile {
  readonly mtimeMs: number;
  readonly size: number;
}

/** Figures of the last search of the whole folder. */
export interface SearchFigures {
  readonly searcher: string;
  readonly filesSearched: number;
  readonly filesRead: number;
  readonly skipped: readonly SkippedFile[];
  readonly notes: readonly string[];
  readonly searchMs: number;
  readonly readMs: number;
}

/** From this many changed paths on, one search of the whole folder is quicker than asking for each. */
const MANY_PATHS = 300;

/** Keeps the marks of source files in a trace up to date with the disk and with open documents. */
export class SourceFiles {
  private readonly scanned = new Map<string, ScannedFile>();
  /** Open documents that the search would look into (true) or leave out (false): ignored, vendored, binary. */
  private readonly inScope = new Map<string, boolean>();

  constructor(
    private readonly folder: string,
    private readonly searchOptions: Omit<SearchOptions, 'signal' | 'paths'>,
    private readonly documents: OpenDocuments,
    private readonly trace: Trace,
    private readonly isRoadmap: (relativePath: string) => boolean,
  ) {}

  /**
   * Searches the whole folder and reads what may have marks and is not known as it is on disk.
   * @param again true: recognition is another one, so what was read before counts for nothing
   */
  async searchAll(recognition: Recognition, again: boolean, signal: AbortSignal): Promise<SearchFigures> {
    const began = performance.now();
    const words = [...recognition.tags.searchWords, ...recognition.finder.searchWords];
    const result = await searchFiles(this.folder, words, { ...this.searchOptions, signal });
    const searched = performance.now();
    const found = new Set(result.paths.filter((relativePath) => !this.isRoadmap(relativePath)));
    for (const known of [...this.scanned.keys(), ...this.trace.files.keys()]) {
      if (!found.has(known) && this.documents.get(known) === undefined) {
        this.forget(known);
      }
    }
    this.inScope.clear();
    const skipped: SkippedFile[] = [...result.skipped];
    let filesRead = 0;
    await inSlices(
      [...found],
      (relativePath) => {
        filesRead += this.readFile(relativePath, recognition, again, skipped) ? 1 : 0;
      },
      { signal },
    );
    for (const open of this.documents.paths()) {
      await this.scanOpen(open, recognition);
    }
    return {
      searcher: result.searcher,
      filesSearched: result.filesSearched,
      filesRead,
      skipped,
      notes: result.notes,
      searchMs: searched - began,
      readMs: performance.now() - searched,
    };
  }

  /**
   * Follows files that may have changed on disk.
   * @returns false: they are too many, or they change what is left out, so that the whole folder must be searched
   */
  async followPaths(paths: ReadonlySet<string>, recognition: Recognition, signal: AbortSignal): Promise<boolean> {
    if (paths.size > MANY_PATHS || [...paths].some((name) => /(?:^|\/)\.git(?:ignore|attributes)$/.test(name))) {
      return false;
    }
    const doubtful: { marks: FileMarks; stat: ScannedFile }[] = [];
    for (const relativePath of paths) {
      if (this.isRoadmap(relativePath)) {
        this.forget(relativePath);
      } else if (this.documents.get(relativePath) === undefined) {
        const unknown = this.followPath(relativePath, recognition);
        if (unknown) {
          doubtful.push(unknown);
        }
      }
    }
    const included = await this.included(
      doubtful.map(({ marks }) => marks.path),
      recognition,
      signal,
    );
    for (const { marks, stat } of doubtful) {
      if (included.has(marks.path)) {
        this.scanned.set(marks.path, stat);
        this.trace.replaceFile(marks.path, marks);
      }
    }
    return true;
  }

  /** Scans an open document; only the first time it waits, to find out whether the search would look into the file. */
  async scanOpen(relativePath: string, recognition: Recognition): Promise<void> {
    if (!this.inScope.has(relativePath)) {
      const known = this.scanned.has(relativePath) || (await this.wouldBeSearched(relativePath));
      this.inScope.set(relativePath, known);
    }
    this.scanOpenNow(relativePath, recognition);
  }

  /** Scans an open document at once; false: {@link scanOpen} has to find out about it first. */
  scanOpenNow(relativePath: string, recognition: Recognition): boolean {
    const text = this.documents.get(relativePath);
    const inScope = this.inScope.get(relativePath);
    if (text === undefined || inScope === undefined) {
      return text === undefined;
    }
    if (inScope && !this.isRoadmap(relativePath)) {
      this.trace.replaceFile(relativePath, scanFile(relativePath, text, recognition));
    }
    return true;
  }

  /** The document is closed: what is on disk counts again. */
  closed(relativePath: string): void {
    this.inScope.delete(relativePath);
    this.scanned.delete(relativePath);
  }

  private followPath(
    relativePath: string,
    recognition: Recognition,
  ): { marks: FileMarks; stat: ScannedFile } | undefined {
    const stat = statOf(path.join(this.folder, relativePath));
    if (stat === undefined) {
      this.forgetBelow(relativePath);
      return undefined;
    }
    const known = this.scanned.get(relativePath);
    if (known && sameStat(known, stat)) {
      return undefined;
    }
    const result = readText(path.join(this.folder, relativePath));
    const marks = 'skipped' in result ? undefined : scanFile(relativePath, result.text, recognition);
    const hasMarks = marks && marks.annotations.length + marks.references.length > 0;
    if (known || this.trace.files.has(relativePath)) {
      this.scanned.set(relativePath, stat);
      this.trace.replaceFile(relativePath, marks);
      return undefined;
    }
    return hasMarks ? { marks, stat } : undefined;
  }

  private async included(paths: string[], recognition: Recognition, signal: AbortSignal): Promise<ReadonlySet<string>> {
    if (paths.length === 0) {
      return new Set();
    }
    const words = [...recognition.tags.searchWords, ...recognition.finder.searchWords];
    const result = await searchFiles(this.folder, words, { ...this.searchOptions, paths, signal });
    return new Set(result.paths);
  }

  private async wouldBeSearched(relativePath: string): Promise<boolean> {
    const result = await searchFiles(this.folder, [''], { ...this.searchOptions, paths: [relativePath] });
    return result.paths.includes(relativePath);
  }

  /** @returns true when the file had to be read */
  private readFile(relativePath: string, recognition: Recognition, again: boolean, skipped: SkippedFile[]): boolean {
    if (this.documents.get(relativePath) !== undefined) {
      this.inScope.set(relativePath, true);
      return false;
    }
    const absolute = path.join(this.folder, relativePath);
    const stat = statOf(absolute);
    const known = this.scanned.get(relativePath);
    if (!stat || (!again && known && sameStat(known, stat))) {
      return false;
    }
    const result = readText(absolute);
    if ('skipped' in result) {
      skipped.push({ path: relativePath, reason: result.skipped });
      this.forget(relativePath);
      return false;
    }
    this.scanned.set(relativePath, stat);
    this.trace.replaceFile(relativePath, scanFile(relativePath, result.text, recognition));
    return true;
  }

  private forget(relativePath: string): void {
    this.scanned.delete(relativePath);
    this.trace.replaceFile(relativePath, undefined);
  }

  /** A deleted folder is told of once, not file by file. */
  private forgetBelow(relativePath: string): void {
    this.forget(relativePath);
    for (const known of this.scanned.keys()) {
      if (known.startsWith(`${relativePath}/`)) {
        this.forget(known);
      }
    }
  }
}

function statOf(file: string): ScannedFile | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { mtimeMs: stat.mtimeMs, size: stat.size } : undefined;
}

function sameStat(a: ScannedFile, b: ScannedFile): boolean {
  return a.mtimeMs === b.mtimeMs && a.size === b.size;
}
