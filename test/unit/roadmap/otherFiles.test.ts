import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

const FILES = join(__dirname, 'otherFiles');

/** Each file of `otherFiles` says in its first line what in it could be taken for a roadmap. Add one by putting it there. */
describe('a file that is called like a roadmap, but is something else', () => {
  for (const file of readdirSync(FILES)) {
    it(`is left alone: ${file}`, () => {
      const text = readFileSync(join(FILES, file), 'utf8');
      assert.equal(readRoadmap(`roadmap${extname(file)}`, text), undefined);
    });
  }

  const BEGUN: readonly [why: string, text: string][] = [
    ['its product is named', 'product: Shop\n'],
    ['its first list is begun', 'stories:\n'],
    ['its first list is empty', 'epics: []\n'],
    ['its first story is one word', 'stories:\n  - search\n'],
    ['it states the version of the format', 'waymark: 1\n'],
    ['it says that it is one', 'apiVersion: v1\nkind: Roadmap\nspec: { milestones: [{ name: Alpha }] }\n'],
  ];
  for (const [why, text] of BEGUN) {
    it(`is a roadmap that somebody has begun when ${why}`, () => {
      assert.ok(readRoadmap('roadmap.yaml', text));
    });
  }
});
