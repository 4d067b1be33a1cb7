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
    // Older commits mean another file by the new name, if any. First, since two files may change names with each other.
    for (const { path } of changes.filter(({ formerPath }) => formerPath !== undefined)) {
      this.today.delete(path);
    }
    for (const [index, { formerPath }] of changes.entries()) {
      const path = followed[index]?.path;
      if (formerPath !== undefined && path !== undefined) {
        this.today.set(formerPath, path);
      }
    }
    return followed;
  }
}
