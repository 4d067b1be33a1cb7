import assert from 'node:assert/strict';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { compareIds, splitId } from '../../../src/core/ids/itemId';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';

const FINDER = createIdFinder(vocabularyOf(['PAY', 'AUTH'], ['login-page', 'R1']));

/** `PAY-12`, with `?` behind a probable one. */
function find(text: string): string {
  return FINDER.find(text)
    .map(({ id, certainty }) => (certainty === 'certain' ? id : `${id}?`))
    .join(' ');
}

const CASES: readonly (readonly [text: string, expected: string, reason: string])[] = [
  ['see PAY-12.', 'PAY-12', 'the end of a sentence is no part of it'],
  ['[PAY-12] (PAY-3) "AUTH-4"', 'PAY-12 PAY-3 AUTH-4', 'brackets and quotes'],
  ['PAY-12,PAY-13;PAY-14/PAY-15', 'PAY-12 PAY-13 PAY-14 PAY-15', 'lists'],
  ['PAY-12: retry', 'PAY-12', 'a colon'],
  ['feature/PAY-12-refunds', 'PAY-12', 'a branch'],
  ['feature/PAY-12_refunds', 'PAY-12', 'a branch with an underscore'],
  ['https://tracker.example/browse/PAY-12?x=1', 'PAY-12', 'an address'],
  ["PAY-12's", 'PAY-12', 'a genitive'],
  ['PAY-12.1', 'PAY-12.1', 'a task'],
  ['XPAY-12', '', 'the tail of a longer prefix'],
  ['PAY-12x', '', 'a longer word'],
  ['PAY-123', 'PAY-123', 'another number'],
  ['MY-PAY-12', '', 'another prefix'],
  ['SHA-256 UTF-8 ISO-8601 2026-08-03', '', 'no prefix of the roadmap'],
  ['PAY_12_LIMIT', '', 'a constant'],
  ['pay_12', '', 'two slips are an identifier'],
  ['we pay 12 euros', '', 'prose'],
  ['pay-12', 'PAY-12?', 'the wrong case'],
  ['PAY_12', 'PAY-12?', 'the wrong separator'],
  ['PAY 12', 'PAY-12?', 'a space'],
  ['the login-page of R1', 'login-page', 'IDs without a number are known as a whole, short ones never'],
  ['öPAY-12 PAY-12ö', '', 'letters of any alphabet belong to words'],
];

describe('IDs in texts', () => {
  for (const [text, expected, reason] of CASES) {
    it(`of "${text}" are ${expected === '' ? 'none' : expected}: ${reason}`, () => assert.equal(find(text), expected));
  }

  it('hold at least one of the words that a searcher looks for', () => {
    for (const [text, expected] of CASES) {
      if (expected !== '') {
        assert.ok(
          FINDER.searchWords.some((word) => text.includes(word)),
          text,
        );
      }
    }
  });

  it('have places that are those of the text', () => {
    const text = 'x PAY-12, pay-13';
    assert.deepEqual(
      FINDER.find(text).map(({ span }) => text.slice(span.start, span.end)),
      ['PAY-12', 'pay-13'],
    );
  });

  it('are split into prefix and number, and ordered as people count', () => {
    assert.deepEqual(splitId('PAY-12.1'), { key: 'PAY', number: '12', rest: '.1' });
    assert.equal(splitId('login-page'), undefined);
    assert.deepEqual(['PAY-12', 'PAY-2', 'PAY-12.1'].sort(compareIds), ['PAY-2', 'PAY-12', 'PAY-12.1']);
  });
});
