import assert from 'node:assert/strict';
import { LargeDocuments } from '../../src/server/largeDocuments';
import { pollUntil } from '../support/pollUntil';

const LARGE = 1_000_000;

describe('Changes of open documents', () => {
  const documents = new LargeDocuments();
  let reads: string[] = [];
  const change = (uri: string, length: number, text: string) => documents.changed(uri, length, () => reads.push(text));

  beforeEach(() => {
    reads = [];
  });
  afterEach(() => documents.dispose());

  it('are read at once where the text is small', () => {
    change('a', 10, '1');
    change('a', 10, '2');
    assert.deepEqual(reads, ['1', '2']);
  });

  it('are read once, as they are at last, where the text is large and changes come fast', async () => {
    for (const text of ['1', '2', '3']) {
      change('a', LARGE, text);
    }
    change('b', LARGE, 'other');
    assert.deepEqual(reads, []);
    await pollUntil('both are read', () => reads.length === 2);
    assert.deepEqual(reads, ['3', 'other']);
  });

  it('are read before an answer that needs them, and not again', () => {
    change('a', LARGE, '1');
    documents.readNow('a');
    documents.readNow('a');
    assert.deepEqual(reads, ['1']);
  });

  it('are not read any more where the text became small, or was closed', () => {
    change('a', LARGE, 'large');
    change('a', 10, 'small');
    change('b', LARGE, 'closed');
    documents.forget('b');
    documents.readNow('a');
    documents.readNow('b');
    assert.deepEqual(reads, ['small']);
  });

  it('are read now and then while typing goes on', async () => {
    let typed = 0;
    await pollUntil('it is read', () => {
      change('a', LARGE, String(++typed));
      return reads.length > 0;
    });
    assert.ok(Number(reads[0]) > 1);
  });
});
