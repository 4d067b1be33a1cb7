import assert from 'node:assert/strict';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { judgeLink } from '../../../src/core/edit/judgeLink';
import type { EditResult, RoadmapEdit, RoadmapText } from '../../../src/core/edit/roadmapEdit';
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

  it('gives another item a file of its own, as the file beside it is called and written', () => {
    const to = { under: undefined, after: undefined };
    const add = {
      kind: 'addItem',
      path,
      itemKind: 'story',
      to,
      id: 'PAY-2',
      title: 'More: of it',
      fields: {},
    } as const;
    assert.deepEqual(newFile([{ path, text: TEXT, folder }], add), [
      'backlog/tasks/pay-2 - More-of-it.md',
      '---\nid: pay-2\ntitle: "More: of it"\nstatus: To Do\n---\n',
    ]);
    const below = { ...add, itemKind: 'task', to: { ...to, under: 'PAY-1' }, fields: { owner: 'ana' } } as const;
    assert.deepEqual(newFile([{ path, text: TEXT, folder }], below), [
      'backlog/tasks/pay-2 - More-of-it.md',
      '---\nid: pay-2\ntitle: "More: of it"\nstatus: To Do\nparent_task_id: PAY-1\nowner: ana\n---\n',
    ]);
  });

  it('writes the file of another layout with its heading, its line breaks and its own names of fields', () => {
    const plans = { ...folder, path: 'plans', backlogPrefix: undefined, statuses: new Map() };
    const text = '---\r\nkey: PAY-1\r\nstate: todo\r\nepic: PAY-9\r\n---\r\n\r\n# Refunds\r\n';
    const files = [
      { path: 'plans/done/PAY-3-old.md', text: text.replace('PAY-1', 'PAY-3'), folder: plans },
      { path: 'plans/stories/PAY-1-refunds.md', text, folder: plans },
    ];
    const to = { under: 'PAY-9', after: 'PAY-1' };
    const add = { kind: 'addItem', itemKind: 'story', to, id: 'PAY-4', title: 'Pay out', fields: {} } as const;
    assert.deepEqual(newFile(files, { ...add, path: 'plans/stories/PAY-1-refunds.md' }), [
      'plans/stories/PAY-4-pay-out.md',
      '---\r\nkey: PAY-4\r\nstate: todo\r\nepic: PAY-9\r\n---\r\n\r\n# Pay out\r\n',
    ]);
  });

  it('makes no file without a title, and none over another one', () => {
    const to = { under: undefined, after: undefined };
    const add = { kind: 'addItem', path, itemKind: 'story', to, id: 'PAY-2', title: ' ', fields: {} } as const;
    assert.equal(newFile([{ path, text: TEXT, folder }], add), 'A story needs a title.');
    const taken = ['backlog/tasks/pay-2 - More.md', 'backlog/tasks/pay-2.md'].map((each) => ({
      path: each,
      text: '# Something else',
      folder,
    }));
    assert.equal(
      newFile([...taken, { path, text: TEXT, folder }], { ...add, title: 'More' }),
      'No file for PAY-2 can be made safely in backlog. Make it there yourself.',
    );
  });
});

function newFile(files: readonly RoadmapText[], edit: RoadmapEdit): readonly [path: string, text: string] | string {
  const result = editRoadmaps(files, edit);
  if ('refusal' in result) {
    return result.refusal;
  }
  const [made, ...others] = result.files;
  assert.ok(made?.isNew && others.length === 0);
  return [made.path, applyChanges('', made.changes)];
}
