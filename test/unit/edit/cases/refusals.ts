import type { EditCase } from '../editCase';

const path = 'roadmap.yaml';
const STORY = ['stories:\n', '  - id: PAY-12\n', '    title: Refund API\n'];

/** Edits that nobody can mean, in any written form: one line of reason each. Add yours. */
export const REFUSALS: readonly EditCase[] = [
  {
    name: 'of an item that is gone',
    path,
    before: STORY,
    edit: { kind: 'setField', item: { path, id: 'PAY-13' }, field: 'owner', value: 'ana' },
    after: { refusal: 'PAY-13 does not stand in roadmap.yaml any more, so nothing was changed.' },
  },
  {
    name: 'of a field that no story has',
    path,
    before: STORY,
    edit: { kind: 'setField', item: { path, id: 'PAY-12' }, field: 'freeze', value: '2026-09-01' },
    after: { refusal: '`freeze` is no field of a story, so nothing was changed.' },
  },
  {
    name: 'to a day that no calendar has',
    path,
    before: STORY,
    edit: { kind: 'setField', item: { path, id: 'PAY-12' }, field: 'due', value: '2026-02-30' },
    after: {
      refusal:
        '`2026-02-30` is not a day of the calendar. Write a date as 2026-08-28, a month as 2026-08 or a quarter as 2026-Q3.',
    },
  },
  {
    name: 'of an ID as if it were a field',
    path,
    before: STORY,
    edit: { kind: 'setField', item: { path, id: 'PAY-12' }, field: 'id', value: 'PAY-13' },
    after: {
      refusal: 'An ID is not set like other fields: rename the item, so that everything that names it follows.',
    },
  },
  {
    name: 'to an ID with spaces',
    path,
    before: STORY,
    edit: { kind: 'renameItem', item: { path, id: 'PAY-12' }, newId: 'PAY 13' },
    after: { refusal: '`PAY 13` cannot be an ID. Write letters, digits and `-` without spaces, PAY-12 say.' },
  },
  {
    name: 'to an ID that is taken',
    path,
    before: [...STORY, '  - { id: PAY-13, title: Ledger }\n'],
    edit: { kind: 'renameItem', item: { path, id: 'PAY-12' }, newId: 'PAY-13' },
    after: { refusal: 'PAY-13 belongs to “Ledger” in roadmap.yaml. Choose another ID.' },
  },
  {
    name: 'into what it holds itself',
    path,
    before: ['epics:\n', '  - id: PAY-1\n', '    stories: [{ id: PAY-12, tasks: [{ id: PAY-13 }] }]\n'],
    edit: { kind: 'moveItem', item: { path, id: 'PAY-12' }, to: { under: 'PAY-12', after: undefined } },
    after: { refusal: 'PAY-12 cannot be moved into itself.' },
  },
  {
    name: 'behind what does not stand there',
    path,
    before: STORY,
    edit: {
      kind: 'addItem',
      path,
      itemKind: 'story',
      to: { under: undefined, after: 'PAY-11' },
      id: 'PAY-13',
      title: 'Ledger',
      fields: {},
    },
    after: { refusal: 'PAY-11 does not stand at the top of roadmap.yaml any more, so nothing was changed.' },
  },
];
