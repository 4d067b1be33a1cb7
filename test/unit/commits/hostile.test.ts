import { branchItem } from '../../../src/core/commits/branchItem';
import { readCommit } from '../../../src/core/commits/readCommit';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';

const FINDER = createIdFinder(vocabularyOf(['PAY'], ['login-page']));

/** Each takes minutes, or for ever, where a pattern is careless; here each must come back within the time limit. */
const HOSTILE: readonly (readonly [what: string, message: string])[] = [
  ['lines of spaces between two IDs that a closing word stands before', `Closes PAY-1${'\n  '.repeat(50)}x PAY-2`],
  ['a list of a hundred thousand IDs', `Closes ${'PAY-1, '.repeat(30_000)}`],
  ['spaces between IDs', `Closes PAY-1${' '.repeat(500_000)}PAY-2`],
  ['signs between IDs', `Closes PAY-1${', ;&+/'.repeat(50_000)}PAY-2`],
  ['closing words without an ID', `${'closes '.repeat(100_000)}PAY-1`],
  ['trailers without end', `PAY-1\n\n${'Refs: PAY-1\n'.repeat(30_000)}`],
  ['empty lines', `PAY-1${'\n'.repeat(500_000)}PAY-2`],
  ['nested reverts', `${'Revert "'.repeat(50_000)}PAY-1${'"'.repeat(50_000)}`],
  ['a subject of a megabyte', `Merge branch '${'x/'.repeat(500_000)}PAY-1'`],
];

describe('Reading hostile commits', function () {
  // A careless reader takes minutes; a busy machine takes seconds.
  this.timeout(15_000);

  for (const [what, message] of HOSTILE) {
    it(`comes back from ${what}`, () => {
      readCommit({ sha: '', parents: ['', ''], author: '', email: '', date: '', committed: 0, message }, FINDER);
    });
  }

  it('comes back from a branch name of a megabyte', () => {
    branchItem('login-pagepay-1-'.repeat(60_000), FINDER);
  });
});
