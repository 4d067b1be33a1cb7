import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, Inline } from '../../../src/core/markdown/blocks';
import { readBlocks } from '../../../src/core/markdown/readBlocks';

const links = (address: string) =>
  address.startsWith('http') ? { href: address } : address.endsWith('.md') ? { target: address } : undefined;

/** Each block in a line, what is in it indented. */
function outline(blocks: readonly Block<string>[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    const inside = (inner: readonly Block<string>[]) => outline(inner, `${indent}  `);
    switch (block.kind) {
      case 'heading':
        return `${indent}h${block.level} ${line(block.parts)}`;
      case 'paragraph':
        return `${indent}p ${line(block.parts)}`;
      case 'code':
        return `${indent}code ${JSON.stringify(block.text)}`;
      case 'quote':
        return [`${indent}quote`, ...inside(block.blocks)];
      case 'list':
        return [
          `${indent}list ${block.start ?? '-'}`,
          ...block.entries.flatMap(({ done, blocks: inner }) => [
            `${indent}entry${done === undefined ? '' : done ? ' [x]' : ' [ ]'}`,
            ...inside(inner),
          ]),
        ];
      case 'table':
        return [block.head, ...block.rows].map((row) => `${indent}row ${row.map(line).join(' | ')}`);
      case 'rule':
        return `${indent}rule`;
    }
  });
}

function line(parts: readonly Inline<string>[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'code':
          return `{${part.text}}`;
        case 'break':
          return '/';
        case 'link':
          return `<${line(part.parts)} to ${part.target}>`;
        case 'address':
          return `<${line(part.parts)} at ${part.href}>`;
        default:
          return `${part.kind}(${line(part.parts)})`;
      }
    })
    .join('');
}

const CASES: readonly (readonly [what: string, markdown: string, lines: readonly string[]])[] = [
  ['headings of both kinds', '# One *two*\n\nThree\n-----\n', ['h1 One emphasis(two)', 'h2 Three']],
  ['lines of a paragraph as one', 'one\ntwo  \nthree\r\nfour\n', ['p one two/three four']],
  ['emphasis, strong, deleted', 'a **b *c*** ~~d~~', ['p a strong(b emphasis(c)) deleted(d)']],
  ['code as it is', 'a `b <i> **c**` ``d`e``', ['p a {b <i> **c**} {d`e}']],
  ['fenced and indented code', '```sql\nSELECT\n  1\n```\n\n    x\n', ['code "SELECT\\n  1"', 'code "x"']],
  ['links to files', 'see [the *first*](a.md)', ['p see <the emphasis(first) to a.md>']],
  [
    'links out',
    '[x](https://a.example) <https://b.example>',
    ['p <x at https://a.example> <https://b.example at https://b.example>'],
  ],
  ['links by label', '[x][one] [two] [three]\n\n[one]: a.md\n[TWO]: b.md\n', ['p <x to a.md> <two to b.md> [three]']],
  ['words of links that lead nowhere', '[x](command:evil) [y](javascript:alert(1))', ['p x y']],
  ['words of images', 'a ![cat](https://evil.example/cat.png) b', ['p a cat b']],
  ['HTML as words', 'a <b onclick="x">c</b> <br> d', ['p a <b onclick="x">c</b> / d']],
  ['HTML blocks as code', '<script>alert(1)</script>\n', ['code "<script>alert(1)</script>"']],
  ['no comments', '<!-- hidden -->\n\na <!-- b --> c\n', ['p a c']],
  ['entities and escapes', '&amp; &#65; &lt; &nope; \\*a\\*', ['p & A < &nope; *a*']],
  [
    'lists in lists',
    '- a\n- b\n  1. c\n',
    ['list -', 'entry', '  p a', 'entry', '  p b', '  list 1', '  entry', '    p c'],
  ],
  ['numbers that begin later', '3. a\n', ['list 3', 'entry', '  p a']],
  ['check boxes', '- [x] a\n- [ ] b\n', ['list -', 'entry [x]', '  p a', 'entry [ ]', '  p b']],
  ['quotes', '> a\n> b\n', ['quote', '  p a b']],
  ['tables', '| a | *b* |\n|---|---|\n| c | `d` |\n', ['row a | emphasis(b)', 'row c | {d}']],
  ['lines across', 'a\n\n---\n', ['p a', 'rule']],
  ['nothing of nothing', '', []],
];

describe('A Markdown document as values', () => {
  for (const [what, markdown, lines] of CASES) {
    it(`has ${what}`, () => {
      assert.deepEqual(outline(readBlocks(markdown, links)), lines);
    });
  }

  it('is read whatever it is, and nests only so deep', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('>', '-', ' ', '*', '_', '`', '[', ']', '(', '\n', 'a', '#', '|') }),
        (text) => {
          readBlocks(text, links);
        },
      ),
    );
    const depth = (blocks: readonly Block<string>[]): number =>
      Math.max(0, ...blocks.map((block) => (block.kind === 'quote' ? 1 + depth(block.blocks) : 0)));
    assert.ok(depth(readBlocks(`${'>'.repeat(1000)} a`, links)) < 20);
  });
});
