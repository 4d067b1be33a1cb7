import { type FileStamp, isSameStamp } from './fileStamp';
import type { SkipReason } from './readText';

/**
 * What the last look into a file showed: it matches no search pattern; it matches one and has not been read as a text yet;
 * it was read, and its marks are known; or why it cannot be read.
 */
export type FileVerdict = 'nothing' | 'match' | 'read' | SkipReason;

/** Those that follow from the content alone. */
const LASTING: ReadonlySet<FileVerdict> = new Set<FileVerdict>([
  'nothing',
  'match',
  'read',
  'binary',
  'larger than 20 MB',
]);

/** What is remembered of one file. */
export interface RememberedFile {
  readonly stamp: FileStamp;
  readonly verdict: FileVerdict;
}

/**
 * What is known of the files of a folder for one set of search patterns, so that a file is looked into again only when its
 * stamp is another one. Paths are relative to the folder, separated by `/`.
 */
export class FileMemory {
  private readonly files = new Map<string, RememberedFile>();
  private changed = false;

  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  /** True when something is known that was not at the last {@link markSaved}. */
  get isChanged(): boolean {
    return this.changed;
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** @returns undefined when nothing is known of the file as it is now */
  recall(path: string, stamp: FileStamp | undefined): FileVerdict | undefined {
    const file = stamp && this.files.get(path);
    return file && isSameStamp(file.stamp, stamp) ? file.verdict : undefined;
  }

  /**
   * What a file could not be read for may pass while its stamp stays, so that is not remembered.
   *
   * @param stamp undefined: it says nothing, so nothing can be remembered
   */
  note(path: string, stamp: FileStamp | undefined, verdict: FileVerdict): void {
    this.changed = true;
    if (stamp && LASTING.has(verdict)) {
      this.files.set(path, { stamp, verdict });
    } else {
      this.files.delete(path);
    }
  }

  forget(path: string): void {
    this.changed = this.files.delete(path) || this.changed;
  }

  clear(): void {
    this.changed ||= this.files.size > 0;
    this.files.clear();
  }

  /** Forgets the files that are not listed any more. */
  keepOnly(listed: ReadonlySet<string>): void {
    for (const path of this.files.keys()) {
      if (!listed.has(path)) {
        this.forget(path);
      }
    }
  }

  entries(): IterableIterator<[path: string, file: RememberedFile]> {
    return this.files.entries();
  }

  markSaved(): void {
    this.changed = false;
  }

  /** It could not be saved after all. */
  markUnsaved(): void {
    this.changed = true;
  }
}
