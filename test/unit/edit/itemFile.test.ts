import assert from 'node:assert/strict';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { judgeLink } from '../../../src/core/edit/judgeLink';
import type { EditResult, RoadmapEdit } from '../../../src/core/edit/roadmapEdit';
import { applyChanges } from '../../../src/core/edit/textChange';

const folder = { path: 'backlog', isNamed: false, backlogPrefix: 'PAY', statuses: new Map() };
const path = 'backlog/tasks/pay-1 - Refunds.md';
const item = { path, id: 'PAY-1' };
const TEXT = `---
id: pay-1
title: Refunds   # of all kinds
status: To Do
---

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 A refund is visible within a minute
- Double clicks refund once
<!-- AC:END -->
`;

function edited(edit: RoadmapEdit): string {
  const result: EditResult = editRoadmaps([{ path, text: TEXT, folder }], edit);
  return 'refusal' in result ? result.refusal : applyChanges(TEXT, result.files[0]?.changes ?? []);
}

describe('editing a file that is one item', () => {
  it('ticks a criterion in the body, with a box where it has none', () => {
    assert.equal(edited({ kind: 'tick', item, criterion: 0, done: true }), TEXT.replace('- [ ] #1', '- [x] #1'));
    assert.equal(edited({ kind: 'tick', item, criterion: 1, done: true }), TEXT.replace('- Double', '- [x] Double'));
  });

  it('writes what a person decides about a link into the front matter', () => {
    const judgement = { item: 'PAY-1', accepted: true, written: 'PAY 1', where: undefined };
    const changes = judgeLink(path, TEXT, judgement, folder);
    const after = typeof changes === 'string' ? changes : applyChanges(TEXT, changes);
    assert.equal(after, TEXT.replace('To Do\n', 'To Do\naccepts: [PAY 1]\n'));
  });

  it('adds no second item to it, and says where that goes', () => {
    const to = { under: undefined, after: undefined };
    assert.equal(
      edited({ kind: 'addItem', path, itemKind: 'story', to, id: 'PAY-2', title: 'More', fields: {} }),
      `${path} holds one item. Make a file of its own for another one in backlog.`,
    );
  });
});
