import assert from 'node:assert/strict';
import path from 'node:path';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { readMarkedCases } from './marked';

const RECOGNITION = { finder: createIdFinder(vocabularyOf(['PAY'], [])), tags: createTagSet() };

/** In the cases every comment says `TODO: name`, the name that it should be said to stand in, or `TODO: -` for none. */
function check(file: string, text: string): void {
  const { annotations } = scanFile(file, text, RECOGNITION);
  assert.ok(annotations.length > 0);
  assert.deepEqual(
    annotations.map(({ within }) => within ?? '-'),
    annotations.map(({ message }) => message),
  );
}

describe('What encloses an annotation is told from the shape of', () => {
  for (const { name, cases } of readMarkedCases(path.join(__dirname, 'enclosing'))) {
    describe(name.replace('.txt', ''), () => {
      for (const { reason, file, marked } of cases) {
        it(reason, () => check(file, marked));
      }
    });
  }

  it('code, for references too', () => {
    const { references } = scanFile('a.ts', 'class A {\n  b() {\n    // see PAY-1\n  }\n}\n', RECOGNITION);
    assert.equal(references[0]?.within, 'A.b');
  });

  it('no language that has none', () => {
    const { annotations } = scanFile('a.md', 'TODO: x', RECOGNITION);
    assert.deepEqual(
      annotations.map(({ within }) => within),
      [undefined],
    );
  });
});
