import type { FolderCache } from '../cache/folderCache';

/** How readings go to the cache and come from it. */
interface Keeping<Reading> {
  restore(cache: FolderCache): Promise<Iterable<readonly [path: string, reading: Reading]> | undefined>;
  /** @throws when they cannot be written */
  save(cache: FolderCache, readings: ReadonlyMap<string, Reading>): Promise<void>;
}

/** What was read of each file for a fact, kept from one run to the next: restored once, and saved where something was read since. */
export class KeptReadings<Reading> {
  private readings = new Map<string, Reading>();
  private cache: FolderCache | undefined;
  private isRestored = false;
  private isSaved = true;

  constructor(private readonly keeping: Keeping<Reading>) {}

  get(path: string): Reading | undefined {
    return this.readings.get(path);
  }

  set(path: string, reading: Reading): void {
    this.readings.set(path, reading);
    this.isSaved = false;
  }

  /** @param cache undefined: nothing is kept */
  async restore(cache: FolderCache | undefined): Promise<void> {
    if (!this.isRestored) {
      this.isRestored = true;
      this.cache = cache;
      this.readings = new Map(cache && (await this.keeping.restore(cache)));
    }
  }

  /** @throws when they cannot be written: they are then saved the next time */
  async save(): Promise<void> {
    if (!this.cache || this.isSaved) {
      return;
    }
    this.isSaved = true;
    try {
      await this.keeping.save(this.cache, this.readings);
    } catch (error) {
      this.isSaved = false;
      throw error;
    }
  }
}
