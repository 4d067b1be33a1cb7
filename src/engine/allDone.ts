/**
 * Waits for all of them, also where one fails, so that none is left half done.
 *
 * @throws the first failure
 */
export async function allDone(works: readonly unknown[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}
