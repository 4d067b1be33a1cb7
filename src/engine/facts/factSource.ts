import type { FactName, Facts } from '../../core/findings/facts';
import type { HotspotBounds } from '../../core/findings/rules/code/hotspots';
import type { Day } from '../../core/model/calendar';
import type { ReadonlyTrace } from '../../core/trace/trace';
import type { FolderCache } from '../cache/folderCache';
import type { Head } from '../git/readHead';
import type { Repository } from '../git/repository';

/** What facts are read from, as it is when their reading begins. */
export interface FactWorld {
  /** Absolute path. */
  readonly folder: string;
  readonly trace: ReadonlyTrace;
  /** undefined: git cannot be used here, so only facts that need none can be known. */
  readonly repository: Repository | undefined;
  readonly head: Head;
  /** What git tracks and does not ignore, relative to the folder; another set when a file was made or deleted. */
  readonly files: ReadonlySet<string>;
  /** undefined: nothing is kept until the next time. */
  readonly cache: FolderCache | undefined;
  readonly today: Day;
  /** Of commits of the last so many days on items whose release is as near, the changed lines are wanted too; undefined: of none. */
  readonly linesWithinDays: number | undefined;
  /** Which files are the most changed ones whose text is looked into. */
  readonly hotspots: HotspotBounds;
  /** Git could not read the whole history, which was said already: what fails for that reason need not be said again. */
  readonly isHistoryBroken: boolean;
  /** Told in words what is being read, by whoever reads for long. */
  readonly onProgress?: ((words: string) => void) | undefined;
}

/**
 * Keeps one fact up to date, beside everything else: what takes long is read in slices of a few milliseconds and in git calls
 * of bounded length, and nobody waits for it but who asks for {@link Engine.idle}.
 */
export interface FactSource<Name extends FactName = FactName> {
  readonly name: Name;
  /**
   * Tells the fact as it is now, once or several times while more of it becomes known. The same object means that it is the
   * same; `undefined` that it is not known any more. Reads only what is new since the last time.
   *
   * @throws the signal's reason when aborted: it is then asked again, perhaps for another world
   */
  follow(world: FactWorld, tell: (fact: Facts[Name]) => void, signal: AbortSignal): Promise<void>;
  /**
   * Keeps what was read for the next run.
   *
   * @throws when it cannot be written
   */
  save?(): Promise<void>;
  /** What a person should know, one sentence each: what could not be read, and on what range the fact rests. */
  readonly notes?: readonly string[];
}
