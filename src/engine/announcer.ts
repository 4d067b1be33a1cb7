import type { EngineChange } from './engine';

/** Tells the listeners of an engine what became different, and what is being done. */
export class Announcer {
  private readonly listeners = new Set<(change: EngineChange) => void>();

  /**
   * @param words what is being done from the beginning on, so that nobody takes what is not read yet for missing
   * @param onError told of what a listener throws; the others are told all the same
   */
  constructor(
    private words: string | undefined,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** undefined: nothing. */
  get busy(): string | undefined {
    return this.words;
  }

  setBusy(words: string | undefined): void {
    if (this.words !== words) {
      this.words = words;
      this.tell({ plan: false, history: false, paths: new Set() });
    }
  }

  /** Calls back after each change until the returned function is called. */
  listen(listener: (change: EngineChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(change: EngineChange): void {
    for (const listener of this.listeners) {
      try {
        listener(change);
      } catch (error) {
        this.onError(error);
      }
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}
