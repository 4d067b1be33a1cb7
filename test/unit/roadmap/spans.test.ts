import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item, Roadmap, WorkItem } from '../../../src/core/model/roadmap';
import type { Span } from '../../../src/core/model/span';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

function readCase(file: string): { text: string; roadmap: Roadmap | undefined; items: ReadonlyMap<string, Item> } {
  const text = readFileSync(join(__dirname, 'cases', file), 'utf8');
  const roadmap = readRoadmap(file, text);
  if (roadmap === undefined) {
    return { text, roadmap, items: new Map() };
  }
  const withChildren = (item: WorkItem): WorkItem[] => [item, ...item.children.flatMap(withChildren)];
  const items = [...roadmap.goals, ...roadmap.releases, ...roadmap.work.flatMap(withChildren), ...roadmap.risks];
  return { text, roadmap, items: new Map(items.map((item) => [item.id, item])) };
}

/** The words at each field's key and value, first lines only. */
function fieldWords(file: string, id: string): Record<string, string> {
  const { text, items } = readCase(file);
  const words = (span: Span | undefined) =>
    span ? text.slice(span.start, span.end).replace(/\n[^]*/, ' …') : '(none)';
  const fields = items.get(id)?.fields ?? new Map();
  return Object.fromEntries([...fields].map(([name, { key, value }]) => [name, `${words(key)} = ${words(value)}`]));
}

describe('the place of every field', () => {
  it('is that of its key and of its value with quotes, in YAML', () => {
    assert.deepEqual(fieldWords('full.yaml', 'BRTH-12'), {
      id: 'id = BRTH-12',
      title: 'title = "Booking \\"API\\""',
      story: 'story = > …',
      status: 'status = in-progress',
      owner: "owner = 'olaf'",
      release: 'release = v3.0',
      start: 'start = 2026-08-03',
      due: 'due = 2026-08',
      estimate: 'estimate = 3d',
      impact: 'impact = 5',
      feedback: 'feedback = 4',
      feasibility: 'feasibility = 3',
      reach: 'reach = 4000',
      confidence: 'confidence = 80%',
      effort: 'effort = 2.5',
      value: 'value = 8',
      urgency: 'urgency = 13',
      labels: 'labels = [api, "needs docs"]',
      depends: 'depends = [BRTH-11, CREW-3]',
      aliases: 'aliases = [BRTH-0012]',
      code: `code = ["src/booking/**", 'lib/{a,b}/*.ts']`,
      decisions: 'decisions = [docs/adr/0007-idempotent.md]',
      acceptance: 'acceptance = ["A berth is shown within a second", { text: "Double clicks book once", done: true }]',
      ignore: 'ignore = [{ rule: WM204, reason: done before the repository, until: 2026-12-31 }]',
      tasks: 'tasks = [{ id: BRTH-12.1, title: Ledger entry, status: done }, { title: Retry, done: true }]',
      link: 'link = https://tracker.example/BRTH-12',
    });
  });

  it('is that of its key and of its value with quotes, in JSON', () => {
    assert.deepEqual(fieldWords('full.json', 'BRTH-12'), {
      id: 'id = "BRTH-12"',
      title: 'title = "API"',
      status: 'status = "in-progress"',
      estimate: 'estimate = 5',
      impact: 'impact = 5',
      owner: 'owner = ',
      depends: 'depends = ["BRTH-11"]',
      tasks: 'tasks = [{ "title": "Ledger", "done": true }, "Retry"]',
    });
  });

  it('is that of the words in Markdown, with a key where one is written', () => {
    assert.deepEqual(fieldWords('full.md', 'BRTH-13'), {
      id: '(none) = BRTH-13',
      title: '(none) = Show *free* berths',
      status: '(none) = [x]',
      estimate: 'estimate = 3d',
      owner: '(none) = olaf',
      labels: '(none) = api',
    });
    assert.deepEqual(fieldWords('full.md', 'BRTH-1'), {
      id: '(none) = BRTH-1',
      title: '(none) = Booking',
      owner: 'owner = @ines',
      release: 'release = v3.0',
      story: '(none) = A berth is booked in a minute.',
      items: '(none) = - [ ] BRTH-12 Booking API (owner: @ines, release: v3.0, due: 2026-08-28, 5pt) …',
    });
  });

  it('is under the canonical name when the key is a synonym', () => {
    const words = fieldWords('synonyms.yaml', 'AB-1');
    assert.equal(words['estimate'], 'story_points = 3');
    assert.equal(words['due'], 'Due Date = 2026-03-01');
    assert.equal(words['depends'], 'dependencies = AB-2, AB-3');
  });

  it('is an empty one behind the colon for a field that states nothing', () => {
    const words = fieldWords('problems.yaml', 'PR-6b');
    assert.equal(words['status'], 'status = ');
  });
});

describe('the place of a value', () => {
  it('leaves out the quotes around dates, numbers and statuses', () => {
    const text =
      '{"stories":[{"id":"A-1","title":"x","due":"2026-10-15","impact":"high","estimate":"3d","status":"done"}]}';
    const [story] = readRoadmap('roadmap.json', text)?.work ?? [];
    const places = [story?.due, story?.scores.impact, story?.estimate, story?.status].map((value) => value?.span);
    assert.deepEqual(
      places.map((span) => span && text.slice(span.start, span.end)),
      ['2026-10-15', 'high', '3d', 'done'],
    );
  });

  it('is the wrong words of a problem, and nothing else', () => {
    const text = 'stories:\n  - { id: A-1, title: x, status: "in-progres", due: "soon" }   # why\n';
    const problems = readRoadmap('roadmap.yaml', text)?.problems ?? [];
    assert.deepEqual(
      problems.map(({ span, suggestion }) => [text.slice(span.start, span.end), suggestion]),
      [
        ['in-progres', 'in-progress'],
        ['"soon"', undefined],
      ],
    );
  });
});

describe('the place of a problem with a value or a name', () => {
  const files = readdirSync(join(__dirname, 'cases')).filter((name) => /\.(?:ya?ml|json)$/.test(name));

  /** Where each field of the file and of each thing stands. */
  function placesIn(roadmap: Roadmap, items: Iterable<Item>): Span[] {
    return [
      ...roadmap.fields.flatMap(({ key, value }) => (value ? [key, value] : [key])),
      ...roadmap.extras.map(({ key }) => key),
      ...[...items].flatMap((item) => [
        ...[...item.fields.values()].flatMap(({ key, value }) => (key ? [key, value] : [value])),
        ...item.extras.map(({ key }) => key),
      ]),
    ];
  }

  for (const file of files) {
    it(`is in the field that it speaks of, and no larger, in ${file}`, () => {
      const { text, roadmap, items } = readCase(file);
      const places = roadmap ? placesIn(roadmap, items.values()) : [];
      for (const { code, span, message } of roadmap?.problems ?? []) {
        const isOfField =
          code === 'WM106' || (code === 'WM105' && !/neither an ID nor|list inside the list/.test(message));
        const around = places.filter((place) => place.start <= span.start && span.end <= place.end);
        assert.ok(!isOfField || around.length > 0, `${code} «${text.slice(span.start, span.end)}» ${message}`);
      }
    });
  }
});

describe('the place of a field of the file', () => {
  it('is that of its name and, unless it lists things, that of its value', () => {
    const text = 'title: Harbour\nphases: [{ name: One }]\nkeys: [HB]\ncolour: blue\nstories: []\n';
    const roadmap = readRoadmap('roadmap.yaml', text);
    const words = (span: Span | undefined) => span && text.slice(span.start, span.end);
    assert.deepEqual(
      roadmap?.fields.map(({ name, key, value }) => [name, words(key), words(value)]),
      [
        ['product', 'title', 'Harbour'],
        ['releases', 'phases', undefined],
        ['keys', 'keys', '[HB]'],
        ['stories', 'stories', undefined],
      ],
    );
    assert.deepEqual(
      roadmap?.extras.map(({ name, text: own }) => `${name}=${own}`),
      ['colour=blue'],
    );
  });
});

describe('the place of a name', () => {
  for (const file of ['full.yaml', 'full.json', 'full.md', 'synonyms.yaml', 'shapes.yaml', 'horizons.md']) {
    it(`holds exactly that name, without quotes, commas and signs, in ${file}`, () => {
      const { text, roadmap, items } = readCase(file);
      const named = [...(roadmap?.keys ?? []), ...[...items.values()].flatMap(namesOf)];
      assert.ok(file === 'horizons.md' || named.length > 0);
      for (const { name, span } of named) {
        assert.equal(text.slice(span.start, span.end), name);
      }
    });
  }

  it('starts the headline of an item: its ID where one is written, else its title', () => {
    for (const file of ['full.yaml', 'full.json', 'full.md', 'keyed-by-id.yaml']) {
      const { text, items } = readCase(file);
      for (const item of items.values()) {
        const headline = text.slice(item.headline.start, item.headline.end);
        assert.ok(item.derivedId ? headline.startsWith(item.title.slice(0, 5)) : headline === item.id, headline);
        assert.ok(item.span.start <= item.headline.start && item.headline.end <= item.span.end, item.id);
      }
    }
  });
});

function namesOf(item: Item): { name: string; span: Span }[] {
  return Object.entries(item)
    .filter(([field]) => field !== 'children')
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is { name: string; span: Span } => isNamed(value));
}

function isNamed(value: unknown): boolean {
  // A status that a sign stands for has a name that is not written anywhere.
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'span' in value &&
    !('category' in value) &&
    !('target' in value)
  );
}
