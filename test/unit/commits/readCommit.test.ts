import assert from 'node:assert/strict';
import { branchItem } from '../../../src/core/commits/branchItem';
import { readCommit } from '../../../src/core/commits/readCommit';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { ISSUE_MESSAGES, MESSAGES } from './cases/messages';
import { CO_AUTHORS, PICKS, UNDOINGS } from './cases/origins';

const FINDER = createIdFinder(vocabularyOf(['PAY'], []));

/** Of a roadmap that uses issue numbers. */
const ISSUE_FINDER = createIdFinder(vocabularyOf(['PAY', '#'], []));

function commitOf(message: string, parents: readonly string[] = ['p'], finder = FINDER) {
  const raw = {
    sha: 'a'.repeat(40),
    parents,
    author: 'Ana',
    email: 'a@b',
    date: '2026-08-03T10:00:00Z',
    committed: 0,
    message,
  };
  return readCommit(raw, finder);
}

/** `PAY-12 subject,body closes`, by ID; undefined: the commit names nothing. */
function read(message: string, parents: readonly string[] = ['p'], finder = FINDER): string[] | undefined {
  const mentions = commitOf(message, parents, finder)?.mentions;
  return mentions?.map(({ id, via, closes, certainty }) =>
    [certainty === 'certain' ? id : `${id}?`, via.join(','), ...(closes ? ['closes'] : [])].join(' '),
  );
}

describe('Commits', () => {
  for (const [message, expected, reason] of MESSAGES) {
    it(`are linked by ${JSON.stringify(message)}: ${reason}`, () => assert.deepEqual(read(message), expected));
  }

  for (const [message, expected, reason] of ISSUE_MESSAGES) {
    it(`are linked by ${JSON.stringify(message)} where issue numbers are IDs: ${reason}`, () => {
      assert.deepEqual(read(message, ['p'], ISSUE_FINDER), expected);
    });
  }

  it('keep how a probable ID is written, and whether it only lies in a range', () => {
    const mentions = commitOf('PAY-1..PAY-3, pay-9 PAY 9, PAY-3')?.mentions ?? [];
    assert.deepEqual(
      mentions.map(({ id, written, implied }) => [id, written, implied ?? false]),
      [
        ['PAY-1', undefined, false],
        ['PAY-2', undefined, true],
        ['PAY-3', undefined, false],
        ['PAY-9', 'pay-9', false],
      ],
    );
  });

  it('are linked by the branch that a merge names', () => {
    assert.deepEqual(read("Merge branch 'feature/PAY-12-refunds'", ['p', 'q']), ['PAY-12 merge']);
    assert.deepEqual(read('Merge pull request #4 from acme/feature/PAY-12-refunds\n\nRefunds', ['p', 'q']), [
      'PAY-12 merge',
    ]);
  });

  for (const [message, expected, reason] of UNDOINGS) {
    it(`say what they take back by ${JSON.stringify(message)}: ${reason}`, () => {
      const undoes = commitOf(message)?.undoes;
      assert.deepEqual(
        undoes && [...undoes.shas, ...undoes.pulls, ...((undoes.subject ?? '') ? [undoes.subject] : [])],
        expected,
      );
    });
  }

  for (const [message, expected, reason] of PICKS) {
    it(`say what they were picked from by ${JSON.stringify(message)}: ${reason}`, () =>
      assert.deepEqual(commitOf(`PAY-1\n\n${message}`)?.pickedFrom, expected));
  }

  for (const [message, expected, reason] of CO_AUTHORS) {
    it(`have the co-authors of ${JSON.stringify(message)}: ${reason}`, () => {
      const authors = commitOf(`PAY-1\n\n${message}`)?.coAuthors.map(({ name, email }) => `${name} ${email}`);
      assert.deepEqual(authors, expected);
    });
  }

  it('are read in time that grows with the message only', function () {
    this.timeout(20_000);
    const many = 100_000;
    for (const message of [
      `fixes PAY-1${' '.repeat(many)}x PAY-2`,
      `fixes PAY-1${'\n  '.repeat(many)}x PAY-2`,
      'fixes PAY-1, '.repeat(many),
      'PAY-1 #close '.repeat(many),
      `PAY-1 ${'#'.repeat(many)}`,
      `Merge branch '${'a-'.repeat(many)}'`,
      `Revert ${'"'.repeat(many)}\n\nPAY-1`,
      `${'This reverts commit 0123456, '.repeat(many)} PAY-1`,
      `PAY-1\n${'Reverts a/b'.repeat(many)}`,
      `PAY-1\n\n${'Co-authored-by: '.repeat(many)}`,
      `PAY-1\n\n${'Co-authored-by: x\n'.repeat(many)}`,
      `PAY-1\n\n${'(cherry picked from commit 0123456)\n'.repeat(many)}`,
      `${'['.repeat(many)}Revert PAY-1 evert`,
    ]) {
      assert.ok(commitOf(message) ?? true);
    }
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
