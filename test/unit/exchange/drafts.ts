import fc from 'fast-check';

/** Any roadmaps as YAML would have them, written as JSON so that no writer of this project is needed. */

const words = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'Refund API',
        'Done',
        'v2.0 (beta)',
        'Fix: x, y; z',
        'A #b @c',
        '- a',
        '1. b',
        '=1+1',
        '"q"',
        "it's",
        'SHA-256',
        'PAY-3 again',
        'x | y',
        '**b** `c`',
        '~~d~~',
        '日本 語',
        'https://x.example/a?b=c',
        '[a](b)',
        'null',
        '2026-01-02',
        '5',
        'key: value',
        '<!-- x -->',
        '🚧 y',
        '\\',
        '- [x] z',
      ),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, ' ').trim())
  .filter((text) => text !== '');

const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const name = fc.constantFrom(
  'ana',
  'Ana Lima',
  'v2.0',
  'G1',
  'PAY-11',
  'AUTH-3',
  '#12',
  'api',
  'needs docs',
  'a, b',
  'x;y',
);
const date = fc.constantFrom('2026-08-03', '2026-08', '2026-Q3');

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

const fields = {
  status: optional(fc.constantFrom('todo', 'done', 'In Progress', 'in-review', 'Blocked', "won't do")),
  story: optional(lines),
  release: optional(name),
  owner: optional(name),
  due: optional(date),
  estimate: optional(fc.constantFrom(5, '3d', '4h', '1.5h', 2.5)),
  impact: optional(fc.integer({ min: 1, max: 5 })),
  confidence: optional(fc.constantFrom(0.8, 0.5)),
  labels: optional(fc.array(name, { maxLength: 3 })),
  depends: optional(fc.array(fc.constantFrom('PAY-11', 'AUTH-3'), { maxLength: 2 })),
  code: optional(fc.constantFrom(['src/**'], ['lib/{a,b}/*.ts', 'x y.ts'])),
  acceptance: optional(
    fc.array(
      fc.oneof(
        words,
        words.map((text) => ({ text, done: true })),
      ),
      { maxLength: 2 },
    ),
  ),
  link: optional(fc.constantFrom('https://tracker.example/PAY-12')),
  ignore: optional(fc.constant([{ rule: 'WM204', reason: 'before, the repository', until: '2026-12-31' }])),
  severity: optional(words),
};

function item(inner: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record({ id: fc.boolean(), title: words, ...fields, ...inner });
}

/** Gives every item a name of its own: two of one name cannot be told apart in a table. */
function numbered(): (key: string, value: unknown) => unknown {
  let count = 100;
  return (_key, value) => {
    const isItem = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'boolean';
    if (!isItem) {
      return value;
    }
    count += 1;
    const { id, title, ...rest } = value as unknown as { id: boolean; title: string };
    return id ? { id: `PAY-${count}`, title, ...rest } : { title: `${title} ${count}`, ...rest };
  };
}

const tasks = fc.array(item({}), { maxLength: 2 });
const stories = fc.array(item({ tasks }), { maxLength: 2 });

export const anyRoadmap: fc.Arbitrary<string> = fc
  .record({
    product: words,
    workflow: fc.constant({ 'in-review': 'active' }),
    team: fc.constant([{ id: 'ana', name: 'Ana Lima', emails: ['ana@acme.example'], capacity: 8 }]),
    releases: fc.constant([{ id: 'v2.0', title: 'Refunds', date: '2026-10-15', freeze: '2026-10-08' }]),
    goals: fc.constant([
      { id: 'G1', title: 'Fast', metrics: [{ name: 'time', unit: 'h', baseline: 72, asOf: '2026-09-01' }] },
    ]),
    epics: fc.array(item({ stories, tasks }), { maxLength: 2 }),
    stories: fc.array(item({ tasks, stories: fc.constantFrom([], [{ id: 'PAY-99', title: 'Inner' }]) }), {
      maxLength: 3,
    }),
    tasks: fc.array(item({}), { maxLength: 1 }),
    risks: fc.constant([
      { id: 'R1', title: 'Late', probability: 4, impact: 5, status: 'open', mitigation: 'PAY-11', items: ['PAY-12'] },
    ]),
  })
  .map((roadmap) => JSON.stringify(roadmap, numbered()));
