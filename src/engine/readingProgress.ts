import { t } from '../core/words/t';
import { groupDigits } from '../core/words/count';

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
    const parts = [
      ...(this.files ? [t('{0} of {1} files', groupDigits(this.files.read), groupDigits(this.files.of))] : []),
      ...(this.commits > 0 ? [t('{0} commits', groupDigits(this.commits))] : []),
    ];
    return parts.length === 0 ? t('Reading files and history') : t('Reading files and history: {0}', parts.join(', '));
  }
}
