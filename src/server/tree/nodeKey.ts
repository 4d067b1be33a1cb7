/**
 * What a tree row stands for, as its ID says it: the folder, the kind of row, and what tells it from others of the kind.
 * Rows keep their ID while the roadmap is edited, so that the editor keeps what is expanded.
 */
export interface NodeKey {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly kind: string;
  readonly parts: readonly string[];
}

export function encodeKey(folder: string, kind: string, ...parts: readonly string[]): string {
  return JSON.stringify([folder, kind, ...parts]);
}

/** undefined: no ID of this server. */
export function decodeKey(id: string): NodeKey | undefined {
  try {
    const [folder, kind, ...parts]: unknown[] = JSON.parse(id);
    return typeof folder === 'string' && typeof kind === 'string'
      ? { folder, kind, parts: parts.map((part) => String(part)) }
      : undefined;
  } catch {
    return undefined;
  }
}
