import assert from 'node:assert/strict';
import { foldsOfYaml } from '../../../src/core/authoring/folding';
import { linksOf } from '../../../src/core/authoring/links';
import { type OutlineNode, outlineOf } from '../../../src/core/authoring/outline';
import { selectionsAround } from '../../../src/core/authoring/selection';
import type { Roadmap } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { atCursor, PLAN_PATH, PLAN_TEXT } from './plan';

function read(file: string, text: string): Roadmap {
  const roadmap = readRoadmap(file, text);
  assert.ok(roadmap);
  return roadmap;
}

/** Two spaces a level: `kind name (status) @ words of the headline`. */
function lines(nodes: readonly OutlineNode[], text: string, depth = 0): string[] {
  return nodes.flatMap(({ kind, name, detail, headline, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail && ` (${detail})`} @ ${text.slice(headline.start, headline.end)}`,
    ...lines(children, text, depth + 1),
  ]);
}

function assertInside(nodes: readonly OutlineNode[]): void {
  for (const { span, headline, children } of nodes) {
    assert.ok(span.start <= headline.start && headline.end <= span.end);
    assert.ok(children.every((child) => span.start <= child.span.start && child.span.end <= span.end));
    assertInside(children);
  }
}

describe('The outline of a roadmap', () => {
  it('holds everything as it stands inside each other, with its status', () => {
    const outline = outlineOf(read(PLAN_PATH, PLAN_TEXT), PLAN_TEXT);
    assertInside(outline);
    assert.deepEqual(lines(outline, PLAN_TEXT), [
      'product Harbour @ Harbour',
      '  goal G1 A berth in a minute @ G1',
      '  release v1.0 Book a berth @ v1.0',
      '  release 2026-Q4 Crew @ 2026-Q4',
      '  epic BRTH-1 Booking @ BRTH-1',
      '    story BRTH-12 Refund API (in-progress) @ BRTH-12',
      '    story BRTH-13 Receipts, printed (done) @ BRTH-13',
      '  epic CREW-1 Crew lists @ CREW-1',
      '    story CREW-3 Sign in @ CREW-3',
      '    story CREW-4 Sign out (dropped) @ CREW-4',
      '  story #12 From the tracker @ #12',
      '  risk R1 The ledger is slow (open) @ R1',
    ]);
  });

  it('shows Markdown by its headings and items, and stories inside of a release', () => {
    const text = '# Harbour\n\n## A-1 Epic\n\n- [x] A-2 One\n  - [ ] Step\n- Two\n';
    const outline = outlineOf(read('ROADMAP.md', text), text);
    assertInside(outline);
    assert.deepEqual(lines(outline, text), [
      'product Harbour @ Harbour',
      '  epic A-1 Epic @ A-1',
      '    story A-2 One (done) @ A-2',
      '      task Step (todo) @ Step',
      '    story Two @ Two',
    ]);
    const nested = 'releases:\n  - id: v1\n    stories: [{ id: A-1 }]\n';
    assert.deepEqual(lines(outlineOf(read('roadmap.yaml', nested), nested), nested), [
      'release v1 @ v1',
      '  story A-1 @ A-1',
    ]);
  });
});

describe('The folds of a YAML roadmap', () => {
  it('are whatever is indented below a line, lists below their key, and comments of several lines', () => {
    const text = '# one\n# two\nstories:\n- id: A-1\n  depends:\n    - B\n\n  title: x # no\n- id: A-2\ngoals: []\n';
    const folds = foldsOfYaml(text).map(
      ({ first, last, isComment }) => `${first}-${last}${isComment ? ' comment' : ''}`,
    );
    assert.deepEqual(folds, ['0-1 comment', '2-8', '3-7', '4-5']);
  });
});

describe('The selections around a place', () => {
  it('grow from a word to the value, the field, the item, what holds it, and the file', () => {
    const { text, offset } = atCursor(
      'epics:\n  - id: A-1\n    stories:\n      - id: A-2\n        depends: [BRTH-|12, A-1]\n',
    );
    const words = selectionsAround(read('roadmap.yaml', text), text, offset).map(({ start, end }) =>
      text.slice(start, end),
    );
    assert.deepEqual(words.slice(0, 4), ['12', 'BRTH-12', '[BRTH-12, A-1]', 'depends: [BRTH-12, A-1]']);
    assert.match(words[4] ?? '', /^id: A-2\n {8}depends/);
    assert.match(words.at(-2) ?? '', /^id: A-1\n {4}stories/);
    assert.equal(words.at(-1), text);
  });
});

describe('The links of a roadmap', () => {
  it('are addresses in fields and paths that are no patterns and stay in the folder', () => {
    const text = [
      'stories:',
      '  - id: A-1',
      '    link: https://tracker.example/A-1',
      '    code: ["src/**", src/refund.ts, ../outside.ts, /etc/passwd]',
      '    decisions: [docs/adr/0001.md]',
    ].join('\n');
    const found = linksOf(read('roadmap.yaml', text)).map((link) => ('url' in link ? link.url : link.path));
    assert.deepEqual(found, ['https://tracker.example/A-1', 'src/refund.ts', 'docs/adr/0001.md']);
  });

  it('leave out those of Markdown itself, which the editor knows', () => {
    const text = '- [ ] [A-1 Title](https://tracker.example/A-1)\n- A-2 Two `link: https://tracker.example/A-2`\n';
    const found = linksOf(read('ROADMAP.md', text)).map((link) => ('url' in link ? link.url : link.path));
    assert.deepEqual(found, ['https://tracker.example/A-2']);
  });
});
