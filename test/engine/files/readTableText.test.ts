import assert from 'node:assert/strict';
import { decodeTable } from '../../../src/engine/files/readTableText';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const TABLES: readonly (readonly [title: string, bytes: Buffer, text: string])[] = [
  ['UTF-8', Buffer.from('キー,件名'), 'キー,件名'],
  ['UTF-8 with one damaged letter', Buffer.concat([Buffer.from('キー'), latin1('\xe9!')]), 'キー\uFFFD!'],
  ['UTF-16 with its mark', Buffer.from('\uFEFFキー', 'utf16le'), 'キー'],
  ['Shift_JIS', latin1('\x83L\x81[,\x8c\x8f\x96\xbc\n'), 'キー,件名\n'],
  ['Windows-1252', latin1('Schl\xfcssel;Zust\xe4ndig;\x80\n'), 'Schlüssel;Zuständig;€\n'],
];

describe('Reading a table of another program', () => {
  for (const [title, bytes, text] of TABLES) {
    it(`understands ${title}`, () => assert.deepEqual(decodeTable(bytes), { text }));
  }

  it('leaves out binary files', () => assert.deepEqual(decodeTable(latin1('PK\0\x04')), { skipped: 'binary' }));
});
