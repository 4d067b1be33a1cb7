import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { foldsOfYaml } from '../../../src/core/authoring/folding';
import { placeAt } from '../../../src/core/authoring/placeAt';
import type { RoadmapFormat } from '../../../src/core/model/roadmap';
import { COMPLETIONS } from './cases/completions';
import { PLAN_TEXT } from './plan';

const FORMATS: readonly RoadmapFormat[] = ['yaml', 'json', 'markdown'];

function check(format: RoadmapFormat, text: string, offset: number): void {
  const place = placeAt(format, text, offset);
  if (place) {
    const { start, end } = place.word;
    assert.ok(start <= offset && offset <= end && end <= text.length, `${start} to ${end} does not hold ${offset}`);
    assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
  }
}

/** Each costs minutes where somebody reads the rest of a text at each of its signs. */
const HOSTILE: readonly [format: RoadmapFormat, what: string, text: string][] = [
  ['yaml', 'brackets without end', `a: ${'['.repeat(300_000)}`],
  ['yaml', 'dashes without end', `stories: \n${'- '.repeat(300_000)}`],
  ['yaml', 'a staircase', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ['yaml', 'blank lines in a bracket', `stories: [\n${'\n'.repeat(300_000)}`],
  ['yaml', 'quotes in a bracket', `stories: [${`"a\n'`.repeat(100_000)}`],
  ['yaml', 'lists below their keys', `stories:\n${'- a: 1\n'.repeat(100_000)}- `],
  ['yaml', 'lines with lone returns', `stories:\r${'- a: 1\r'.repeat(100_000)}- `],
  ['yaml', 'one line of quotes', `a: [${'"'.repeat(300_001)}`],
  ['yaml', 'one line of colons', `a: {${'a: '.repeat(100_000)}`],
  ['json', 'brackets without end', '['.repeat(300_000)],
  ['json', 'a string without end', `{"stories": "${'\\"'.repeat(300_000)}`],
  ['json', 'comments without end', `{${'/*'.repeat(200_000)}`],
  ['json', 'strings in one line', `{"stories": [${'"a",'.repeat(200_000)}`],
  ['markdown', 'parentheses without end', `- ${'(owner: '.repeat(100_000)}`],
  ['markdown', 'fences without end', '```\n~~~\n'.repeat(100_000)],
  ['markdown', 'commas without end', `- a (${'depends: a,'.repeat(800)}`],
];

describe('The place in any text', function () {
  this.timeout(20_000);

  for (const [format, what, text] of HOSTILE) {
    it(`is told soon in ${what} (${format})`, () => {
      for (const offset of [0, Math.floor(text.length / 2), text.length]) {
        check(format, text, offset);
      }
    });
  }

  it('holds the cursor and lies in one line, wherever the cursor is in a roadmap', () => {
    for (const { text } of [...COMPLETIONS, { text: PLAN_TEXT }]) {
      for (let offset = 0; offset <= text.length; offset++) {
        FORMATS.forEach((format) => check(format, text, offset));
      }
    }
  });

  it('holds the cursor in any mixture of the signs that mean something', () => {
    const pieces = [
      'a',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\r',
      '- ',
      ': ',
      ':',
      ',',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '|',
      '(',
      ')',
      '`',
      '@',
      'owner: ',
      'stories:\n',
      '---\n',
      '```\n',
    ];
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom(...FORMATS), (text, at, format) => {
        check(format, text, at % (text.length + 1));
        foldsOfYaml(text).forEach(({ first, last }) => assert.ok(first < last));
      }),
      {
        numRuns: 3000,
        examples: [
          ['- a (` owner: ', 6, 'markdown'],
          ['|a- a: ` owner: ', 8, 'markdown'],
        ],
      },
    );
  });
});
