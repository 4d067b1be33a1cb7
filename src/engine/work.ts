/** What is to be done again. A batch of events becomes one such description, however many they are. */
export interface Work {
  /** `reread`: those among `paths`. `find`: look for them first. */
  readonly roadmaps: 'none' | 'reread' | 'find';
  /**
   * Search the whole folder for files with annotations and IDs. `changed`: what is known of files that did not change
   * stays. `again`: forget it and read all.
   */
  readonly search: 'none' | 'changed' | 'again';
  /** Files that may have changed on disk; relative to the folder. */
  readonly paths: ReadonlySet<string>;
  /** `follow`: read what is new since the last time. `again`: forget it and read all. */
  readonly history: 'none' | 'follow' | 'again';
  /** Something became known beside plan, code and commits, so findings may be other ones. */
  readonly facts: boolean;
}

/** True when nothing is to be read, only judged again. */
export function isAboutFactsAlone({ roadmaps, search, paths, history, facts }: Work): boolean {
  return facts && roadmaps === 'none' && search === 'none' && history === 'none' && paths.size === 0;
}

const ROADMAP_STRENGTH = { none: 0, reread: 1, find: 2 } as const;
const SEARCH_STRENGTH = { none: 0, changed: 1, again: 2 } as const;
const HISTORY_STRENGTH = { none: 0, follow: 1, again: 2 } as const;

/** So often in a row a batch is given up for newer work; then it is done, lest work that never ends keeps all from being seen. */
const MOST_ABORTS = 3;

/**
 * Does work one batch at a time. Requests made meanwhile are joined into the next batch; one that makes the running batch
 * pointless aborts it.
 */
export class WorkQueue {
  private pending: JoinedWork | undefined;
  private running: Promise<void> | undefined;
  private abort = new AbortController();
  private isAtWork = false;
  private abortsInARow = 0;
  private disposed = false;

  /**
   * @param perform must leave nothing half done when the signal aborts: what it was to do is given to it again
   * @param isPointless whether what is running now will be done all over again for what has come meanwhile
   */
  constructor(
    private readonly perform: (work: Work, signal: AbortSignal) => Promise<void>,
    private readonly isPointless: (meanwhile: Work) => boolean,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** @param supersede true aborts the running batch, whose work is then done again together with this */
  request(work: Partial<Work>, supersede = false): void {
    if (this.disposed) {
      return;
    }
    this.pending = joinWork(this.pending, work);
    const isAbortable = this.isAtWork && this.abortsInARow < MOST_ABORTS && !this.abort.signal.aborted;
    if (isAbortable && (supersede || this.isPointless(this.pending))) {
      this.abortsInARow++;
      this.abort.abort();
    }
    this.running ??= this.run();
  }

  /** True while something is left to do. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Resolves when nothing is left to do, also when that is so already. */
  async idle(): Promise<void> {
    while (this.running) {
      await this.running;
    }
  }

  dispose(): void {
    this.disposed = true;
    this.pending = undefined;
    this.abort.abort();
  }

  private async run(): Promise<void> {
    // Events of one turn come together before anything starts.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.pending) {
      const work = this.pending;
      this.pending = undefined;
      this.abort = new AbortController();
      const { signal } = this.abort;
      this.isAtWork = true;
      try {
        await this.perform(work, signal);
      } catch (error) {
        if (!signal.aborted) {
          this.onError(error);
        }
      }
      this.isAtWork = false;
      if (signal.aborted && !this.disposed) {
        this.pending = joinWork(this.pending, work);
      } else {
        this.abortsInARow = 0;
      }
    }
    this.running = undefined;
  }
}

/** Work that may still grow. */
type JoinedWork = Work & { readonly paths: Set<string> };

/** Adds `b` to `a`, whose set of paths is kept: ten thousand requests must not copy it ten thousand times. */
function joinWork(a: JoinedWork | undefined, b: Partial<Work>): JoinedWork {
  const paths = a?.paths ?? new Set<string>();
  for (const path of b.paths ?? []) {
    paths.add(path);
  }
  return {
    roadmaps: stronger(ROADMAP_STRENGTH, a?.roadmaps ?? 'none', b.roadmaps ?? 'none'),
    search: stronger(SEARCH_STRENGTH, a?.search ?? 'none', b.search ?? 'none'),
    paths,
    history: stronger(HISTORY_STRENGTH, a?.history ?? 'none', b.history ?? 'none'),
    facts: (a?.facts ?? false) || (b.facts ?? false),
  };
}

function stronger<T extends string>(strength: Readonly<Record<T, number>>, a: T, b: T): T {
  return strength[a] > strength[b] ? a : b;
}
