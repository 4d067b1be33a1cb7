import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { RoadmapReading } from '../../../src/core/roadmap/reading/roadmapReading';

const FOLDER = join(__dirname, 'cases');
/** Others, and more of them, by hand: `WAYMARK_RUNS=1000 npx mocha --import=tsx test/unit/roadmap/reading.test.ts`. */
const MORE = process.env['WAYMARK_RUNS'];
const RUNS = Number(MORE ?? 60);

const LIST = `product: Acme Pay
releases:
  - { id: v1, date: 2026-10-01 }
epics:
  # the first one
  - id: PAY-1
    title: Refunds
    stories:
      - id: PAY-2
        title: Refund API
        release: v1
      - title: No ID of its own
  - id: PAY-3
    tilte: A typo
    status: nonsense

  - title: No ID of its own
risks:
  - { id: R1, title: Ledger, items: [PAY-2] }
stories:
- id: PAY-9
  title: Behind
- id: PAY-10
  status: done
`;

const MARKDOWN = `---
keys: [PAY]
---

# Acme Pay

## PAY-1 Refunds

- [ ] PAY-2 Refund API (owner: @ana)
- [x] PAY-3 Ledger

## PAY-4 Receipts

### PAY-5 By mail

## v2.0

- PAY-6 Cards
- No ID of its own
`;

const texts: readonly (readonly [path: string, text: string])[] = [
  ['roadmap.yaml', LIST],
  ['roadmap.yaml', LIST.replaceAll('\n', '\r\n')],
  ['roadmap.md', MARKDOWN],
  ...readdirSync(FOLDER)
    .filter((name) => /\.(?:ya?ml|json|md)$/.test(name))
    .map((name) => [name.replace(/.*\./, 'roadmap.'), readFileSync(join(FOLDER, name), 'utf8')] as const),
];

/** Changes at their two ends lie too far apart to be read as one. */
const LONG: readonly (readonly [path: string, text: string])[] = [
  [
    'roadmap.yaml',
    `keys: [PAY]\nstories:\n${entries((id) => `  - id: PAY-${id}\n    title: Story ${id} of many\n    status: planned\n    owner: ana\n`)}`,
  ],
  [
    'roadmap.json',
    `{ "keys": ["PAY"], "stories": [\n${entries((id) => `  { "id": "PAY-${id}", "title": "Story ${id} of many",\n    "status": "planned" },\n`).replace(/,\n$/, '')}\n] }\n`,
  ],
  [
    'roadmap.md',
    `# Acme Pay\n\n## Refunds\n\n${entries((id) => `- [ ] PAY-${id} Story ${id} of many (owner: @ana, 5pt)\n`)}`,
  ],
];

function entries(entryOf: (id: number) => string): string {
  return Array.from({ length: 100 }, (_, id) => entryOf(id)).join('');
}

const PIECES = [
  ...'a/x: 1/\n/\n\n/  - id: PAY-77\n/      - title: more\n/ /    /- /,/{/}/[/]/"/#/: /due: 2026-01-01/id: PAY-2\n/--- /&a /*a/<<: /|\n'.split(
    '/',
  ),
  '\t',
  '\r\n',
  '{ "id": "PAY-5" },',
  '## v9\n',
  '- [x] PAY-6 More\n',
  '**Bold**: text\n',
  '```\n',
  '\n<<<<<<< HEAD\n',
  '\n=======\n',
  '\n>>>>>>> x\n',
  '\uD83D',
];

/** Something cut out, something put in, or both, anywhere; often a letter or two, as when somebody types. */
const edit = fc.record({
  at: fc.nat(),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
  inserted: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })),
});

function edited(text: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

describe('A roadmap that is read again after each edit', function () {
  this.timeout(Math.max(60_000, RUNS * 300));

  it('is what reading the whole text gives, whatever is edited', () => {
    const series = fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(series, ([[path, start], edits]) => {
        let text = start;
        let reading = RoadmapReading.of(path, text, 0);
        for (const each of edits) {
          text = edited(text, each);
          reading = reading.after(text);
          assert.deepEqual(reading.roadmap, readRoadmap(path, text), text);
        }
      }),
      { numRuns: RUNS * 5, ...(MORE === undefined && { seed: 1 }) },
    );
  });

  it('is what reading the whole text gives where several places are edited at once', () => {
    const series = fc.tuple(
      fc.constantFrom(...LONG),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(series, ([[path, start], versions]) => {
        let text = start;
        let reading = RoadmapReading.of(path, text, 0);
        for (const edits of versions) {
          text = edits.reduce(edited, text);
          reading = reading.after(text);
          assert.deepEqual(reading.roadmap, readRoadmap(path, text), text);
        }
      }),
      { numRuns: RUNS, ...(MORE === undefined && { seed: 1 }) },
    );
  });

  it('is made of the same items between two places that are edited at once, in a step for each', () => {
    const [path, start] = LONG[0] ?? assert.fail();
    const before = RoadmapReading.of(path, start, 0);
    const former = new Map(before.roadmap?.work.map((item) => [item.id, item]));
    const text = start.replace('title: Story 3 ', 'title: Other ').replace('title: Story 97 ', 'title: Another ');
    const steps = before.inSteps(text);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      count++;
    }
    const work = step.value.roadmap?.work ?? [];
    assert.equal(count, 2);
    assert.deepEqual(
      work.filter((item) => former.get(item.id) !== item).map(({ id }) => id),
      ['PAY-3', 'PAY-97'],
    );
  });

  it('is made of the same stories, where they stand now, but for the one of an epic that the edit is in', () => {
    const start = `epics:\n  - id: PAY-1\n    title: Refunds\n    stories:\n${entries((id) => `      - id: PAY-${id + 10}\n        title: Story ${id}\n        due: 2026-10-01\n`)}`;
    const before = RoadmapReading.of('roadmap.yaml', start, 0);
    const stories = before.roadmap?.work[0]?.children ?? [];
    const text = start.replace('title: Story 40\n', 'title: Another story 40\n');
    const { roadmap } = before.after(text);
    assert.deepEqual(
      roadmap?.work[0]?.children.filter((story, at) => story !== stories[at]).map(({ id }) => id),
      ['PAY-50'],
    );
    assert.deepEqual(roadmap, RoadmapReading.of('roadmap.yaml', text, 0).roadmap);
    const said = roadmap?.work[0]?.children.map(({ due }) => due && text.slice(due.span.start, due.span.end)) ?? [];
    assert.deepEqual([...new Set(said)], ['2026-10-01']);
  });

  const plain = texts.filter(([path, text]) => path !== 'roadmap.md' && /PAY-(?:3|12)/.test(text));
  for (const [path, start] of [...plain, ['roadmap.md', MARKDOWN] as const]) {
    it(`is made of the same items but for the one that the edit is in: ${path}, ${start.length} letters`, () => {
      const before = RoadmapReading.of(path, start, 0);
      const items = before.roadmap?.work ?? [];
      const [first] = items;
      const after = before.after(start.replace(first?.title ?? '', `${first?.title} and more`));
      assert.equal(after.roadmap?.work[0]?.title, `${first?.title} and more`);
      assert.deepEqual(
        after.roadmap?.work.slice(1).map((item, index) => item === items[index + 1]),
        items.slice(1).map(() => true),
      );
    });
  }
});
