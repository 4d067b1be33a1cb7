import assert from 'node:assert/strict';
import { keyBehindTag, KeyTally } from '../../../src/core/drafting/keyTally';

/** Newest first, a day apart. */
function tallied(...subjects: readonly string[]) {
  const tally = new KeyTally();
  subjects.forEach((subject, index) => tally.take(subject, 1_000_000_000 - index * 86_400));
  return tally.keys();
}

const keysIn = (...subjects: readonly string[]) => tallied(...subjects).map(({ key }) => key);

/** Three commits that name what is no story. */
const NO_KEYS: Readonly<Record<string, readonly string[]>> = {
  'character sets': ['UTF-8 for all', 'UTF-16 too', 'UTF-32 as well'],
  algorithms: ['SHA-1 is gone', 'SHA-256 instead', 'SHA-512 for files'],
  standards: ['ISO-8601 dates', 'ISO-8859 files', 'ISO-639 languages'],
  vulnerabilities: ['CVE-2024-1234: upgrade', 'CVE-2024-1235: upgrade', 'CVE-2024-1236: upgrade'],
  'years in names': ['JAN-2021 report', 'JAN-2022 report', 'JAN-2023 report'],
  'requests of a forge': ['GH-12: a', 'GH-13: b', 'PR-14: c'],
  'parts of longer words': ['fix XA-1B', 'fix A-XA-2.1', 'fix _XA-3'],
  'names in passing': [
    'Support the printer HP-200 of HP',
    'Support the printer HP-300 of HP',
    'Support the HP-400 at last, too',
  ],
  'what two numbers have': ['PAY-1: a', 'PAY-2: b', 'PAY-2: c'],
};

describe('The keys in commits', () => {
  for (const [what, subjects] of Object.entries(NO_KEYS)) {
    it(`are not ${what}`, () => {
      assert.deepEqual(keysIn(...subjects), []);
    });
  }

  it('are told with the commits that name them, the most used first', () => {
    const keys = tallied('OPS-1: a', 'PAY-3: c', 'OPS-2: b', 'PAY-2: b', 'OPS-3: c', 'PAY-1: a', 'PAY-1 and PAY-2: d');
    assert.deepEqual(
      keys.map(({ key, commits, items }) => `${key} ${commits} ${items.map(({ id }) => id).join()}`),
      ['PAY 4 PAY-3,PAY-2,PAY-1', 'OPS 3 OPS-1,OPS-2,OPS-3'],
    );
  });

  it('count where a message names its story: first, in brackets, at the end or in a merged branch', () => {
    const subjects = ['fix: PAY-1 a', 'Retry (PAY-2)', 'Retry for PAY-3', "Merge branch 'PAY-4-x'"];
    assert.deepEqual(keysIn(...subjects), ['PAY']);
  });

  it('name stories by the oldest commit that says what they are about', () => {
    const [key] = tallied(
      'Revert "PAY-1: Refund API"',
      'PAY-1: fix review remarks',
      'PAY-1: refund API (#3)',
      "Merge branch 'feature/PAY-2-keep-the-ledger'",
      'PAY-3',
    );
    assert.deepEqual(
      key?.items.map(({ id, title }) => `${id} ${title}`),
      ['PAY-1 Refund API', 'PAY-2 Keep the ledger', 'PAY-3 Untitled PAY-3'],
    );
  });

  it('take time in proportion to a hostile subject', () => {
    const subject = `${'A'.repeat(100_000)}-${'1'.repeat(100_000)} ${'A-1 '.repeat(50_000)}`;
    assert.deepEqual(keysIn(subject), []);
  });

  it('stand directly behind a tag', () => {
    const behind = (text: string) => keyBehindTag(text, 'TODO'.length);
    assert.deepEqual(
      ['TODO(PAY-12): x', 'TODO: PAY-12 x', 'TODO PAY-12', 'TODO see PAY-12', 'TODO: UTF-8'].map(behind),
      ['PAY', 'PAY', 'PAY', undefined, undefined],
    );
  });
});
