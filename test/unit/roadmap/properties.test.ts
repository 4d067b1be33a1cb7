import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Roadmap } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

const PATHS = ['roadmap.yaml', 'roadmap.json', 'ROADMAP.md'];
const RUNS = { numRuns: 100 };

/** Words that steer the readers into their corners. */
const scraps = fc.constantFrom(
  ...'stories:/epics:/releases:/risks:/id: A-1/title: /status: done/depends: [/]/{/}/- /  /\n/\r\n/\r/\t'.split('/'),
  ...'" \' | > &a *a <<: # ~~ ` (due: ) @ , ... constructor <!-- --> % ! !!map : ✅'.split(' '),
  '## v1',
  '- [x] ',
  '---\n',
  '__proto__: ',
  '| ID | Title |\n|--|--|\n',
  '\uFEFF',
  '\uE000',
  '\uD83D',
);

const soup = fc.array(fc.oneof(scraps, fc.string({ maxLength: 6 })), { maxLength: 60 }).map((parts) => parts.join(''));

/** A file of the cases with a stretch cut out, doubled, or replaced by scraps. */
function mutated(file: string): fc.Arbitrary<string> {
  const text = readFileSync(join(__dirname, 'cases', file), 'utf8');
  const edit = fc.tuple(fc.nat(text.length), fc.nat(12), soup);
  return fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) =>
      edits.reduce(
        (now, [at, length, insert]) => now.slice(0, at) + insert.slice(0, 20) + now.slice(at + length),
        text,
      ),
    );
}

describe('reading any text at all', function () {
  this.timeout(30_000);

  for (const path of PATHS) {
    it(`never throws and keeps every span inside the text of ${path}`, () => {
      fc.assert(
        fc.property(fc.oneof(soup, fc.string(), fc.string({ unit: 'binary' })), (text) => {
          checkSpans(text, readRoadmap(path, text));
        }),
        RUNS,
      );
    });
  }
  for (const [path, file] of [
    ['roadmap.yaml', 'full.yaml'],
    ['roadmap.yaml', 'anchors.yaml'],
    ['roadmap.json', 'full.json'],
    ['ROADMAP.md', 'full.md'],
    ['ROADMAP.md', 'tables.md'],
  ] as const) {
    it(`never throws and keeps every span inside the text when ${file} is damaged`, () => {
      fc.assert(
        fc.property(mutated(file), (text) => checkSpans(text, readRoadmap(path, text))),
        RUNS,
      );
    });
  }

  it('gives every item an ID of its own unless the file gives one twice', () => {
    fc.assert(
      fc.property(mutated('full.md'), (text) => {
        const items = itemsOf(readRoadmap('ROADMAP.md', text)).filter((item) => item['derivedId'] === true);
        const ids = items.map((item) => item['id']);
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(!ids.includes(''));
      }),
      RUNS,
    );
  });
});

/** Walks everything, so that a span that is added to the model later is checked too. */
function checkSpans(text: string, roadmap: Roadmap | undefined): void {
  walk(roadmap, (value) => {
    const { start, end } = value;
    if (typeof start === 'number' && typeof end === 'number') {
      assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
    }
  });
}

function itemsOf(roadmap: Roadmap | undefined): Record<string, unknown>[] {
  const items: Record<string, unknown>[] = [];
  walk(roadmap, (value) => {
    if ('derivedId' in value) {
      items.push(value);
    }
  });
  return items;
}

function walk(value: unknown, visit: (value: Record<string, unknown>) => void): void {
  if (value instanceof Map) {
    value.forEach((each) => walk(each, visit));
  } else if (Array.isArray(value)) {
    value.forEach((each) => walk(each, visit));
  } else if (typeof value === 'object' && value !== null) {
    visit(value as Record<string, unknown>);
    Object.values(value).forEach((each) => walk(each, visit));
  }
}
