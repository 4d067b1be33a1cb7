import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { missingIn } from '../../../src/core/exchange/compare';
import type { Draft } from '../../../src/core/exchange/draft';
import { draftOf } from '../../../src/core/exchange/draftOf';
import { exportRoadmaps } from '../../../src/core/exchange/exportRoadmap';
import { importRoadmap } from '../../../src/core/exchange/importRoadmap';
import { writeYaml } from '../../../src/core/exchange/writeYaml';
import type { Roadmap } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { anyRoadmap } from './drafts';

const runs = Number(process.env['WAYMARK_RUNS'] ?? 20);

function read(path: string, text: string): Roadmap {
  const roadmap = readRoadmap(path, text);
  assert.ok(roadmap, text);
  return roadmap;
}

function assertSame(actual: Roadmap, wanted: Draft, text: string): void {
  assert.deepEqual(missingIn(draftOf([actual]), wanted), [], text);
  assert.deepEqual(missingIn(wanted, draftOf([actual])), [], text);
}

describe('a roadmap that is written in another form', function () {
  this.timeout(120_000);

  it('says the same as YAML', () => {
    fc.assert(
      fc.property(anyRoadmap, (json) => {
        const draft = draftOf([read('roadmap.json', json)]);
        const text = writeYaml(draft);
        assertSame(read('roadmap.yaml', text), draft, text);
      }),
      { numRuns: runs },
    );
  });

  it('says the same as Markdown', () => {
    fc.assert(
      fc.property(anyRoadmap, (json) => {
        const roadmap = read('roadmap.json', json);
        const { text, notes } = exportRoadmaps([roadmap], 'markdown');
        assert.deepEqual(notes, [], text);
        assertSame(read('roadmap.md', text), draftOf([roadmap]), text);
      }),
      { numRuns: runs },
    );
  });

  it('has all its items after it was a table, whatever parts the cells', () => {
    fc.assert(
      fc.property(
        anyRoadmap,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('yaml', 'markdown'),
        (json, sign, to) => {
          const roadmap = read('roadmap.json', json);
          const { text } = exportRoadmaps([roadmap], 'csv', sign);
          const options = { to, choices: new Map<string, string>(), keepUnknown: false, dateOrder: undefined } as const;
          const imported = importRoadmap(text, options);
          assert.ok(typeof imported !== 'string');
          assert.deepEqual(imported.notes, [], text);
          const draft = draftOf([roadmap]);
          const items = new Map([...draft.fields].filter(([name]) => ['goals', 'releases', 'risks'].includes(name)));
          const back = read(to === 'yaml' ? 'roadmap.yaml' : 'roadmap.md', imported.text);
          assert.deepEqual(missingIn(draftOf([back]), { ...draft, fields: items }), [], text);
        },
      ),
      { numRuns: runs },
    );
  });

  it('runs no cell as a formula', () => {
    fc.assert(
      fc.property(anyRoadmap, (json) => {
        const { text } = exportRoadmaps([read('roadmap.json', json)], 'csv', '\t');
        for (const cell of parse(text, { delimiter: '\t' }).flat()) {
          assert.doesNotMatch(cell, /^[=+\-@\t\r]/, cell);
        }
      }),
      { numRuns: runs },
    );
  });
});
