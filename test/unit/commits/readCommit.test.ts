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
  ['fix: PAY-12 rounding', ['PAY-12 subject'], 'a kind of commit closes nothing'],
  ['fix(PAY-12): rounding', ['PAY-12 subject'], 'a scope of a kind of commit closes nothing'],
  ['Fixes: PAY-12', ['PAY-12 subject closes'], 'a subject is never a trailer'],
  ['Fix PAY-12', ['PAY-12 subject closes'], 'a command that closes'],
  ['Partly fixes PAY-12', ['PAY-12 subject'], 'a part closes nothing'],
  ['Does not fix PAY-12', ['PAY-12 subject'], 'a denial'],
  ["Doesn't fix PAY-12", ['PAY-12 subject'], 'a denial in short'],
  ['Prefix PAY-12', ['PAY-12 subject'], 'a longer word'],
  ['Closes PAY-1. See PAY-2', ['PAY-1 subject closes', 'PAY-2 subject'], 'the list ends with the sentence'],
  ['Closes PAY-1 like PAY-2', ['PAY-1 subject closes', 'PAY-2 subject'], 'the list ends with another word'],
  ['Resolves [PAY-1], [PAY-2]', ['PAY-1 subject closes', 'PAY-2 subject closes'], 'a list in brackets'],
  ['Closed story PAY-1', ['PAY-1 subject closes'], 'what it closes is said before'],
  [
    'x\n\nCloses: PAY-1,\n PAY-2\nRefs: PAY-3',
    ['PAY-1 trailer closes', 'PAY-2 trailer closes', 'PAY-3 trailer'],
    'a trailer that goes on',
  ],
  ['x\n\nStory: PAY-1\n\nSigned-off-by: Ana', ['PAY-1 body'], 'only the last paragraph holds trailers'],
  ['x\n\nStory: PAY-1\nSigned-off-by: Ana <a@b>', ['PAY-1 trailer'], 'trailers of others beside'],
  ['x\n\nSee PAY-1\nSigned-off-by: Ana <a@b>', ['PAY-1 trailer'], "git's own line makes its paragraph one of trailers"],
  ['x\n\nNote: this is prose\nabout PAY-1', ['PAY-1 body'], 'a paragraph of prose with a colon'],
  ['x\r\n\r\nStory: PAY-1\r\n', ['PAY-1 trailer'], 'line ends of two letters'],
  ['x\n\nPAY-1\n\n(cherry picked from commit 0123456789)', ['PAY-1 body'], 'a picked commit'],
  ['\n\nPAY-1: x', ['PAY-1 subject'], 'empty lines before'],
  ['pay-1: x', ['PAY-1? subject'], 'the wrong case'],
  ['pay-1 and PAY-1', ['PAY-1 subject'], 'the surest spelling counts'],
  ['Revert "Closes PAY-1"', ['PAY-1 subject'], 'a revert closes nothing'],
  [
    'Merged in feature/PAY-1-x (pull request #4)\n\nCloses PAY-2',
    ['PAY-1 merge', 'PAY-2 body closes'],
    'another forge',
  ],
  ['Merged PR 45: PAY-1 x', ['PAY-1 merge'], 'a third forge, which squashes'],
  ["Merge branches 'PAY-1-x' and 'PAY-2-y' into main", ['PAY-1 merge', 'PAY-2 merge'], 'several branches'],
  ['Merge sort for PAY-1', ['PAY-1 subject'], 'a subject that is about merging'],
  ['', undefined, 'no message'],
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
    ['users/ana/pay-12', 'PAY-12'],
    ['ana_PAY-12', 'PAY-12'],
    ['ana-pay-12-PAY-13', 'PAY-13'],
    ['PAY_12', 'PAY-12'],
    ['dependabot/npm/pay-sdk-1.2', undefined],
    ['', undefined],
    ['main', undefined],
    ['release/1.2', undefined],
  ] as const) {
    it(`named ${branch} name ${expected ?? 'nothing'}`, () => assert.equal(branchItem(branch, FINDER), expected));
  }
});
