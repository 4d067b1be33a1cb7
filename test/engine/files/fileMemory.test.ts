import assert from 'node:assert/strict';
import { FileMemory, type FileVerdict } from '../../../src/engine/files/fileMemory';

const STAMP = { mtimeMs: 1, ctimeMs: 2, size: 3 };

describe('What is remembered of files', () => {
  const VERDICTS: readonly (readonly [verdict: FileVerdict, expected: FileVerdict | undefined, reason: string])[] = [
    ['nothing', 'nothing', 'its content says so'],
    ['read', 'read', 'its marks are known'],
    ['binary', 'binary', 'its content says so'],
    ['larger than 20 MB', 'larger than 20 MB', 'its size is part of the stamp'],
    ['unreadable (EMFILE)', undefined, 'a moment later there may be room'],
    ['no permission', undefined, 'a folder above may have refused'],
  ];
  for (const [verdict, expected, reason] of VERDICTS) {
    it(`is ${expected ?? 'nothing at all'} after "${verdict}": ${reason}`, () => {
      const memory = new FileMemory();
      memory.note('a.ts', STAMP, 'match');
      memory.note('a.ts', STAMP, verdict);
      assert.equal(memory.recall('a.ts', STAMP), expected);
    });
  }

  it('counts no more once any part of the stamp is another one', () => {
    const memory = new FileMemory();
    memory.note('a.ts', STAMP, 'read');
    for (const changed of [{ mtimeMs: 9 }, { ctimeMs: 9 }, { size: 9 }]) {
      assert.equal(memory.recall('a.ts', { ...STAMP, ...changed }), undefined);
    }
    assert.equal(memory.recall('a.ts', undefined), undefined);
  });
});
