import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are still in use after everything that nobody holds was thrown away. */
export async function liveHeapBytes(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    // What was held by callbacks of this turn is free in the next.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}
