import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { escapePattern } from '../../../src/core/ids/escapePattern';
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
  ['#PAY-12 @PAY-12 +PAY-12 ~PAY-12', 'PAY-12 PAY-12 PAY-12 PAY-12', 'signs before'],
  ['`PAY-12` *PAY-12* __PAY-12__', 'PAY-12 PAY-12 PAY-12', 'marks of Markdown'],
  ['‘PAY-12’ «PAY-12» PAY-12…', 'PAY-12 PAY-12 PAY-12', 'signs that are no ASCII'],
  ['PAY-12.md docs/PAY-12.md', 'PAY-12 PAY-12', 'names of files'],
  ['PAY-12.1.2, PAY-12.1.', 'PAY-12.1.2 PAY-12.1', 'tasks below tasks, and the end of a sentence'],
  ['PAY-12.1a', '', 'a version is no task'],
  ['PAY-12@example.org', '', 'an e-mail address'],
  ['ana+PAY-12: x', 'PAY-12', 'a plus before'],
  ['PAY-3..PAY-7', 'PAY-3 PAY-7', 'both ends of a range'],
  ['PAY-3-7', 'PAY-3', 'what follows a dash is words or more numbers'],
  ['fix-PAY-12 ana_PAY-12', 'PAY-12 PAY-12', 'words before, as in branches'],
  ['MY_PAY-12 E1-PAY-12', '', 'the beginning of another prefix'],
  ['2026-PAY-12 PAY-12-PAY-13', 'PAY-12 PAY-12 PAY-13', 'a number before'],
  ['x_PAY_12 PAY_12x', '', 'a part of an identifier'],
  ['btn-pay-12 my.pay-12', '', 'a slip in a longer word is another word'],
  ['Pay-12', 'PAY-12?', 'a capital first'],
  ['pay-3.6.0 PAY 3.6 pay-1234567890', '', 'versions and very long numbers with a slip'],
  ['pAY-12', '', 'no spelling that anybody uses'],
  ['PAY12 PAY:12 PAY/12 PAY–12', '', 'no separator that is known'],
  ['PAY-', '', 'no number'],
  ['PAY - 12', '', 'two slips'],
  ['PAY-0012', 'PAY-0012', 'zeros belong to the ID'],
  ['AUTH-1PAY-2', '', 'two IDs in one word are none'],
  ['$PAY-12 %PAY-12%', 'PAY-12 PAY-12', 'a variable of a shell cannot hold a dash'],
  ['x=PAY-12&y=AUTH-3#PAY-4', 'PAY-12 AUTH-3 PAY-4', 'a query of an address'],
  ['PAY-12\u{1F600} \u{1F600}PAY-13', 'PAY-12 PAY-13', 'pictures beside'],
  ['\u{1D400}PAY-12', '', 'a letter of two units before'],
  ['my-login-page login-page-2 login-pages login_page', '', 'a whole ID is tied to no other word'],
  ['feature/login-page, "login-page"', 'login-page login-page', 'a whole ID between signs'],
];

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
);

/** As a searcher over files would find it: by the fixed strings, and by the narrower patterns. */
function isFoundBySearch(text: string): boolean {
  const { searchWords, searchPatterns } = FINDER;
  return (
    searchWords.some((word) => text.includes(word)) &&
    searchPatterns.some((pattern) => new RegExp(`${escapePattern(pattern.text)}${AHEAD[pattern.next]}`).test(text))
  );
}

const AHEAD = { digit: '[0-9]', anything: '' };

describe('IDs in texts', () => {
  for (const [text, expected, reason] of CASES) {
    it(`of "${text}" are ${expected === '' ? 'none' : expected}: ${reason}`, () => assert.equal(find(text), expected));
  }

  it('hold at least one of the words that a searcher looks for, and what must follow it', () => {
    for (const [text, expected] of CASES) {
      if (expected !== '') {
        assert.ok(isFoundBySearch(text), text);
      }
    }
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const { span } of FINDER.find(text)) {
          assert.ok(isFoundBySearch(text.slice(span.start, span.end)), text);
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
        let last = 0;
        for (const { span, written, certainty, id } of FINDER.find(text)) {
          assert.ok(last <= span.start && span.start < span.end);
          assert.equal(text.slice(span.start, span.end), written);
          assert.equal(certainty === 'certain', id === written);
          last = span.end;
        }
      }),
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
    const finder = createIdFinder(vocabularyOf([], ['F1.2', 'a+b*c?', '#1234']));
    assert.deepEqual(
      finder.find('F1.2 F1x2 a+b*c? #1234 #12345').map(({ id }) => id),
      ['F1.2', 'a+b*c?', '#1234'],
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
    const ids = ['login', 'Straße', '1234', 'R1', 'login-page', 'F1.2', 'PAY-12', '#1234'];
    assert.deepEqual(vocabularyOf(['', ' ', '2FA', 'AUTH'], ids), {
      keys: ['AUTH', 'PAY'],
      literals: ['#1234', 'F1.2', 'login-page'],
    });
  });

  it('are split into prefix and number, and ordered as people count', () => {
    assert.deepEqual(splitId('PAY-12.1'), { key: 'PAY', number: '12', rest: '.1' });
    assert.equal(splitId('login-page'), undefined);
    assert.deepEqual(['PAY-12', 'PAY-2', 'PAY-12.1'].sort(compareIds), ['PAY-2', 'PAY-12', 'PAY-12.1']);
  });
});
