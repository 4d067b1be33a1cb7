/** Told more often, nobody could read it. */
const PAUSE_MS = 250;

/** How far the reading of a folder and its history is, in words for people. */
export class ReadingProgress {
  private files: { readonly read: number; readonly of: number } | undefined;
  private commits = 0;
  private toldAt = performance.now();

  /** @param tell is called at once, and then no more often than people can read */
  constructor(private readonly tell: (words: string) => void) {
    tell(this.words());
  }

  filesRead(read: number, of: number): void {
    this.files = { read, of };
    this.tellAgain();
  }

  commitsRead(count: number): void {
    this.commits = count;
    this.tellAgain();
  }

  private tellAgain(): void {
    const now = performance.now();
    if (now - this.toldAt >= PAUSE_MS) {
      this.toldAt = now;
      this.tell(this.words());
    }
  }

  private words(): string {
    const number = new Intl.NumberFormat('en');
    const parts = [
      ...(this.files ? [`${number.format(this.files.read)} of ${number.format(this.files.of)} files`] : []),
      ...(this.commits > 0 ? [`${number.format(this.commits)} commits`] : []),
    ];
    return ['Reading files and history', ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ');
  }
}
