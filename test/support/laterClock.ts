/**
 * Runs the body with a clock that is an hour ahead, so that files which were just written count as long unchanged. Nothing
 * else may run meanwhile.
 */
export async function anHourLater<T>(body: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() + 3_600_000;
  try {
    return await body();
  } finally {
    Date.now = now;
  }
}
