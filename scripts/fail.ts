/** Ends a script that cannot go on: the sentence for people, and the exit code. */
export function reportFailure(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
