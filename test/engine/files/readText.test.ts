import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText, type ReadResult, readText } from '../../../src/engine/files/readText';
import { withTempFolder, writeFiles } from '../../support/tempRepo';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const TEXTS: readonly (readonly [title: string, bytes: Buffer, text: string])[] = [
  ['nothing', Buffer.alloc(0), ''],
  ['ASCII with its line ends', latin1('a\r\nb\rc\n'), 'a\r\nb\rc\n'],
  ['UTF-8', Buffer.from('grün 文 😀'), 'grün 文 😀'],
  ['UTF-8 without its byte order mark, as editors show it', Buffer.from('\uFEFFa'), 'a'],
  ['a mark after the first, which is text', Buffer.from('\uFEFF\uFEFFa'), '\uFEFFa'],
  ['UTF-16, little end first', Buffer.from('\uFEFFgrün 😀', 'utf16le'), 'grün 😀'],
  ['UTF-16, big end first', Buffer.from('\uFEFFgrün 😀', 'utf16le').swap16(), 'grün 😀'],
  ['UTF-16 that is cut in the middle of a letter', Buffer.concat([latin1('\xfe\xff\0a'), Buffer.alloc(1)]), 'a'],
  ['Latin-1', latin1('caf\xe9 na\xefve'), 'café naïve'],
  [
    'UTF-8 with one damaged letter, as editors show it',
    Buffer.concat([Buffer.from('grün '), latin1('\xe9!')]),
    'grün \uFFFD!',
  ],
  ['NUL beyond the first 8000 bytes', latin1(`${'x'.repeat(8000)}\0`), `${'x'.repeat(8000)}\0`],
];

describe('Reading a text', () => {
  for (const [title, bytes, text] of TEXTS) {
    it(`understands ${title}`, () => assert.deepEqual(decodeText(bytes), { text }));
  }

  it('leaves out binary files', () => {
    assert.deepEqual(decodeText(latin1('a\0b')), { skipped: 'binary' });
    assert.deepEqual(decodeText(latin1(`${'x'.repeat(7999)}\0`)), { skipped: 'binary' });
  });

  it('says why it read nothing, and never throws or waits', () =>
    withTempFolder((folder) => {
      writeFiles(folder, { 'file.ts': 'x', 'large.js': '' });
      truncateSync(join(folder, 'large.js'), 20 * 1024 * 1024 + 1);
      symlinkSync('loop', join(folder, 'loop'));
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      const results: Record<string, ReadResult> = {};
      for (const name of ['missing', 'file.ts/below', 'large.js', '.', 'pipe', 'loop', 'file.ts']) {
        results[name] = readText(join(folder, name));
      }
      assert.deepEqual(results, {
        missing: { skipped: 'vanished' },
        'file.ts/below': { skipped: 'vanished' },
        'large.js': { skipped: 'larger than 20 MB' },
        '.': { skipped: 'not a file' },
        pipe: { skipped: 'not a file' },
        loop: { skipped: 'unreadable (ELOOP)' },
        'file.ts': { text: 'x' },
      });
    }));
});
