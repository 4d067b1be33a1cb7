import assert from 'node:assert/strict';
import { ReadingProgress } from '../../src/engine/readingProgress';

/** What is told in 20 seconds in which files and commits are read a hundred times a second. */
function toldWithin20Seconds(): string[] {
  const { now } = performance;
  let time = 0;
  performance.now = () => time;
  try {
    const told: string[] = [];
    const progress = new ReadingProgress((words) => told.push(words));
    for (let step = 1; step <= 2000; step++) {
      time += 10;
      progress.filesRead(step, 2000);
      progress.commitsRead(step * 7);
    }
    return told;
  } finally {
    performance.now = now;
  }
}

describe('The progress of reading', () => {
  it('is told at once, and then no more often than people can read', () => {
    const told = toldWithin20Seconds();
    assert.equal(told[0], 'Reading files and history');
    assert.equal(told[1], 'Reading files and history: 25 of 2,000 files, 168 commits');
    assert.equal(told.at(-1), 'Reading files and history: 2,000 of 2,000 files, 13,993 commits');
    assert.equal(told.length, 81);
  });
});
