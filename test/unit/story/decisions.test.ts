import assert from 'node:assert/strict';
import { file, reference, story, world } from '../../support/planBuilder';
import { pageOf } from './pageFixture';

const ADR =
  '# 7. One ledger\n\nStatus: accepted. Story: PAY-12.\n\n## Context\nSee [the first](0001-first.md), [out](../../x.md).\n';

function decisionsOf(texts: Readonly<Record<string, string>>, ...decisions: readonly string[]) {
  const mentioning = ['docs/adr/0007-ledger.md', 'docs/handbook.md', 'notes/0009-other.md'];
  const trace = world(
    story('PAY-12', { decisions }),
    ...mentioning.map((path) => file(path, reference('PAY-12', { role: 'doc' }))),
  );
  return pageOf('PAY-12', { trace, texts: new Map(Object.entries(texts)) }).decisions;
}

describe('The decisions of a story', () => {
  it('are the documents that the roadmap names, then decisions that name the story', () => {
    assert.deepEqual(
      decisionsOf({}, 'docs/ledger.md', '../outside.md').map(({ path, why, note }) => [path, why, note]),
      [
        ['docs/ledger.md', 'The roadmap names it among the decisions of the item.', 'This file cannot be read.'],
        ['docs/adr/0007-ledger.md', 'Linked because a document names PAY-12.', 'This file cannot be read.'],
        ['notes/0009-other.md', 'Linked because a document names PAY-12.', 'This file cannot be read.'],
      ],
    );
  });

  it('are shown with their text, and with links to files of the folder alone', () => {
    const [decision] = decisionsOf({ 'docs/adr/0007-ledger.md': ADR });
    assert.ok(decision);
    const { title, status, target, blocks } = decision;
    assert.deepEqual([title, status, target], ['7. One ledger', 'accepted', 'place docs/adr/0007-ledger.md: PAY-12']);
    assert.deepEqual(blocks.at(-1), {
      kind: 'paragraph',
      parts: [
        { kind: 'text', text: 'See ' },
        { kind: 'link', parts: [{ kind: 'text', text: 'the first' }], target: 'file docs/adr/0001-first.md' },
        { kind: 'text', text: ', ' },
        { kind: 'link', parts: [{ kind: 'text', text: 'out' }], target: 'file x.md' },
        { kind: 'text', text: '.' },
      ],
    });
  });

  it('have no link out of the folder', () => {
    const [decision] = decisionsOf({
      'docs/adr/0007-ledger.md': 'a [b](../../../etc/passwd) [c](/etc/passwd) [d](file:///etc)',
    });
    assert.deepEqual(decision?.blocks, [{ kind: 'paragraph', parts: [{ kind: 'text', text: 'a b c d' }] }]);
  });

  for (const [form, text, status] of [
    ['a line', '# A\n\nStatus: proposed\n', 'proposed'],
    ['a line in bold', '# A\n\n**Status:** superseded by 9\n', 'superseded by 9'],
    ['an entry of a list', '# A\n\n- Date: today\n- Status: rejected\n', 'rejected'],
    ['a heading', '# A\n\n## Status\n\nAccepted\n\n## Context\n', 'Accepted'],
    ['front matter', '---\nstatus: "draft"\ntitle: A\n---\n\nText\n', 'draft'],
    ['nothing', '# A\n\nOf its status: nothing.\n', undefined],
  ] as const) {
    it(`have the status that ${form} tells`, () => {
      const [decision] = decisionsOf({ 'docs/adr/0007-ledger.md': text });
      assert.deepEqual([decision?.title, decision?.status], ['A', status]);
    });
  }

  it('are only named where they are no Markdown, and begun where they are very long', () => {
    assert.equal(
      decisionsOf({ 'adr.adoc': '= A' }, 'adr.adoc')[0]?.note,
      'Only Markdown is shown here; open the file to read it.',
    );
    const [long] = decisionsOf({ 'long.md': `# A\n\n${'word '.repeat(30_000)}` }, 'long.md');
    assert.equal(long?.note, 'This is its beginning; open the file to read all of it.');
    assert.ok(JSON.stringify(long).length < 110_000);
  });
});
