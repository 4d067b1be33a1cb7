import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';

const RECOGNITION = {
  finder: createIdFinder(vocabularyOf(['PAY'], ['login-page'])),
  tags: createTagSet(),
};

/** Each takes minutes where a reader looks at the same letters again and again; here each must come back within the time limit. */
const HOSTILE: readonly (readonly [path: string, what: string, text: string])[] = [
  ['a.js', 'a line of comments', '/*TODO*/'.repeat(100_000)],
  ['a.md', 'a line of hidden comments', 'a<!--TODO-->'.repeat(60_000)],
];

describe('Reading hostile source files', function () {
  // A careless reader takes minutes; a busy machine takes seconds.
  this.timeout(15_000);

  for (const [path, what, text] of HOSTILE) {
    it(`comes back from ${what} (${path})`, () => {
      scanFile(path, text, RECOGNITION);
    });
  }
});
