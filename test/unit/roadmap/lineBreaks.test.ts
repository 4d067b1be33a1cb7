import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf } from '../../../src/core/edit/items';
import { saySame } from '../../../src/core/edit/saySame';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

const CASES = join(__dirname, 'cases');

describe('A Markdown roadmap with line breaks of two characters', () => {
  for (const file of readdirSync(CASES).filter((name) => name.endsWith('.md'))) {
    it(`says what ${file} says, at the same words`, () => {
      const plain = readFileSync(join(CASES, file), 'utf8').replaceAll('\r\n', '\n');
      const text = plain.replaceAll('\n', '\r\n');
      const [one, other] = [readRoadmap('ROADMAP.md', plain), readRoadmap('ROADMAP.md', text)];
      assert.ok(one && other);
      assert.ok(saySame(one, other));
      const wordsIn = (roadmap: typeof one, whole: string) =>
        [
          ...itemsOf(roadmap).flatMap(({ span, headline }) => [span, headline]),
          ...roadmap.problems.map((each) => each.span),
        ].map(({ start, end }) => whole.slice(start, end).replaceAll('\r\n', '\n'));
      assert.deepEqual(wordsIn(other, text), wordsIn(one, plain));
    });
  }
});
