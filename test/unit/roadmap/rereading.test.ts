import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type MarkdownReading, readMarkdown } from '../../../src/core/roadmap/markdown/readMarkdown';
import { readStretch, type Stretch, stretchesOf } from '../../../src/core/roadmap/markdown/rereading';
import type { MapNode } from '../../../src/core/roadmap/valueNode';
import { createReadContext } from '../../../src/core/roadmap/readContext';

/** Lines of which files are made, with everything that binds lines to one another. */
const LINES = [
  '# Product',
  '## Now',
  '## v2.0',
  '## PAY-1 Epic',
  '## Berths',
  '## Cranes',
  '### Berths',
  '### Tasks',
  '### PAY-2 Story',
  '#### Why',
  '- [ ] PAY-3 Title',
  '- [x] Other',
  '- Words: and six words more behind them',
  '  - Task',
  '  - Owner: @ana',
  '- status: done',
  '',
  '',
  '',
  'Words.',
  '**Bold**: text',
  '**Label**',
  'Steps:',
  '---',
  '```',
  '<!--',
  '-->',
  '<details><summary>Done</summary>',
  '</details>',
  '* Star',
  '1. One',
  '- [In page](#page)',
  '- ✅ = done',
  '| ID | Title |\n|--|--|\n| A-1 | x |',
  '===',
  '> quote',
  '- Title PAY-9',
];

/** More by hand: `WAYMARK_RUNS=10000 npx mocha --import=tsx test/unit/roadmap/rereading.test.ts`. */
const RUNS = Number(process.env['WAYMARK_RUNS'] ?? 2000);

const SCRAPS = [...LINES, ...LINES.map((line) => `\n${line}\n`), ...' x-#*`[]()<>|:~\n'].filter(
  (scrap) => scrap !== '',
);

/** An edit inside one of the stretches: which, where, how much goes, and what comes. */
const edits = fc.tuple(
  fc.nat(),
  fc.nat(),
  fc.nat(6),
  fc.oneof(fc.constantFrom('', 'x', 'word '), fc.constantFrom(...SCRAPS)),
);

describe('one item of a Markdown roadmap that is read again', function () {
  this.timeout(Math.max(60_000, RUNS * 30));

  const files = fc.array(fc.constantFrom(...LINES), { minLength: 3, maxLength: 25 }).map((lines) => lines.join('\n'));

  it('is what reading the whole file makes of it, whatever the file and the edits', () => {
    fc.assert(
      fc.property(files, fc.array(edits, { minLength: 1, maxLength: 4 }), (text, all) => {
        check(text, all);
      }),
      { numRuns: RUNS },
    );
  });

  for (const [name, text, edit] of [
    ['a comment is opened in a list', '- [x] Other\n- Words\n', [0, 10, 0, '\n  <!--']],
    ['a comment is opened in a list under a heading', '# A\n\n## PAY-1 B\n\n- C\n## PAY-2 D\n', [0, 14, 0, '\n  <!--']],
  ] as const) {
    it(`is so when ${name}`, () => {
      check(text, [edit]);
    });
  }

  for (const [name, least] of [
    ['headings-that-sort.md', 50],
    ['labels.md', 20],
    ['horizons.md', 30],
    ['nested-headings.md', 50],
    ['releases-in-headings.md', 50],
    ['full.md', 50],
  ] as const) {
    it(`is so after edits of ${name}, most of which need no more`, () => {
      const text = readFileSync(join(__dirname, 'cases', name), 'utf8');
      let read = 0;
      const letters = fc.tuple(fc.nat(), fc.nat(), fc.constant(0), fc.constantFrom('a', ' and', '1'));
      fc.assert(
        fc.property(letters, (edit) => {
          read += check(text, [edit]);
        }),
        { numRuns: 100 },
      );
      assert.ok(read >= least, `${read} of 100`);
    });
  }
});

type Edit = readonly [which: number, where: number, cut: number, insert: string];

/** How many of the edits, up to the first that needs the whole file, could be read by themselves. */
function check(before: string, all: readonly Edit[]): number {
  const reading = readingOf(before);
  let text = before;
  let stretches = stretchesOf(reading) ?? [];
  for (const [count, [which, where, cut, insert]] of all.entries()) {
    const index = which % Math.max(1, stretches.length);
    const stretch = stretches[index];
    if (!stretch) {
      return count;
    }
    const at = stretch.start + 1 + (where % Math.max(1, stretch.end - stretch.start - 1));
    const to = Math.min(at + cut, stretch.end);
    const by = insert.length - (to - at);
    text = text.slice(0, at) + insert + text.slice(to);
    const read = readStretch(reading, stretch, text, stretch.end + by);
    if (!read) {
      return count;
    }
    const behind = stretches.slice(index + 1).map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
    stretches = [...stretches.slice(0, index), ...read, ...behind];
    compare(stretches, read, text, count === 0);
  }
  return all.length;
}

/** @param isFirst the places of headings above are those of the text as it was read first */
function compare(stretches: readonly Stretch[], read: readonly Stretch[], text: string, isFirst: boolean): void {
  const whole = readingOf(text);
  const why = JSON.stringify(text);
  const all = whole.placed.tops.map(({ item }) => item);
  assert.deepEqual(
    stretches.map(({ top }) => said(top.item)),
    all.map(said),
    why,
  );
  const [first] = read;
  const again = read.map(({ top }) => top.item);
  const index = first ? stretches.indexOf(first) : 0;
  assert.deepEqual(
    again.map((item) => (isFirst ? item : own(item))),
    all.slice(index, index + again.length).map((item) => (isFirst ? item : own(item))),
    why,
  );
  const expected = stretchesOf(whole);
  assert.deepEqual(
    expected?.map(({ start, end }) => [start, end]),
    expected && stretches.map(({ start, end }) => [start, end]),
    why,
  );
}

/** Without what headings above say, of it and of what is under it. */
function own(item: MapNode): unknown {
  return JSON.parse(JSON.stringify(item, (key, value: unknown) => (key === 'inherited' ? undefined : value)));
}

/** Without places. */
function said(item: MapNode): string {
  return JSON.stringify(item, (key, value: unknown) => (/span|inner$/i.test(key) ? undefined : value));
}

function readingOf(text: string): MarkdownReading {
  return readMarkdown(createReadContext('ROADMAP.md', 'markdown', text), 0);
}
