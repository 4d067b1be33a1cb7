import assert from 'node:assert/strict';
import { type Work, WorkQueue } from '../../src/engine/work';

/** A queue whose batches end when they are told to; `done` tells each as it ends, with `!` when it was given up. */
function makeQueue() {
  const done: string[] = [];
  const started: { work: Work; end: () => void }[] = [];
  const queue = new WorkQueue(
    (work, signal) =>
      new Promise((resolve, reject) => {
        const name = [...work.paths].join('+');
        started.push({ work, end: () => (done.push(name), resolve()) });
        signal.addEventListener('abort', () => (done.push(`${name}!`), reject(new Error('given up'))));
      }),
    ({ search }) => search !== 'none',
    (error) => done.push(String(error)),
  );
  const batch = async (count: number) => {
    while (started.length < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    queue,
    done,
    started,
    batch,
    request: (path: string, work: Partial<Work> = {}) => queue.request({ paths: new Set([path]), ...work }),
  };
}

describe('The queue of work', () => {
  it('makes one batch of what comes in one turn, and one of what comes while that is done', async () => {
    const { request, queue, done, started, batch } = makeQueue();
    request('a');
    request('b');
    await batch(1);
    request('c');
    request('d');
    started[0]?.end();
    await batch(2);
    started[1]?.end();
    await queue.idle();
    assert.deepEqual(done, ['a+b', 'c+d']);
  });

  it('gives up a batch that newer work will do all over again, and loses nothing of it', async () => {
    const { request, queue, done, started, batch } = makeQueue();
    request('a', { history: 'again' });
    await batch(1);
    request('b');
    request('c', { search: 'changed' });
    await batch(2);
    assert.deepEqual(started[1]?.work, {
      roadmaps: 'none',
      search: 'changed',
      paths: new Set(['b', 'c', 'a']),
      history: 'again',
      facts: false,
    });
    started[1]?.end();
    await queue.idle();
    assert.deepEqual(done, ['a!', 'b+c+a']);
  });

  it('gives up no more when newer work comes again and again', async () => {
    const { request, queue, done, started, batch } = makeQueue();
    request('a');
    for (let round = 1; round <= 5; round++) {
      await batch(Math.min(round, 4));
      request('a', { search: 'changed' });
    }
    await batch(4);
    started[3]?.end();
    await batch(5);
    started[4]?.end();
    await queue.idle();
    assert.deepEqual(done, ['a!', 'a!', 'a!', 'a', 'a']);
  });

  it('goes on after an error, and tells of it', async () => {
    const errors: unknown[] = [];
    const worked: string[] = [];
    const queue = new WorkQueue(
      async ({ paths }) => {
        worked.push(...paths);
        if (paths.has('bad')) {
          throw new Error('broken');
        }
      },
      () => false,
      (error) => errors.push(error),
    );
    queue.request({ paths: new Set(['bad']) });
    await queue.idle();
    queue.request({ paths: new Set(['good']) });
    await queue.idle();
    assert.deepEqual([worked, errors.map(String)], [['bad', 'good'], ['Error: broken']]);
  });
});
