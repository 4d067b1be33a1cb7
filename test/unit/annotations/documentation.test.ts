import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../src/core/annotations/languages/catalogue';

const FILE = join(__dirname, '../../../docs/annotations.md');
const MARK = '<!-- languages -->';

describe('The documentation of annotations', () => {
  it('names the languages of the table; UPDATE_DOCS=1 writes them again', () => {
    const names = [...LANGUAGES.keys()];
    const [head = '', listed = ''] = readFileSync(FILE, 'utf8').split(MARK);
    const expected = `\n${names.sort((a, b) => a.localeCompare(b, 'en')).join(' · ')}\n`;
    if (process.env['UPDATE_DOCS']) {
      writeFileSync(FILE, `${head}${MARK}${expected}`);
    } else {
      assert.equal(listed, expected);
    }
    assert.ok(names.length >= 20);
  });
});
