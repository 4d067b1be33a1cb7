import assert from 'node:assert/strict';
import { createRestartPolicy } from '../../../src/extension/client/restartPolicy';

const MINUTE = 60_000;

describe('a server that ends by itself', () => {
  it('is started again four times, and then no more', () => {
    assert.deepEqual(answersAt([0, 1, 2, 3, 4, 5]), [true, true, true, true, false, false]);
  });

  it('is started again when earlier ends are three minutes past', () => {
    assert.deepEqual(answersAt([0, 1, 2, 3, 3 * MINUTE + 1]), [true, true, true, true, true]);
  });
});

/** Whether the server is started again, for each time at which it ends, in milliseconds. */
function answersAt(times: readonly number[]): boolean[] {
  let now = 0;
  const mayRestart = createRestartPolicy(() => now);
  return times.map((time) => {
    now = time;
    return mayRestart();
  });
}
