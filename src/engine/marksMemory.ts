import type { OwnPatterns } from '../core/annotations/ownPatterns';
import type { TagSet } from '../core/annotations/tags';
import type { IdFinder } from '../core/ids/idFinder';
import { vocabularySignature } from '../core/ids/vocabulary';
import type { FileMarks } from '../core/model/marks';
import type { FolderCache } from './cache/folderCache';
import { FileMemory } from './files/fileMemory';

/** What is looked for in source files. */
export interface Recognition {
  readonly finder: IdFinder;
  readonly tags: TagSet;
  readonly patterns: OwnPatterns;
}

const NO_MARKS: ReadonlyMap<string, FileMarks> = new Map();

/** What is known of the files of a folder for one recognition, in this run and, with a cache, from the one before. */
export class MarksMemory {
  readonly files = new FileMemory();
  /** Whose patterns and IDs {@link files} is about. */
  private isOf: IdFinder | undefined;
  /** Marks from the cache, of files that are not known yet to be as they were. */
  private restored: ReadonlyMap<string, FileMarks> = NO_MARKS;
  private mayRestore = true;

  /**
   * @param cache undefined: nothing outlives this object
   * @param madeWith tells which tags and own patterns are looked for: what the cache holds of other ones is worthless
   */
  constructor(
    private readonly cache: FolderCache | undefined,
    private readonly madeWith: string,
  ) {}

  /**
   * What is known must have been found with the same recognition; what the cache knows is taken once.
   *
   * @param again true: what is known counts for nothing
   */
  async prepare(recognition: Recognition, again: boolean): Promise<void> {
    if (!again && this.isOf === recognition.finder) {
      return;
    }
    this.files.clear();
    this.restored = NO_MARKS;
    this.isOf = recognition.finder;
    if (this.mayRestore && !again && this.cache) {
      this.restored = await this.cache.restoreFiles(this.signatureOf(recognition), this.files);
    }
    this.mayRestore = false;
  }

  /** The marks that the cache has of a file that is as it was; undefined: none, or they were taken already. */
  restoredMarks(path: string): FileMarks | undefined {
    return this.restored.get(path);
  }

  /** All files that count were looked at: those of the cache that do not must be read if they are to count again. */
  endSearch(found: ReadonlySet<string>): void {
    for (const path of this.restored.keys()) {
      if (!found.has(path)) {
        this.files.forget(path);
      }
    }
    this.restored = NO_MARKS;
  }

  /**
   * Keeps what the last search found out for the next run.
   *
   * @throws when it cannot be written
   */
  async save(recognition: Recognition, marksOf: ReadonlyMap<string, FileMarks>): Promise<void> {
    if (this.cache && this.isOf === recognition.finder && this.files.isChanged) {
      await this.cache.saveFiles(this.signatureOf(recognition), this.files, marksOf);
    }
  }

  private signatureOf({ finder }: Recognition): string {
    return JSON.stringify([this.madeWith, vocabularySignature(finder.vocabulary)]);
  }
}
