import { t } from '../../core/words/t';

/** How long after a reading it is kept: whoever waited for it asks for rows, lenses and findings first. */
const PAUSE_MS = 500;

/** Keeps what was read for the next time, now or a little later. */
export class CacheSaving {
  private timer: NodeJS.Timeout | undefined;
  private disposed = false;
  private failure: string | undefined;

  /** @param save throws when it cannot be written */
  constructor(private readonly save: () => Promise<unknown>) {}

  /** What a person should know, one sentence each. */
  get notes(): readonly string[] {
    return this.failure === undefined
      ? []
      : [t('What was read could not be kept for the next time, which will take longer: {0}.', this.failure)];
  }

  soon(): void {
    clearTimeout(this.timer);
    this.timer = this.disposed ? undefined : setTimeout(() => void this.now(), PAUSE_MS).unref();
  }

  /**
   * Never throws: a cache that cannot be written costs time and nothing else.
   *
   * @returns the sentence that {@link notes} has then; undefined: it was kept
   */
  async now(): Promise<string | undefined> {
    try {
      await this.save();
      this.failure = undefined;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    return this.notes[0];
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
  }
}
