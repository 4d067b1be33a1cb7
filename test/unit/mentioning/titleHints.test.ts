import assert from 'node:assert/strict';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { titleHints } from '../../../src/core/mentioning/titleHints';
import { story, world } from '../../support/planBuilder';

const LONG = 'Make every refund idempotent and say so in the answer';

const TITLES: readonly (readonly [why: string, path: string, text: string, shown: string])[] = [
  ['behind an ID in a comment', 'a.ts', '// see PAY-1 there', '// see PAY-1[Refund API] there'],
  ['behind that of an annotation', 'a.ts', '// TODO(PAY-1): x', '// TODO(PAY-1[Refund API]): x'],
  ['behind each of several', 'a.md', 'PAY-1 and PAY-3.', 'PAY-1[Refund API] and PAY-3[Receipts].'],
  ['cut where it is long', 'a.py', '# PAY-2', '# PAY-2[Make every refund idempotent and say so…]'],
  ['not behind an ID with a slip', 'a.ts', '// see pay-1', '// see pay-1'],
  ['not behind an unknown ID', 'a.ts', '// see PAY-9', '// see PAY-9'],
  ['not behind a range', 'a.ts', '// see PAY-1..PAY-3', '// see PAY-1..PAY-3'],
  ['not where the line says it', 'a.md', '- PAY-1: refund API', '- PAY-1: refund API'],
  ['not in code', 'a.ts', 'const a = "PAY-1";', 'const a = "PAY-1";'],
  ['not behind an item without a title', 'a.ts', '// see PAY-4', '// see PAY-4'],
];

describe('The title behind an ID', () => {
  const trace = world(
    story('PAY-1', { title: 'Refund API' }),
    story('PAY-2', { title: LONG }),
    story('PAY-3', { title: 'Receipts' }),
    story('PAY-4', { title: '' }),
  );
  const options = { finder: createIdFinder(trace.plan.vocabulary), tags: createTagSet() };

  for (const [why, path, text, shown] of TITLES) {
    it(`stands ${why}`, () => {
      const marks = scanFile(path, text, options);
      let seen = '';
      let at = 0;
      for (const { offset, title } of titleHints(text, marks, { start: 0, end: text.length }, trace)) {
        seen += `${text.slice(at, offset)}[${title}]`;
        at = offset;
      }
      assert.equal(seen + text.slice(at), shown);
    });
  }

  it('stands only where somebody looks', () => {
    const text = '// PAY-1\n// PAY-3\n';
    const marks = scanFile('a.ts', text, options);
    assert.deepEqual(
      titleHints(text, marks, { start: 9, end: text.length }, trace).map(({ title }) => title),
      ['Receipts'],
    );
  });
});
