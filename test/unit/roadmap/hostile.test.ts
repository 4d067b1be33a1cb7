import assert from 'node:assert/strict';
import { readItemFile } from '../../../src/core/roadmap/itemFiles/readItemFile';
import { isRoadmapPath, readRoadmap } from '../../../src/core/roadmap/readRoadmap';

/** Each costs minutes, gigabytes or the stack where a reader is careless; here each must come back within the time limit. */
const HOSTILE: readonly [path: string, what: string, text: string][] = [
  ['r.yaml', 'brackets without end', `a: ${'['.repeat(5000)}`],
  ['r.yaml', 'dashes without end', `stories: \n${'- '.repeat(20_000)}`],
  [
    'r.yaml',
    'a staircase of mappings',
    Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
  ],
  ['r.yaml', 'aliases that multiply', bomb()],
  ['r.yaml', 'an alias inside itself', 'stories: &a [*a, { id: A-1, title: x }]\n'],
  ['r.yaml', 'a mistake on every line', `stories:\n${'  - @a: "b\n'.repeat(2000)}`],
  ['r.yaml', 'open brackets on every line', `stories:\n${'  - [x, {y: z\n'.repeat(5000)}`],
  ['r.yaml', 'brackets that are never closed, in one another', `stories: [\n${' {b: [c\n'.repeat(5000)}`],
  ['r.yaml', 'an open quote after the other between brackets', `stories: [${'{b: "c '.repeat(20_000)}`],
  ['r.yaml', 'merge conflicts without end', `stories:\n${'<<<<<<< x\n- b: c\n=======\n- d\n>>>>>>> y\n'.repeat(5000)}`],
  ['r.yaml', 'fields that stand twice without end', `stories:\n- id: x\n${'  id: y\n'.repeat(20_000)}`],
  ['r.yaml', 'dashes in every column', `stories:\n${lines(10_000, (n) => `${' '.repeat((n * 7) % 13)}- b: c`)}`],
  ['r.yaml', 'comments between lines that fit nowhere', `a:\n  - b: c\n${`   d: e\n${'#\n'.repeat(20)}`.repeat(1000)}`],
  ['r.yaml', 'one line of colons', `stories: ${'a: '.repeat(500)}`],
  ['r.yaml', 'colons without end', `stories:\n${':  '.repeat(20_000)}\n`],
  ['r.yaml', 'names without end', `stories:\n${'"a": '.repeat(20_000)}`],
  ['r.yaml', 'lists in names without end', `stories:\n  - title: ${'- a: "a": '.repeat(10_000)}>`],
  ['r.yaml', 'ten thousand items keyed by ID', `stories:\n${lines(10_000, (n) => `  PAY-${n}: Story`)}`],
  [
    'r.yaml',
    'ten thousand unknown fields',
    `stories:\n  - id: A-1\n${lines(10_000, (n) => `    unknownfield${n}: x`)}`,
  ],
  [
    'r.yaml',
    'ten thousand groups',
    `stories: []\n${lines(10_000, (n) => `done ${n}: [a b]\nv${n}.0: [c d]\ndone: [e f]`)}`,
  ],
  [
    'r.yaml',
    'ten thousand items of one number',
    `phases:\n${lines(10_000, (n) => `  - name: P ${n}\n    tasks: [{ id: 1, name: a }]`)}`,
  ],
  [
    'r.yaml',
    'ten thousand references',
    `epics: [{ id: A-1, stories: [${lines(10_000, (n) => `B-${n},`)}] }]\nstories:\n${lines(10_000, (n) => `  - { id: B-${n}, title: x }`)}`,
  ],
  ['r.yaml', 'a group with a name without end', `stories: []\n"${'('.repeat(100_000)}": [a b]`],
  ['r.yaml', 'a wrapper in a wrapper in a wrapper', `${'{ data: '.repeat(60)}{ stories: [] }${' }'.repeat(60)}`],
  [
    'r.json',
    'words of spaces',
    `{"stories": ["✅${' '.repeat(300_000)}x )"], "a": [{"description": "${' '.repeat(300_000)}"}]}`,
  ],
  ['r.json', 'brackets without end', '['.repeat(200_000)],
  ['r.json', 'closing brackets without end', `{"stories": [${']}'.repeat(100_000)}`],
  ['r.json', 'items without commas', `{"stories": [${'{"id":"A" "title":"x"} '.repeat(10_000)}`],
  ['r.json', 'quotes without end', `{"stories": ["${'a "b '.repeat(20_000)}`],
  ['r.json', 'a string without end', `{"stories": "${'\\"'.repeat(200_000)}`],
  ['r.md', 'quotes in quotes', `${'>'.repeat(20_000)}- x`],
  ['r.md', 'lists in lists', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
  ['r.md', 'emphasis without end', `- ${'*a_'.repeat(30_000)}`],
  ['r.md', 'emphasis without end, line by line', '*a_\n'.repeat(30_000)],
  ['r.md', 'emphasis without end that looks like rules', '_**\n'.repeat(80_000)],
  ['r.md', 'emphasis without end in a quotation', '> _**\n'.repeat(80_000)],
  ['r.md', 'emphasis without end that looks like rows of a table', `# R\nx\n${'|_**\n'.repeat(60_000)}`],
  ['r.md', 'emphasis without end that looks like list items', '2. _**\n'.repeat(70_000)],
  ['r.md', 'strikethrough without end', `- ${'~~a _'.repeat(60_000)}`],
  ['r.md', 'instructions without end in a paragraph', `x\n${'| <?\n'.repeat(60_000)}`],
  ['r.md', 'the name of a link without end', `[${'b\n| '.repeat(60_000)}`],
  ['r.md', 'the address of a link without end', `[a]: ${'2. x: \n](\n'.repeat(40_000)}`],
  ['r.md', 'links without end', `- ${'[a]('.repeat(30_000)}`],
  ['r.md', 'parentheses without end', `- ${'(owner: '.repeat(30_000)}`],
  ['r.md', 'a line of spaces', `- a${' '.repeat(500_000)}b`],
  ['r.md', 'a word of a million letters', `- ${'a-1'.repeat(300_000)}`],
  ['r.md', 'front matter without end', `---\n${'a: b\n'.repeat(20_000)}`],
  ['r.md', 'headings with IDs and nothing under them', lines(20_000, (n) => `## A-${n} x\n\nWords.\n`)],
  ['r.md', 'more list items than a call takes arguments', lines(150_000, () => '- x')],
  ['r.md', 'lists of two kinds in one item', `- a\n${lines(20_000, (n) => `  ${n % 2 ? '-' : '*'} x`)}`],
  ['r.md', 'words over lists without end', lines(20_000, () => 'Steps:\n\n- x\n')],
  ['r.md', 'titles in bold without end', lines(20_000, () => '**a**: b\n')],
  ['r.md', 'fields without end', `# R\n\n## E\n\n${lines(20_000, () => '**Status**: done\n')}`],
  ['r.md', 'details in details', lines(20_000, () => '<details><summary>a</summary>\n')],
  ['r.md', 'comments without end in HTML', `<ul>\n${'<li><!-- '.repeat(60_000)}`],
  ['r.md', 'tags without end', `<ul>\n${'<li '.repeat(60_000)}`],
  ['r.md', 'links to issues without end', `- ${'[#1](https://x.example/a/b/issues/1) '.repeat(10_000)}`],
  ['r.md', 'numbers and pictures before a heading', `# ${'1. ✅ '.repeat(30_000)}`],
  ['r.md', 'a status said over and over', `# ${'- done '.repeat(30_000)}`],
  ['r.md', 'bars and dashes with space behind', `| a |\n${'|-'.repeat(60_000)}| \n`],
  [
    'r.md',
    'headings of ever the same words',
    `# R\n${lines(20_000, (n) => `${'#'.repeat(2 + (n % 5))} Done / Planned & Next\n`)}`,
  ],
  ['r.md', 'a table of ten thousand rows', `| ID | Title |\n|--|--|\n${'| A-1 | x |\n'.repeat(10_000)}`],
];

describe('reading hostile files', function () {
  // A careless reader takes minutes; a busy machine takes seconds.
  this.timeout(60_000);

  for (const [path, what, text] of HOSTILE) {
    it(`comes back from ${what} (${path}) and says no more than a person can read`, () => {
      const problems = readRoadmap(path, text)?.problems ?? [];
      const syntax = problems.filter((problem) => problem.code === 'WM101');
      assert.ok(syntax.length <= 25, `${syntax.length} problems`);
    });
  }

  const LONG: readonly [what: string, before: string, line: (index: number) => string][] = [
    ['rows of a table', '| ID | Title |\n|--|--|\n', (n) => `| A-${n} | *x_ |`],
    ['list items', '', (n) => `- A-${n}: *x_`],
    ['numbered list items', '', (n) => `${n + 1}. A-${n}: *x_`],
    ['list items below an open bracket', '[see\n', (n) => `- A-${n}: [x]: y`],
    ['tasks', '[see]:\n', (n) => `- [ ] A-${n}: x`],
  ];
  for (const [what, before, line] of LONG) {
    it(`loses none of ten thousand ${what}`, () => {
      const roadmap = readRoadmap('r.md', `# Now\n\n${before}${lines(10_000, line)}`);
      assert.equal(roadmap?.work.length, 10_000);
    });
  }

  const BODIES: readonly [what: string, body: string][] = [
    ['fences without end', '```\n~~~\n'.repeat(50_000)],
    ['comments without end', '<!-- \n- [ ] x\n'.repeat(50_000)],
    ['headings without end', `${'# a '.repeat(50_000)}\n${'## Tasks\n'.repeat(50_000)}`],
    ['a hundred thousand boxes', '- [ ] A-1 *x_ (owner: \n'.repeat(100_000)],
    ['a line of boxes', '- [ ] '.repeat(200_000)],
    ['a line of spaces', `- [ ]${' '.repeat(500_000)}x`],
    ['a paragraph of a hundred thousand lines', 'words\n'.repeat(100_000)],
  ];
  for (const [what, body] of BODIES) {
    it(`comes back from ${what} in the file of an item`, () => {
      const folder = { path: 'backlog', isNamed: false, backlogPrefix: undefined, statuses: new Map() };
      const text = `---\nid: PAY-1\nstatus: done\n---\n# Title\n${body}`;
      assert.equal(readItemFile('backlog/a.md', text, folder)?.work[0]?.id, 'PAY-1');
    });
  }

  it('gives no item a prototype that a file wrote', () => {
    const yaml =
      'weights: { __proto__: 3, constructor: 4 }\nstories:\n  - { __proto__: { x: 1 }, id: __proto__, title: a }\n';
    const roadmap = readRoadmap('roadmap.yaml', yaml);
    assert.equal(Object.getPrototypeOf(roadmap?.weights), Object.prototype);
    assert.equal(roadmap?.work[0]?.id, '__proto__');
    assert.deepEqual(
      roadmap?.work[0]?.extras.map((extra) => extra.name),
      ['__proto__'],
    );
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
  });
});

describe('the places where a roadmap is looked for', () => {
  const cases: readonly [string, boolean][] = [
    ['roadmap.yaml', true],
    ['ROADMAP.md', true],
    ['docs/Roadmap.YML', true],
    ['.waymark/roadmap.json', true],
    ['.github/ROADMAP.md', true],
    ['src/roadmap.yaml', false],
    ['docs/old/roadmap.md', false],
    ['roadmap.txt', false],
    ['my-roadmap.yaml', false],
  ];
  for (const [path, expected] of cases) {
    it(`${expected ? 'include' : 'leave out'} ${path}`, () => assert.equal(isRoadmapPath(path), expected));
  }
});

function bomb(): string {
  const names = [...'abcdefghij'];
  const lists = names.map((name, at) => {
    const former = names[at - 1];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => (former ? `*${former}` : 'x')).join(',')}]`;
  });
  return `${lists.join('\n')}\nstories: *j\n`;
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}
