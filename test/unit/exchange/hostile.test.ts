import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOf, dateReadingOf } from '../../../src/core/exchange/cellDates';
import { guarded, withoutGuard } from '../../../src/core/exchange/cellText';
import { estimateOf } from '../../../src/core/exchange/estimates';
import { importRoadmap } from '../../../src/core/exchange/importRoadmap';
import { readTable } from '../../../src/core/exchange/readTable';

const OPTIONS = { to: 'yaml', choices: new Map<string, string>(), keepUnknown: false, dateOrder: undefined } as const;

function imported(text: string) {
  const result = importRoadmap(text, OPTIONS);
  assert.ok(typeof result !== 'string');
  return result;
}

function repeated(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

describe('importing what no tool exports', function () {
  this.timeout(13_000);

  it('never throws, whatever the text', () => {
    const cell = fc.constantFrom(
      'ID',
      'Title',
      'Parent',
      'PAY-1',
      '"',
      '""',
      '"a\nb"',
      ',',
      ';',
      '\n',
      '\r\n',
      '\0',
      '[',
      '{"a":1}',
      'Epic',
      '1/2/26',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(cell, { maxLength: 40 }).map((cells) => cells.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const result = importRoadmap(any, OPTIONS);
        assert.equal(typeof (typeof result === 'string' ? result : result.text), 'string');
      }),
      { numRuns: 500 },
    );
  });

  const texts: readonly [why: string, text: string, count: number][] = [
    [
      'a quote that is never closed before 3,000 rows',
      `ID,Title\nA-0,"open\n${repeated(3_000, (index) => `B-${index},x`)}`,
      3_000,
    ],
    [
      'a quote that is never closed behind 3,000 rows',
      `ID,Title\n${repeated(3_000, (index) => `B-${index},x`)}A-0,"open\n`,
      3_000,
    ],
    [
      '3,000 rows each nested in the next',
      `ID,Title,Parent\n${repeated(3_000, (index) => `A-${index},x,A-${index + 1}`)}`,
      3_000,
    ],
    ['a cell of 200,000 words', `ID,Title\nA-1,${'a '.repeat(200_000)}\n`, 1],
  ];
  for (const [why, text, count] of texts) {
    it(`reads ${why}`, () => {
      const { counts } = imported(text);
      assert.equal(
        counts.reduce((sum, [, each]) => sum + each, 0),
        count,
      );
    });
  }

  it('reads a table of 100,000 rows', () => {
    assert.equal(readTable(`ID,Title\n${repeated(100_000, (index) => `A-${index},Thing`)}`).rows.length, 100_000);
  });

  it('says of a table of which every row is broken why that is', () => {
    const refusal = importRoadmap(`ID,Title\n${repeated(200, (index) => `A-${index},"open`)}`, OPTIONS);
    assert.ok(typeof refusal === 'string');
    assert.match(refusal, /^No row of this table can be read\. Line 2: A quotation mark is opened and never closed/);
  });

  it('says of a table without names of columns that it has none', () => {
    const refusal = importRoadmap('1,,Epic,Refunds\n2,1,Story,Refund API\n', OPTIONS);
    assert.ok(typeof refusal === 'string');
    assert.match(refusal, /^The first line of this table holds an item/);
  });

  it('takes a guard away exactly where one was put', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(withoutGuard(guarded(text)), text)));
  });
});

describe('a date in a cell', () => {
  const dates: readonly [cell: string, expected: string | undefined][] = [
    ['2026-03-12', '2026-03-12'],
    ['2026/3/12 10:00:00', '2026-03-12'],
    ['2026-03-12T09:00:00Z', '2026-03-12'],
    ['12/Mar/26 3:04 PM', '2026-03-12'],
    ['12/Mrz/26 15:04', '2026-03-12'],
    ['12. März 2026', '2026-03-12'],
    ['Mar 12, 2026', '2026-03-12'],
    ['Thu Mar 12 2026 10:00:00 GMT+0000 (GMT+00:00)', '2026-03-12'],
    ['Thu, 12 Mar 2026 10:17:06 UTC+0000', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
    ['12.3.26', '2026-03-12'],
    ['12/03/2026', '2026-03-12'],
    ['2026年3月12日', '2026-03-12'],
    ['46093', '2026-03-12'],
    ['12 Okt 2026', '2026-10-12'],
    ['12/Dez/26', '2026-12-12'],
    ['2026-Q3', '2026-Q3'],
    ['31/Feb/26', undefined],
    ['soon', undefined],
    ['5', undefined],
  ];
  for (const [cell, expected] of dates) {
    it(`reads ${cell} as ${expected ?? 'none'}`, () => {
      assert.equal(dateOf(cell, 'day first'), expected);
    });
  }

  const orders: readonly [why: string, cells: readonly string[], order: string, isGuess: boolean][] = [
    ['one day beyond 12 tells', ['03/04/2026', '25/04/2026'], 'day first', false],
    ['one day beyond 12 in the second place tells', ['03/04/2026', '04/25/2026'], 'month first', false],
    ['dots stand behind days', ['03.04.2026'], 'day first', false],
    ['times of twelve hours make months first likelier', ['3/4/2026 3:04 PM'], 'month first', true],
    ['nothing tells', ['03/04/2026'], 'day first', true],
  ];
  for (const [why, cells, order, isGuess] of orders) {
    it(`has its day or month first as all of them say: ${why}`, () => {
      assert.deepEqual(dateReadingOf(cells), { order, isGuess });
    });
  }
});

describe('an estimate in a cell', () => {
  const estimates: readonly [cell: string, unit: 'points' | 'hours' | 'seconds', expected: string | undefined][] = [
    ['5.0', 'points', '5'],
    ['2,5', 'points', '2.5'],
    ['5 pts', 'points', '5'],
    ['0.0', 'points', undefined],
    ['28800', 'seconds', '1d'],
    ['5400', 'seconds', '1.5h'],
    ['12', 'hours', '12h'],
    ['1w 2d 3h', 'points', '59h'],
    ['Extra Large', 'points', 'XL'],
    ['much', 'points', undefined],
  ];
  for (const [cell, unit, expected] of estimates) {
    it(`reads ${cell} in ${unit} as ${expected ?? 'none'}`, () => {
      assert.equal(estimateOf(cell, unit), expected);
    });
  }
});
