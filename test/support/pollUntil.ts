/** Below what a test may take, so that its failure says what was waited for. */
const defaultDeadline = 25_000;
const pause = 25;

/**
 * Waits until a look at the world gives something true (anything but `undefined`, `false`, `null`, `0` and `''`), and
 * returns it. A look that throws counts as "not yet".
 *
 * @param condition completes the sentence "Waited in vain until …"
 * @param deadline in milliseconds
 * @throws when the deadline passes, with the condition and what the last look threw
 */
export async function pollUntil<T>(
  condition: string,
  look: () => T | PromiseLike<T>,
  deadline: number = defaultDeadline,
): Promise<NonNullable<T>> {
  const end = Date.now() + deadline;
  let cause: unknown;
  do {
    try {
      const seen = await look();
      if (seen) return seen;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  } while (Date.now() < end);
  throw new Error(`Waited ${deadline / 1000} s in vain until ${condition}.`, { cause });
}

/** Waits until an assertion holds; when it never does, its error is the cause of the one that is thrown. */
export async function eventually(condition: string, assertion: () => unknown): Promise<void> {
  await pollUntil(condition, async () => {
    await assertion();
    return true;
  });
}
