import assert from 'node:assert/strict';
import { branchItem } from '../../../src/core/commits/branchItem';
import { readCommit } from '../../../src/core/commits/readCommit';
import { createIdFinder } from '../../../src/core/ids/idFinder';

const FINDER = createIdFinder({ keys: ['PAY'], literals: [] });

/** `PAY-12 subject,body closes`, by ID; undefined: the commit names nothing. */
function read(message: string, parents: readonly string[] = ['p']): string[] | undefined {
  const raw = { sha: 'a'.repeat(40), parents, author: 'Ana', email: 'a@b', date: '2026-08-03T10:00:00Z', message };
  return readCommit(raw, FINDER)?.mentions.map(({ id, via, closes, certainty }) =>
    [certainty === 'certain' ? id : `${id}?`, via.join(','), ...(closes ? ['closes'] : [])].join(' '),
  );
}

const CASES: readonly (readonly [message: string, expected: readonly string[] | undefined, reason: string])[] = [
  ['PAY-12: refunds', ['PAY-12 subject'], 'the subject'],
  ['[PAY-12] refunds (#45)', ['PAY-12 subject'], 'a squash subject'],
  ['Refunds\n\nThis is a part of PAY-12.', ['PAY-12 body'], 'the body'],
  ['Refunds\n\nRefs: PAY-12', ['PAY-12 trailer'], 'a trailer'],
  ['Refunds\n\nStory: PAY-12, PAY-13', ['PAY-12 trailer', 'PAY-13 trailer'], 'several in a trailer'],
  ['Refunds\n\nCloses: PAY-12', ['PAY-12 trailer closes'], 'a trailer that closes'],
  ['Refunds, fixes PAY-12', ['PAY-12 subject closes'], 'a word that closes'],
  [
    'Refunds\n\nFixes PAY-1, PAY-2 and PAY-3.',
    ['PAY-1 body closes', 'PAY-2 body closes', 'PAY-3 body closes'],
    'a list',
  ],
  ['PAY-12 refunds\n\nRefs: PAY-12', ['PAY-12 trailer,subject'], 'one mention, however often it is named'],
  ['Tidy up SHA-256', undefined, 'nothing'],
];

describe('Commits', () => {
  for (const [message, expected, reason] of CASES) {
    it(`are linked by ${JSON.stringify(message)}: ${reason}`, () => assert.deepEqual(read(message), expected));
  }

  it('are linked by the branch that a merge names', () => {
    assert.deepEqual(read("Merge branch 'feature/PAY-12-refunds'", ['p', 'q']), ['PAY-12 merge']);
    assert.deepEqual(read('Merge pull request #4 from acme/feature/PAY-12-refunds\n\nRefunds', ['p', 'q']), [
      'PAY-12 merge',
    ]);
  });

  it('say what they take back', () => {
    const sha = 'b'.repeat(40);
    const message = `Revert "PAY-12: refunds"\n\nThis reverts commit ${sha}.\n`;
    const raw = {
      sha: 'a'.repeat(40),
      parents: [],
      author: 'Ana',
      email: 'a@b',
      date: '2026-08-03T10:00:00Z',
      message,
    };
    assert.equal(readCommit(raw, FINDER)?.reverts, sha);
  });
});

describe('Branches', () => {
  for (const [branch, expected] of [
    ['feature/PAY-12-refunds', 'PAY-12'],
    ['fix-pay-12', 'PAY-12'],
    ['PAY-12_refunds', 'PAY-12'],
    ['main', undefined],
    ['release/1.2', undefined],
  ] as const) {
    it(`named ${branch} name ${expected ?? 'nothing'}`, () => assert.equal(branchItem(branch, FINDER), expected));
  }
});
