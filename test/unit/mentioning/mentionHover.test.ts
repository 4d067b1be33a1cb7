import assert from 'node:assert/strict';
import { explainMention } from '../../../src/core/mentioning/mentionHover';
import type { StoryQuestion, StoryTarget } from '../../../src/core/mentioning/storyMarkdown';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { commit } from '../../support/planBuilder';
import { atCursor } from '../authoring/plan';

const PLAN = `keys: [PAY]
team:
  - { id: ana, name: Ana Lima }
releases:
  - { id: v1.0, title: First, date: 2026-10-15 }
epics:
  - id: PAY-1
    title: Refunds
    stories:
      - { id: PAY-12, title: "Refund *API* [x](http://evil)", status: active, owner: ana, release: v1.0, due: 2026-08-28 }
      - { id: PAY-13, title: Receipts, status: done }
`;

/** 1 July 2026. */
const TODAY = 20_635;

function targetName(target: StoryTarget): string {
  switch (target.kind) {
    case 'place':
      return `place:${target.place.path}`;
    case 'commit':
      return `commit:${target.sha.slice(0, 3)}`;
    case 'rule':
      return `rule:${target.code}`;
    default:
      return `${target.kind}:${target.item.id}`;
  }
}

function explained(marked: string, more: Partial<StoryQuestion> = {}, path = 'src/a.ts', plan = PLAN) {
  const { text, offset } = atCursor(marked);
  const roadmap = readRoadmap('roadmap.yaml', plan);
  assert.ok(roadmap);
  const trace = new Trace();
  trace.setRoadmaps([roadmap]);
  const marks = scanFile(path, text, { finder: createIdFinder(trace.plan.vocabulary), tags: createTagSet() });
  trace.replaceFile(path, marks);
  const commits = [1, 2, 3, 4].map((each) => commit(`PAY-12: part ${each} of <b>it</b>`));
  trace.addCommits(commits, commits.length);
  const found = explainMention(marks, offset, {
    trace,
    today: TODAY,
    holidays: new Set(),
    planHistory: undefined,
    locate: ({ span }) => marks.lines.positionAt(span.start),
    findingsOf: () => [],
    addressOf: () => undefined,
    ...more,
  });
  return { over: found && text.slice(found.span.start, found.span.end), markdown: found?.markdown ?? '' };
}

describe('What is explained over an ID outside of roadmaps', () => {
  it('is the title, where the item belongs, how far it is, who has it and when it is due', () => {
    const { over, markdown } = explained('// see PAY-|12\n');
    assert.equal(over, 'PAY-12');
    assert.match(markdown, /^\*\*PAY\\-12 Refund /);
    for (const words of ['story of PAY\\-1 Refunds', 'active', 'Ana Lima', 'v1.0, due 15 Oct', 'due 28 Aug']) {
      assert.ok(markdown.includes(words), `${words} is not in ${markdown}`);
    }
  });

  it('is the same over the tag of an annotation, and names the others with it', () => {
    const { over, markdown } = explained('// TO|DO(PAY-12, PAY-13): retry\n');
    assert.equal(over, 'TODO');
    assert.match(markdown, /\*\*PAY\\-12 [\s\S]*\n---\n[\s\S]*\*\*PAY\\-13 /);
  });

  it('lists open annotations and the last commits, each with the reason for its link', () => {
    const { markdown } = explained('// TODO(PAY-|12): retry\n// NOTE(PAY-12): was slow\n');
    assert.match(markdown, /src\/a\.ts&#58;1: TODO retry\. Linked because the comment's TODO names PAY\\-12\./);
    assert.ok(!markdown.includes('was slow'), 'a note is no open work');
    assert.equal(markdown.match(/Linked because the commit's subject names/g)?.length, 3);
    assert.match(markdown, /- and 1 more/);
  });

  it('says why a reference is linked, and that an unusual one is only probable', () => {
    assert.match(explained('// see PAY-|13\n').markdown, /Linked because a comment in code names PAY\\-13\.$/);
    assert.match(explained('// see pay-|13\n').markdown, /Probably linked&#58; a comment in code names pay\\-13/);
  });

  it('lists findings with why they matter', () => {
    const finding = {
      code: 'WM301',
      severity: 'warning' as const,
      message: 'It is _late_.',
      place: { path: 'roadmap.yaml', span: { start: 0, end: 0 } },
      item: 'PAY-13',
      related: [],
    };
    assert.match(
      explained('// PAY-|13\n', { findingsOf: () => [finding] }).markdown,
      /- WM301: It is \\_late\\_\. \p{Lu}/u,
    );
  });

  it('has links only to what the client can open, and no word of the workspace makes one', () => {
    const plain = explained('// TODO(PAY-|12): see [y](command:evil)\n').markdown;
    assert.doesNotMatch(plain, /(?<!\\)\]\(|<b>|command:|http:/);
    const linked = explained('// TODO(PAY-|12): see [y](command:evil)\n', {
      addressOf: (target) => (target.kind === 'rule' ? undefined : targetName(target)),
    }).markdown;
    const addresses = Array.from(linked.matchAll(/(?<!\\)\]\(([^)]*)\)/g), ([, address]) => address);
    assert.deepEqual(
      addresses.map((address) => address?.split(':')[0]),
      ['place', 'page', 'links', 'finish', 'status', 'place', 'commit', 'commit', 'commit'],
    );
    assert.match(linked, /\[Open in the roadmap\]\(place:roadmap\.yaml\) · \[Open story page\]\(page:PAY-12\)/);
    assert.match(linked, /\[Show all links\]\(links:PAY-12\)/);
  });

  for (const [id, status, actions] of [
    ['PAY-1', 'active', 'finish status'],
    ['PAY-12', 'active', 'finish status'],
    ['PAY-12', 'planned', 'start finish status'],
    ['PAY-12', 'blocked', 'start finish status'],
    ['PAY-13', 'done', 'status'],
  ] as const) {
    it(`offers of ${id} that is ${status} to ${actions.replaceAll(' ', ' and ')}`, () => {
      const addressOf = (target: StoryTarget) => ('item' in target ? targetName(target) : undefined);
      const { markdown } = explained(`// ${id}|\n`, { addressOf }, 'src/a.ts', PLAN.replace('active', status));
      const kinds = Array.from(markdown.matchAll(/(?<!\\)\]\((\w+):/g), ([, kind]) => kind);
      assert.equal(kinds.join(' '), `page links ${actions}`);
    });
  }

  it('is nothing over other words, and over IDs that no roadmap knows', () => {
    for (const text of ['// s|ee PAY-12\n', '// see PAY-9|9\n', '// TO|DO: retry\n', 'const a = "PAY-|12";\n']) {
      assert.equal(explained(text).over, undefined, text);
    }
  });
});
