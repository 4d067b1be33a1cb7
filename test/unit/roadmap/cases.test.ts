import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { outline } from './outline';

const CASES = join(__dirname, 'cases');

/**
 * Each file of `cases` with its outline beside it (`name.outline.txt`). `UPDATE_GOLDEN=1` writes the outlines anew: read the
 * difference before you keep it.
 */
describe('reading the roadmap files of test/unit/roadmap/cases', () => {
  for (const file of readdirSync(CASES).filter((name) => !name.endsWith('.outline.txt'))) {
    it(`reads ${file} as its outline says`, () => {
      const text = readFileSync(join(CASES, file), 'utf8');
      const golden = join(CASES, `${file}.outline.txt`);
      // The name decides how a file is read; the cases are named after what they show.
      const actual = outline(text, readRoadmap(file, text));
      if (process.env['UPDATE_GOLDEN'] === '1') {
        writeFileSync(golden, actual);
      }
      assert.equal(
        actual,
        existsSync(golden) ? readFileSync(golden, 'utf8') : '(no outline: run with UPDATE_GOLDEN=1)',
      );
    });
  }
});
