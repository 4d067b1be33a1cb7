/** Letters from which on reading a text takes longer than the time between two keystrokes may be. */
const LARGE = 500_000;

/** A pause in typing after which a large text is read. */
const PAUSE_MS = 200;

/** How long after the first change a large text is read although typing goes on. */
const LONGEST_WAIT_MS = 1000;

interface Waiting {
  readonly read: () => void;
  readonly sinceMs: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Lets the reading of large texts wait for a pause in typing: a client tells every keystroke, and if each were read, those that
 * came meanwhile would pile up and be followed minutes later. Small texts are read at once.
 */
export class LargeDocuments {
  private readonly waiting = new Map<string, Waiting>();

  /** @param read reads the text as it is then */
  changed(uri: string, length: number, read: () => void): void {
    const before = this.waiting.get(uri);
    clearTimeout(before?.timer);
    if (length < LARGE) {
      this.waiting.delete(uri);
      read();
      return;
    }
    const sinceMs = before?.sinceMs ?? performance.now();
    const delay = Math.min(PAUSE_MS, Math.max(0, sinceMs + LONGEST_WAIT_MS - performance.now()));
    this.waiting.set(uri, { read, sinceMs, timer: setTimeout(() => this.readNow(uri), delay) });
  }

  /** For an answer that must be about the text as it is. */
  readNow(uri: string): void {
    const { timer, read } = this.waiting.get(uri) ?? {};
    clearTimeout(timer);
    this.waiting.delete(uri);
    read?.();
  }

  /** The text is of no interest any more. */
  forget(uri: string): void {
    clearTimeout(this.waiting.get(uri)?.timer);
    this.waiting.delete(uri);
  }

  dispose(): void {
    for (const uri of this.waiting.keys()) {
      this.forget(uri);
    }
  }
}
