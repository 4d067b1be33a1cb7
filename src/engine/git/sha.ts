/** A whole commit hash, of a SHA-1 or of a SHA-256 repository. Nothing that passes can be taken for an option. */
export function isSha(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
