import assert from 'node:assert/strict';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { judgeLink } from '../../../src/core/edit/judgeLink';
import type { EditResult, RoadmapEdit } from '../../../src/core/edit/roadmapEdit';
import type { StatusCategory } from '../../../src/core/model/status';
import { applyChanges } from '../../../src/core/edit/textChange';

const folder = {
  path: 'backlog',
  isNamed: false,
  backlogPrefix: 'PAY',
  statuses: new Map<string, StatusCategory>([
    ['To Do', 'planned'],
    ['Building', 'active'],
    ['Shipped', 'done'],
  ]),
};
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

  const written: readonly (readonly [what: string, edit: RoadmapEdit, expected: string])[] = [
    [
      'a status in the folder’s own word',
      { kind: 'tick', item, criterion: undefined, done: true },
      TEXT.replace('status: To Do', 'status: Shipped'),
    ],
    [
      'a new field',
      { kind: 'setField', item, field: 'owner', value: 'ana' },
      TEXT.replace('To Do\n', 'To Do\nowner: ana\n'),
    ],
    [
      'a changed field, with the comment beside it',
      { kind: 'setField', item, field: 'title', value: 'All refunds' },
      TEXT.replace('title: Refunds', 'title: All refunds'),
    ],
    [
      'that a finding is not to be shown',
      { kind: 'suppress', item, rule: 'WM204', reason: 'done before', until: undefined },
      TEXT.replace('To Do\n', 'To Do\nignore: [{ rule: WM204, reason: done before }]\n'),
    ],
  ];
  for (const [what, edit, expected] of written) {
    it(`writes into the front matter ${what}`, () => assert.equal(edited(edit), expected));
  }

  it('gives a file its first ID, and ticks a task in its body', () => {
    const file = { path: 'plans/a.md', text: '---\ntitle: A\nstatus: done\n---\n- [ ] Do it\n' };
    const plans = { ...folder, path: 'plans', backlogPrefix: undefined, statuses: new Map() };
    const after = (edit: RoadmapEdit) => {
      const result = editRoadmaps([{ ...file, folder: plans }], edit);
      return 'refusal' in result ? result.refusal : applyChanges(file.text, result.files[0]?.changes ?? []);
    };
    assert.equal(
      after({ kind: 'giveId', item: { path: file.path, id: 'a' }, newId: 'PAY-5' }),
      file.text.replace('---\n', '---\nid: PAY-5\n'),
    );
    assert.equal(
      after({ kind: 'tick', item: { path: file.path, id: 'a/do-it' }, criterion: undefined, done: true }),
      file.text.replace('[ ]', '[x]'),
    );
  });

  it('renames an item in its file and in those that name it', () => {
    const other = '---\nid: PAY-2\ntitle: B\nparent_task_id: pay-1\n---\n';
    const files = [
      { path, text: TEXT, folder },
      { path: 'backlog/tasks/b.md', text: other, folder },
    ];
    const result = editRoadmaps(files, { kind: 'renameItem', item, newId: 'PAY-9' });
    assert.ok(!('refusal' in result), JSON.stringify(result));
    assert.deepEqual(
      result.files.map((file, index) => applyChanges(files[index]?.text ?? '', file.changes)),
      [
        TEXT.replace('id: pay-1', 'id: PAY-9').replace('To Do\n', 'To Do\naliases: [pay-1, PAY-1]\n'),
        other.replace('pay-1', 'PAY-9'),
      ],
    );
  });

  it('gives an item in capitals a former ID, and none that is its own in small letters', () => {
    const text = TEXT.replace('id: pay-1', 'id: PAY-1');
    const set = { kind: 'setField', item, field: 'aliases', value: ['OLD-1'] } as const;
    const result = editRoadmaps([{ path, text, folder }], set);
    assert.ok(!('refusal' in result), JSON.stringify(result));
    assert.equal(
      applyChanges(text, result.files[0]?.changes ?? []),
      text.replace('To Do\n', 'To Do\naliases: [OLD-1]\n'),
    );
  });

  it('adds no second item to it, and says where that goes', () => {
    const to = { under: undefined, after: undefined };
    assert.equal(
      edited({ kind: 'addItem', path, itemKind: 'story', to, id: 'PAY-2', title: 'More', fields: {} }),
      `${path} holds one item. Make a file of its own for another one in backlog.`,
    );
  });
});
