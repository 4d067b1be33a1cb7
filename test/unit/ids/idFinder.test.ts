import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canonicalId, unpaddedId } from '../../../src/core/ids/canonicalId';
import { createIdFinder, type IdFinder } from '../../../src/core/ids/idFinder';
import { searchExpression } from '../../../src/core/ids/searchPattern';
import { compareIds, splitId } from '../../../src/core/ids/itemId';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import type { Mention } from '../../../src/core/model/marks';
import { ID_CASES } from './cases';

const FINDER = createIdFinder(vocabularyOf(['PAY', 'AUTH'], ['login-page', 'R1', '#1', 'E1-F1', 'ÉTÉ-1']));

function describeMentions(mentions: readonly Mention[]): string {
  return mentions
    .map(({ id, certainty, implied }) => `${id}${certainty === 'certain' ? '' : '?'}${implied ? '*' : ''}`)
    .join(' ');
}

const RANGE = /\.\.|\d *[-–] *[#\p{L}]| to /u;

const PIECES = fc.constantFrom(
  'PAY',
  'pay',
  'Pay',
  'AUTH',
  '-',
  '_',
  ' ',
  '12',
  '3',
  '.',
  'x',
  'é',
  '#',
  '\n',
  'login-page',
  '..',
  'PAY-3',
  ' to ',
  'GH',
  'E1',
  'F',
  'E\u0301T\u00c9',
);

/** As a searcher over files would find it. */
function isFoundBySearch(text: string, { searchPatterns }: IdFinder): boolean {
  return new RegExp(searchExpression(searchPatterns)).test(text);
}

describe('IDs in texts', () => {
  for (const { ids, cases } of ID_CASES) {
    const finder = createIdFinder(vocabularyOf([], ids));
    for (const [text, expected, reason] of cases) {
      it(`of "${text}" are ${expected === '' ? 'none' : expected}: ${reason}`, () => {
        const mentions = finder.find(text);
        assert.equal(describeMentions(mentions), expected);
        for (const { span } of mentions) {
          assert.ok(isFoundBySearch(text.slice(span.start, span.end), finder));
        }
      });
    }
  }

  it('hold at least one of the words that a searcher looks for, and what must follow it', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const { span } of FINDER.find(text)) {
          assert.ok(isFoundBySearch(text.slice(span.start, span.end), FINDER), text);
        }
      }),
    );
  });

  it('are looked for between two places only, with what stands around in view', () => {
    const text = 'XPAY-1 PAY-2 PAY-3 PAY-45';
    const ids = (start: number, end: number) => FINDER.find(text, start, end).map(({ id }) => id);
    assert.deepEqual(ids(1, text.length), ['PAY-2', 'PAY-3', 'PAY-45']);
    assert.deepEqual(ids(7, 12), ['PAY-2']);
    assert.deepEqual(ids(7, 24), ['PAY-2', 'PAY-3']);
  });

  it('lie in order and apart, and read as they are written, in any text', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = { start: 0, end: 0 };
        for (const { span, written, certainty, id } of FINDER.find(text)) {
          const isOfSameRange = span.start === last.start && span.end === last.end;
          assert.ok(isOfSameRange || (last.end <= span.start && span.start < span.end));
          assert.equal(text.slice(span.start, span.end), written);
          // A number may count something else (`the #1 reason`), however it is written.
          const mayBeDoubted = written.startsWith('#') && certainty === 'probable';
          const asInRoadmap = id === canonicalId(written) || RANGE.test(written);
          assert.ok(mayBeDoubted || asInRoadmap === (certainty === 'certain'), text);
          last = span;
        }
      }),
    );
  });

  it('are not counted up for ever where a text is nothing but ranges', () => {
    const finder = createIdFinder(vocabularyOf(['PAY'], []));
    assert.ok(finder.find('PAY-1..99 '.repeat(20_000)).length < 200_000);
  });

  it('are the same in both writings, and alike but for zeros', () => {
    assert.deepEqual(['GH-12', 'gh-12', '#12', 'PAY-12', 'E\u0301-1'].map(canonicalId), [
      '#12',
      '#12',
      '#12',
      'PAY-12',
      '\u00c9-1',
    ]);
    assert.deepEqual(
      ['PAY-007', 'PAY-7', 'PAY-0', 'PAY-00', 'PAY-100', 'R0-7', 'PAY-01.02', 'E01-F02', 'PAY-é'].map(unpaddedId),
      ['PAY-7', 'PAY-7', 'PAY-0', 'PAY-0', 'PAY-100', 'R0-7', 'PAY-1.2', 'E1-F2', 'PAY-é'],
    );
  });

  it('are those of the longest prefix', () => {
    const finder = createIdFinder(vocabularyOf(['PAY', 'PAY-EU', 'EU'], []));
    assert.deepEqual(
      finder.find('PAY-EU-3 EU-3 PAY-3').map(({ id }) => id),
      ['PAY-EU-3', 'EU-3', 'PAY-3'],
    );
  });

  it('keep the spelling of a prefix in lower case, and of two that differ in it only', () => {
    const read = (keys: string[], text: string) =>
      createIdFinder(vocabularyOf(keys, []))
        .find(text)
        .map(({ id, certainty }) => `${id} ${certainty}`);
    assert.deepEqual(read(['pay'], 'pay-1 PAY-2'), ['pay-1 certain', 'pay-2 probable']);
    assert.deepEqual(read(['pay', 'PAY'], 'pay-1 PAY-2'), ['pay-1 certain', 'PAY-2 certain']);
  });

  it('have signs that mean nothing else in a search', () => {
    const finder = createIdFinder(vocabularyOf([], ['F1.2', 'a+b*c?', '#123456']));
    assert.deepEqual(
      finder.find('F1.2 F1x2 a+b*c? #123456 #1234567').map(({ id }) => id),
      ['F1.2', 'a+b*c?', '#123456'],
    );
  });

  it('are found in no text when the roadmap names none', () => {
    assert.deepEqual(createIdFinder(vocabularyOf([], [])).find('PAY-12'), []);
  });

  it('have places that are those of the text', () => {
    const text = 'x PAY-12, pay-13';
    assert.deepEqual(
      FINDER.find(text).map(({ span }) => text.slice(span.start, span.end)),
      ['PAY-12', 'pay-13'],
    );
  });

  it('are never looked for where they are ordinary words, numbers or short', () => {
    const ids = ['login', 'Straße', '1234', 'R1', 'login-page', 'F1.2', 'PAY-12', '#12', 'E1-F2', 'E1'];
    assert.deepEqual(vocabularyOf(['', ' ', '2FA', 'AUTH'], ids), {
      keys: ['AUTH', 'PAY'],
      levels: ['E1-F'],
      literals: ['F1.2', 'login-page'],
      issueNumbers: true,
    });
  });

  it('are split into prefix and number, and ordered as people count', () => {
    assert.deepEqual(splitId('PAY-12.1'), { key: 'PAY', number: '12', rest: '.1' });
    assert.equal(splitId('login-page'), undefined);
    assert.deepEqual(['PAY-12', 'PAY-2', 'PAY-12.1'].sort(compareIds), ['PAY-2', 'PAY-12', 'PAY-12.1']);
  });
});
