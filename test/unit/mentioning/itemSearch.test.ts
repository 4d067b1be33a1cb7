import assert from 'node:assert/strict';
import { searchItems } from '../../../src/core/mentioning/itemSearch';
import { epic, plan, release, story } from '../../support/planBuilder';

const PLAN = plan(
  release('v1.0'),
  epic(
    'PAY-1',
    { title: 'Payments' },
    story('PAY-12', { title: 'Refund API' }),
    story('PAY-2', { title: 'Prepaid refunds' }),
  ),
  story('SHIP-120', { title: 'Ship receipts of PAY-12' }),
  story('SHIP-3', { title: 'Paid bills' }),
  story('refund-by-hand', { title: 'Refund by hand', derivedId: true }),
);

const found = (query: string, limit = 10) => searchItems(PLAN, query, limit).map(({ item }) => item.id);

describe('Searching the plan', () => {
  for (const [what, query, ids] of [
    ['finds an ID first, then those that begin so, then titles that name it', 'PAY-1', ['PAY-1', 'PAY-12', 'SHIP-120']],
    ['finds an ID in any letter case, and releases', 'V1.0', ['v1.0']],
    ['finds by the number alone', '12', ['PAY-12', 'SHIP-120']],
    ['finds words of a title in any order', 'api ref', ['PAY-12']],
    ['puts words that begin so before words that only hold it', 'paid', ['SHIP-3', 'PAY-2']],
    ['finds a word and an ID together', 'refund pay-1', ['PAY-12']],
    ['finds by the title alone what has no ID of its own', 'hand', ['refund-by-hand']],
    ['finds nothing where a word is missing', 'refund unknown', []],
  ] as const) {
    it(what, () => assert.deepEqual(found(query), ids));
  }

  it('finds everything for nothing typed, but no more than is wanted', () => {
    assert.equal(found('').length, 7);
    assert.deepEqual(found('refund', 1), ['PAY-12']);
  });
});
