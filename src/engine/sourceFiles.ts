import { lstatSync } from 'node:fs';
import path from 'node:path';
import { scanFile } from '../core/annotations/scanFile';
import type { OwnPatterns } from '../core/annotations/ownPatterns';
import type { TagSet } from '../core/annotations/tags';
import type { IdFinder } from '../core/ids/idFinder';
import type { SkippedFile } from '../core/report/readingStatus';
import type { Trace } from '../core/trace/trace';
import { filesAmong } from './changedFiles';
import { inSlices } from './files/inSlices';
import { readText } from './files/readText';
import { type SearchOptions, searchFiles } from './files/searchFiles';
import type { OpenDocuments } from './openDocuments';

/** What is looked for in source files. */
export interface Recognition {
  readonly finder: IdFinder;
  readonly tags: TagSet;
  readonly patterns: OwnPatterns;
}

interface FileStamp {
  readonly mtimeMs: number;
  /** Another one too when the file was replaced by an older one of the same size. */
  readonly ctimeMs: number;
  readonly size: number;
  /** Taken so soon after the last change that another change may have the same time. */
  readonly fresh: boolean;
}

/** Coarser than the clock of any usual file system. */
const FRESH_MS = 2_000;

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
  private readonly scanned = new Map<string, FileStamp>();
  /** Open documents that the search would look into (true) or leave out (false): ignored, vendored, binary. */
  private readonly inScope = new Map<string, boolean>();
  /** What the trace holds of open documents: saving one changes nothing in it. */
  private readonly scannedOpen = new Map<string, { readonly text: string; readonly finder: IdFinder }>();

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
    const words = wordsOf(recognition);
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
    await this.scanOpen([...this.documents.paths()], recognition);
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
   * Follows files or folders that may have changed on disk, and documents that changed in an editor.
   * @returns false: they are too many, or they change what is left out, so that the whole folder must be searched
   */
  async followPaths(paths: ReadonlySet<string>, recognition: Recognition, signal: AbortSignal): Promise<boolean> {
    const files = filesAmong(this.folder, paths, MANY_PATHS);
    if (!files || [...files].some((name) => CHANGES_SCOPE.test(name))) {
      return false;
    }
    const open = new Set<string>();
    const unknown: string[] = [];
    for (const relativePath of files) {
      if (this.isRoadmap(relativePath)) {
        this.forget(relativePath);
      } else if (this.documents.get(relativePath) !== undefined) {
        this.inScope.delete(relativePath);
        open.add(relativePath);
      } else if (stampOf(path.join(this.folder, relativePath)) === undefined) {
        this.forgetBelow(relativePath);
        for (const document of this.documents.below(relativePath)) {
          this.inScope.delete(document);
          open.add(document);
        }
      } else if (this.scanned.has(relativePath) || this.trace.files.has(relativePath)) {
        this.readFile(relativePath, recognition, true, []);
      } else {
        unknown.push(relativePath);
      }
    }
    for (const relativePath of await this.included(unknown, wordsOf(recognition), signal)) {
      this.readFile(relativePath, recognition, true, []);
    }
    await this.scanOpen([...open], recognition);
    return true;
  }

  /** Scans an open document at once; false: whether the search would look into it has to be found out first. */
  scanOpenNow(relativePath: string, recognition: Recognition): boolean {
    const text = this.documents.get(relativePath);
    const inScope = this.inScope.get(relativePath);
    if (text === undefined || inScope === undefined) {
      return text === undefined;
    }
    if (!inScope || this.isRoadmap(relativePath)) {
      this.forget(relativePath);
      return true;
    }
    const former = this.scannedOpen.get(relativePath);
    if (former?.text !== text || former.finder !== recognition.finder) {
      this.trace.replaceFile(relativePath, scanFile(relativePath, text, recognition));
      this.scannedOpen.set(relativePath, { text, finder: recognition.finder });
    }
    return true;
  }

  /** The document is closed: what is on disk counts again. */
  closed(relativePath: string): void {
    this.inScope.delete(relativePath);
    this.scannedOpen.delete(relativePath);
    this.scanned.delete(relativePath);
  }

  /** Scans open documents; waits, where it is not known yet, to find out whether the search would look into them. */
  private async scanOpen(open: readonly string[], recognition: Recognition): Promise<void> {
    const doubtful = open.filter((relativePath) => !this.inScope.has(relativePath));
    // The empty string is in every file.
    const included = await this.included(doubtful, [''], undefined);
    for (const relativePath of doubtful) {
      if (this.documents.get(relativePath) !== undefined) {
        this.inScope.set(relativePath, included.has(relativePath));
      }
    }
    for (const relativePath of open) {
      this.scanOpenNow(relativePath, recognition);
    }
  }

  private async included(
    paths: readonly string[],
    words: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<ReadonlySet<string>> {
    return new Set(
      paths.length === 0 ? [] : (await searchFiles(this.folder, words, { ...this.searchOptions, paths, signal })).paths,
    );
  }

  /** @returns true when the file had to be read */
  private readFile(relativePath: string, recognition: Recognition, again: boolean, skipped: SkippedFile[]): boolean {
    if (this.documents.get(relativePath) !== undefined) {
      this.inScope.set(relativePath, true);
      return false;
    }
    const absolute = path.join(this.folder, relativePath);
    const stamp = stampOf(absolute);
    const known = this.scanned.get(relativePath);
    if (!stamp || (!again && known && isUnchanged(known, stamp))) {
      return false;
    }
    const result = readText(absolute);
    if ('skipped' in result) {
      skipped.push({ path: relativePath, reason: result.skipped });
      this.forget(relativePath);
      return false;
    }
    this.scanned.set(relativePath, stamp);
    this.trace.replaceFile(relativePath, scanFile(relativePath, result.text, recognition));
    return true;
  }

  /** As if nothing had been searched yet. */
  forgetAll(): void {
    this.inScope.clear();
    for (const known of [...this.scanned.keys(), ...this.trace.files.keys()]) {
      this.forget(known);
    }
  }

  private forget(relativePath: string): void {
    this.scanned.delete(relativePath);
    this.scannedOpen.delete(relativePath);
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

/** Files that say which others count, and a repository of its own made or deleted within the folder. */
const CHANGES_SCOPE = /(?:^|\/)\.git(?:ignore|attributes)$|\/\.git$/;

function wordsOf({ tags, finder }: Recognition): readonly string[] {
  return [...tags.searchWords, ...finder.searchWords];
}

/** undefined: there is no regular file. */
function stampOf(file: string): FileStamp | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    return undefined;
  }
  const { mtimeMs, ctimeMs, size } = stat;
  return { mtimeMs, ctimeMs, size, fresh: Date.now() - ctimeMs < FRESH_MS };
}

function isUnchanged(known: FileStamp, now: FileStamp): boolean {
  return !known.fresh && known.mtimeMs === now.mtimeMs && known.ctimeMs === now.ctimeMs && known.size === now.size;
}
