import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRoadmap } from '../../../src/core/exchange/importRoadmap';
import { columnRows, countWords, noteWords } from '../../../src/core/exchange/importWords';

const CASES = join(__dirname, 'cases');

/**
 * Each file of `cases` is a table as one tool exports it, with invented content, and beside it what becomes of it
 * (`name.imported.txt`): the columns, the sentences for the person, the roadmap in both forms. `UPDATE_GOLDEN=1` writes that
 * anew: read the difference before you keep it.
 */
describe('importing the tables of test/unit/exchange/cases', () => {
  for (const file of readdirSync(CASES).filter((name) => !name.endsWith('.imported.txt'))) {
    it(`makes of ${file} what is written beside it`, () => {
      const actual = imported(readFileSync(join(CASES, file), 'utf8'));
      const golden = join(CASES, `${file}.imported.txt`);
      if (process.env['UPDATE_GOLDEN'] === '1') {
        writeFileSync(golden, actual);
      }
      assert.equal(
        actual,
        existsSync(golden) ? readFileSync(golden, 'utf8') : '(nothing yet: run with UPDATE_GOLDEN=1)',
      );
    });
  }
});

function imported(text: string): string {
  const options = { choices: new Map<string, string>(), keepUnknown: false, dateOrder: undefined };
  const yaml = importRoadmap(text, { ...options, to: 'yaml' });
  const markdown = importRoadmap(text, { ...options, to: 'markdown' });
  assert.ok(typeof yaml !== 'string');
  assert.ok(typeof markdown !== 'string');
  const columns = columnRows(yaml.columns).map((cells) => cells.join(' | '));
  return [...columns, '', ...noteWords(yaml.notes), countWords(yaml.counts), '', yaml.text, '', markdown.text].join(
    '\n',
  );
}
