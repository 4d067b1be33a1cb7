import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createReadContext, type ReadContext } from '../../../src/core/roadmap/readContext';
import type { ValueNode } from '../../../src/core/roadmap/valueNode';
import { readWithLibrary } from '../../../src/core/roadmap/yaml/library';
import { readYamlValues } from '../../../src/core/roadmap/yaml/readYaml';

const CASES = join(__dirname, 'cases');
const FILES = readdirSync(CASES)
  .filter((file) => file.endsWith('.yaml') && file !== 'binary.yaml')
  .map((file) => readFileSync(join(CASES, file), 'utf8'));

const scraps = fc.constantFrom(
  ...'- |  |    |id: A-1|title: x y|a:|b: |- c: d| # no|# yes|"q"|[a, b]|{ a: b }|>|text|: |:|#|,|-|~|null|&|*'.split(
    '|',
  ),
  ...'!/?/%/@/"/\'/[/]/{/}/\\/|/'.split('/'),
  '\n',
  '\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '\n  - ',
  '\n      ',
  '\r\n',
  '\t',
  '---\n',
  "'s'",
);
const soup = fc.array(scraps, { maxLength: 25 }).map((parts) => parts.join(''));
const mutated = fc
  .constantFrom(...FILES)
  .chain((text) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(10), soup), { maxLength: 2 })
      .map((edits) =>
        edits.reduce(
          (now, [at, length, insert]) => now.slice(0, at) + insert.slice(0, 12) + now.slice(at + length),
          text,
        ),
      ),
  );

describe('reading YAML line by line', function () {
  this.timeout(30_000);

  it('gives what the YAML library gives, for every text that the library finds right', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutated), (text) => {
        const { value, problems } = readWithLibrary(contextOf(text), text, 0);
        if (problems.length === 0) {
          const actual = contextOf(text);
          assert.deepEqual(comparable(text, readYamlValues(actual, 0, text.length)), comparable(text, value));
          assert.deepEqual(actual.problems, []);
        }
      }),
      // Always the same texts, so that a difference in one text of many thousands does not fail somebody else's change.
      { numRuns: 400, seed: 2026 },
    );
  });

  const recoveries: readonly [what: string, text: string, kept: string][] = [
    ['a quote that is never closed', 'a:\n  - b: "x\n  - b: y\n', '{a:[{b:x},{b:y}]}'],
    ['a bracket that is never closed', 'a: [x,\nb: y\n', '{a:[x],b:y}'],
    ['a word without a colon', 'a: x\nword\nb: y\n', '{a:x,word:,b:y}'],
    ['a colon inside a value', 'a: x: y\nb: z\n', '{a:x: y,b:z}'],
    ['a tab', 'a:\n  - b: x\n\tc: y\n  - b: z\n', '{a:[{b:x,c:y},{b:z}]}'],
    ['an item that is indented too little', 'a:\n    - x\n  - y\nb: z\n', '{a:[x,y],b:z}'],
    ['a field that is indented too little', 'a:\n  -   b: x\n    c: y\n  - b: z\n', '{a:[{b:x,c:y},{b:z}]}'],
    ['a file that is indented at its first line only', '  a: x\nb: y\n', '{a:x,b:y}'],
    ['a bracket that is never closed, above a tab', 'a:\n    b: [x\n\tc: y\n', '{a:{b:[x],c:y}}'],
    ['a dash that is missing', 'a:\n  - b: x\n    c: y\n    b: z\n    c: y\n', '{a:[{b:x,c:y},{b:z,c:y}]}'],
    ['a dash that is missing at the first item', 'a:\n    b: x\n    c: y\n  - b: z\n', '{a:[{b:x,c:y},{b:z}]}'],
    ['a list whose name lacks its colon', 'a: x\nstories\n  - b: y\n', '{a:x,stories:[{b:y}]}'],
    ['words between two items', 'a:\n  - b: x\nword\n  - b: y\n', '{a:[{b:x},{b:y}]}'],
    ['a name that is indented too much', 'a:\n  b:\n    x: y\n    c:\n    x: z\n', '{a:{b:{x:y},c:{x:z}}}'],
    ['a mistake behind an anchor', 'a: &n x\nb: "y\nc: *n\n', '{a:x,b:y,c:x}'],
    ['a mistake behind the mark of a document', '--- # one\na: x\n---\nb: "y\n', '{a:x,b:y}'],
    ['a list without a name', 'a: x\n- b: y\n', '{a:x,items:[{b:y}]}'],
  ];
  for (const [what, text, kept] of recoveries) {
    it(`loses nothing around ${what}`, () => {
      const context = contextOf(text);
      assert.equal(shown(readYamlValues(context, 0, text.length)), kept);
      assert.ok(context.problems.length > 0);
    });
  }
});

function contextOf(text: string): ReadContext {
  return createReadContext('roadmap.yaml', 'yaml', text);
}

function shown(node: ValueNode | undefined): string {
  switch (node?.kind) {
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${key}:${shown(value)}`).join(',')}}`;
    case 'list':
      return `[${node.items.map(shown).join(',')}]`;
    case 'scalar':
      return node.text;
    default:
      return '';
  }
}

/** Where something empty stands is a matter of taste, and with it where what holds it ends. */
function comparable(text: string, node: ValueNode | undefined): unknown {
  switch (node?.kind) {
    case 'map':
      return [
        start(text, node),
        node.entries.map(({ key, keySpan, value }) => [key, keySpan, comparable(text, value)]),
      ];
    case 'list':
      return [start(text, node), node.items.map((item) => comparable(text, item))];
    case 'scalar':
      return node;
    default:
      return node?.kind;
  }
}

function start(text: string, { span }: ValueNode): string {
  return `${span.start} ${text.slice(span.start, span.end).trimEnd()}`;
}
