import { lstatSync } from 'node:fs';
import path from 'node:path';
import { scanFile } from '../core/annotations/scanFile';
import type { IdFinder } from '../core/ids/idFinder';
import { SUPPRESSION_WORD } from '../core/annotations/suppressions';
import { anywhere, type SearchPattern } from '../core/ids/searchPattern';
import type { SkippedFile } from '../core/report/readingStatus';
import type { Trace } from '../core/trace/trace';
import { filesAmong } from './changedFiles';
import { stampOf } from './files/fileStamp';
import { followListing } from './files/followListing';
import { inSlices } from './inSlices';
import { readText } from './files/readText';
import { type SearchOptions, searchFiles } from './files/searchFiles';
import type { MarksMemory, Recognition } from './marksMemory';
import type { OpenDocuments } from './openDocuments';

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

interface SearchHow {
  /** True: what was read before counts for nothing. */
  readonly again: boolean;
  /** Told on the way how many of the files that match were looked at. */
  readonly onRead?: ((read: number, of: number) => void) | undefined;
  readonly signal: AbortSignal;
}

/** From this many changed paths on, one search of the whole folder is quicker than asking for each. */
export const MANY_PATHS = 300;

/** What {@link SourceFiles} works on and with. */
export interface SourceFilesContext {
  /** Absolute path. */
  readonly folder: string;
  readonly trace: Trace;
  readonly documents: OpenDocuments;
  readonly isRoadmap: (relativePath: string) => boolean;
  readonly search: Omit<SearchOptions, 'signal' | 'paths' | 'memory'>;
  readonly memory: MarksMemory;
  /** False: the folder is searched only once, so that what is found out of each file is not kept. */
  readonly remembers: boolean;
}

/** Keeps the marks of source files in a trace up to date with the disk and with open documents. */
export class SourceFiles {
  /** Open documents that the search would look into (true) or leave out (false): ignored, vendored, binary. */
  private readonly inScope = new Map<string, boolean>();
  /** What the trace holds of open documents: saving one changes nothing in it. */
  private readonly scannedOpen = new Map<string, { readonly text: string; readonly finder: IdFinder }>();

  private listed: ReadonlySet<string> = new Set();

  constructor(private readonly context: SourceFilesContext) {}

  /** All that counts as the project's, with marks or without; another set when a file was made or deleted. */
  get files(): ReadonlySet<string> {
    return this.listed;
  }

  /** Searches the whole folder and reads what may have marks and is not known as it is on disk. */
  async searchAll(recognition: Recognition, { again, onRead, signal }: SearchHow): Promise<SearchFigures> {
    const began = performance.now();
    const { memory } = this.context;
    await memory.prepare(recognition, again);
    const result = await searchFiles(this.context.folder, patternsOf(recognition), {
      ...this.context.search,
      memory: this.context.remembers ? memory.files : undefined,
      signal,
    });
    const searched = performance.now();
    this.listed = result.listed;
    const found = new Set(result.paths.filter((relativePath) => !this.context.isRoadmap(relativePath)));
    for (const known of this.context.trace.files.keys()) {
      if (!found.has(known) && this.context.documents.get(known) === undefined) {
        this.forget(known);
      }
    }
    this.inScope.clear();
    const skipped: SkippedFile[] = [...result.skipped];
    let filesRead = 0;
    let filesDone = 0;
    await inSlices(
      [...found],
      (relativePath) => {
        filesRead += this.readFile(relativePath, recognition, skipped) ? 1 : 0;
        onRead?.(++filesDone, found.size);
      },
      { signal },
    );
    memory.endSearch(found);
    await this.scanOpen([...this.context.documents.paths()], recognition);
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
   * Keeps what is known for the next run.
   *
   * @throws when it cannot be written
   */
  save(recognition: Recognition): Promise<void> {
    return this.context.memory.save(recognition, this.context.trace.files);
  }

  /**
   * Follows files or folders that may have changed on disk, and documents that changed in an editor.
   * @returns false: they are too many, or they change what is left out, so that the whole folder must be searched
   */
  async followPaths(paths: ReadonlySet<string>, recognition: Recognition, signal: AbortSignal): Promise<boolean> {
    const files = filesAmong(this.context.folder, paths, MANY_PATHS);
    if (!files || [...files].some((name) => CHANGES_SCOPE.test(name))) {
      return false;
    }
    const open = new Set<string>();
    const unknown: string[] = [];
    const isGone = (name: string) =>
      this.context.documents.get(name) === undefined && !isFile(path.join(this.context.folder, name));
    const gone = new Set([...files].filter(isGone));
    this.listed = followListing(this.listed, this.context.folder, files);
    // First of all: a folder that went and came back has its files among the others.
    for (const relativePath of gone) {
      this.forgetBelow(relativePath);
      for (const document of this.context.documents.below(relativePath)) {
        this.inScope.delete(document);
        open.add(document);
      }
    }
    for (const relativePath of files) {
      if (gone.has(relativePath)) {
        continue;
      }
      if (this.context.isRoadmap(relativePath)) {
        this.forget(relativePath);
      } else if (this.context.documents.get(relativePath) !== undefined) {
        this.inScope.delete(relativePath);
        open.add(relativePath);
      } else if (this.context.trace.files.has(relativePath)) {
        this.context.memory.files.forget(relativePath);
        this.readFile(relativePath, recognition, []);
      } else {
        unknown.push(relativePath);
      }
    }
    for (const relativePath of await this.included(unknown, patternsOf(recognition), signal)) {
      this.context.memory.files.forget(relativePath);
      this.readFile(relativePath, recognition, []);
    }
    await this.scanOpen([...open], recognition);
    return true;
  }

  /** Scans an open document at once; false: whether the search would look into it has to be found out first. */
  scanOpenNow(relativePath: string, recognition: Recognition): boolean {
    const text = this.context.documents.get(relativePath);
    const inScope = this.inScope.get(relativePath);
    if (text === undefined || inScope === undefined) {
      return text === undefined;
    }
    if (!inScope || this.context.isRoadmap(relativePath)) {
      this.forget(relativePath);
      return true;
    }
    const former = this.scannedOpen.get(relativePath);
    if (former?.text !== text || former.finder !== recognition.finder) {
      this.context.trace.replaceFile(relativePath, scanFile(relativePath, text, recognition));
      // The trace holds the marks of another text than the one on disk now.
      this.context.memory.files.forget(relativePath);
      this.scannedOpen.set(relativePath, { text, finder: recognition.finder });
    }
    return true;
  }

  /** The document is closed: what is on disk counts again. */
  closed(relativePath: string): void {
    this.inScope.delete(relativePath);
    this.scannedOpen.delete(relativePath);
    this.context.memory.files.forget(relativePath);
  }

  /** Scans open documents; waits, where it is not known yet, to find out whether the search would look into them. */
  private async scanOpen(open: readonly string[], recognition: Recognition): Promise<void> {
    const doubtful = open.filter((relativePath) => !this.inScope.has(relativePath));
    // The empty text is in every file.
    const included = await this.included(doubtful, [anywhere('')], undefined);
    for (const relativePath of doubtful) {
      if (this.context.documents.get(relativePath) !== undefined) {
        this.inScope.set(relativePath, included.has(relativePath));
      }
    }
    for (const relativePath of open) {
      this.scanOpenNow(relativePath, recognition);
    }
  }

  private async included(
    paths: readonly string[],
    patterns: readonly SearchPattern[],
    signal: AbortSignal | undefined,
  ): Promise<ReadonlySet<string>> {
    return new Set(
      paths.length === 0
        ? []
        : (await searchFiles(this.context.folder, patterns, { ...this.context.search, paths, signal })).paths,
    );
  }

  /** @returns true when the file had to be read */
  private readFile(relativePath: string, recognition: Recognition, skipped: SkippedFile[]): boolean {
    if (this.context.documents.get(relativePath) !== undefined) {
      this.inScope.set(relativePath, true);
      this.context.memory.files.forget(relativePath);
      return false;
    }
    const absolute = path.join(this.context.folder, relativePath);
    const stamp = stampOf(absolute, Date.now());
    if (this.context.memory.files.recall(relativePath, stamp) === 'read') {
      const restored = this.context.memory.restoredMarks(relativePath);
      if (restored) {
        this.context.trace.replaceFile(relativePath, restored);
      }
      return false;
    }
    const result = readText(absolute);
    if ('skipped' in result) {
      skipped.push({ path: relativePath, reason: result.skipped });
      this.forget(relativePath);
      return false;
    }
    this.context.trace.replaceFile(relativePath, scanFile(relativePath, result.text, recognition));
    this.context.memory.files.note(relativePath, stamp, 'read');
    return true;
  }

  /** As if nothing had been searched yet. */
  forgetAll(): void {
    this.inScope.clear();
    this.listed = new Set();
    this.context.memory.files.clear();
    for (const known of this.context.trace.files.keys()) {
      this.forget(known);
    }
  }

  private forget(relativePath: string): void {
    this.context.memory.files.forget(relativePath);
    this.scannedOpen.delete(relativePath);
    this.context.trace.replaceFile(relativePath, undefined);
  }

  /** A deleted folder is told of once, not file by file. */
  private forgetBelow(relativePath: string): void {
    const isFolder = !this.context.memory.files.has(relativePath) && !this.context.trace.files.has(relativePath);
    this.forget(relativePath);
    if (isFolder) {
      for (const known of this.context.trace.files.keys()) {
        if (known.startsWith(`${relativePath}/`)) {
          this.forget(known);
        }
      }
    }
  }
}

/** Files that say which others count, and a repository of its own made or deleted within the folder. */
const CHANGES_SCOPE = /(?:^|\/)\.git(?:ignore|attributes)$|\/\.git$/;

function patternsOf({ tags, finder }: Recognition): readonly SearchPattern[] {
  return [...tags.searchPatterns, ...finder.searchPatterns, anywhere(SUPPRESSION_WORD)];
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
