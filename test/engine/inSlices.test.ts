import assert from 'node:assert/strict';
import { inSlices } from '../../src/engine/inSlices';

function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    // Keeps the processor busy.
  }
}

describe('Working in slices', () => {
  it('does everything in order', async () => {
    const done: number[] = [];
    await inSlices([1, 2, 3], (item) => done.push(item), { sliceMs: 0 });
    assert.deepEqual(done, [1, 2, 3]);
  });

  it('lets others have their turn between slices', async () => {
    let turns = 0;
    const turn = (): void => {
      turns++;
      timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    await inSlices(Array.from({ length: 20 }), () => busy(2), { sliceMs: 4 });
    clearImmediate(timer);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it('stops between slices when it is told to', async () => {
    const abort = new AbortController();
    let done = 0;
    const work = (): void => {
      done++;
      abort.abort(new Error('enough'));
    };
    await assert.rejects(inSlices([1, 2, 3], work, { sliceMs: 0, signal: abort.signal }), /enough/);
    assert.equal(done, 1);
  });

  it('lets others have their turn before it begins, so that calls in a row do not add up', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('other'));
    await inSlices([1], () => order.push('work'));
    assert.deepEqual(order, ['other', 'work']);
  });
});
