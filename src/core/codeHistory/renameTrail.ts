import type { FileChange } from './codeHistory';

/** Follows files back through their names: asked for one commit after the other, the newest first. */
export class RenameTrail {
  /** What a name that older commits use is called today. */
  private readonly today = new Map<string, string>();

  /** @returns the same changes under today's names; the same array where all have them already */
  follow(changes: readonly FileChange[]): readonly FileChange[] {
    const followed =
      this.today.size > 0 && changes.some(({ path }) => this.today.has(path))
        ? changes.map((change) => ({ ...change, path: this.today.get(change.path) ?? change.path }))
        : changes;
    changes.forEach(({ path, formerPath }, index) => {
      if (formerPath !== undefined) {
        this.today.set(formerPath, followed[index]?.path ?? path);
        // Older commits mean another file by this name, if any.
        this.today.delete(path);
      }
    });
    return followed;
  }
}
