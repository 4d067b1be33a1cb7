import { t } from '../words/t';
import { categoryOfStatus } from '../roadmap/statusNames';
import { jsonOf, namesInCell, numberOrText, withoutGuard } from './cellText';
import { kindOfWord } from './cellWords';
import { type DraftItem, type Fields, fieldsOf, inFieldOrder, inWrittenOrder, textOf, type Value } from './draft';
import type { Imported } from './importTable';
import { OWN_COLUMNS, OWN_FIELD } from './ownColumns';
import { loss, type Note, type Table, type TableRow } from './table';

/** Reads a table that Waymark wrote back to what it was written from. Rows may have been added, moved and changed since. */
export function importOwnTable(table: Table): Imported {
  const notes: Note[] = [...table.notes];
  const rows = table.rows.map((row) => ownRow(table.header, row));
  const parts = (kind: string) => rows.filter((row) => row.kind === kind).map(partOf);
  const work = rows.filter((row) => !PART_KINDS.has(row.kind));
  const fields = fieldsOf([
    ['workflow', workflowOf(rows)],
    ['goals', parts('goal')],
    ['releases', parts('release')],
    ['risks', parts('risk')],
  ]);
  return { draft: { fields, work: nested(work, notes) }, notes };
}

interface OwnRow {
  readonly line: number;
  readonly id: string;
  readonly kind: string;
  readonly parent: string;
  readonly title: string;
  readonly category: string;
  readonly fields: Fields;
}

const PART_KINDS: ReadonlySet<string> = new Set(['release', 'goal', 'risk']);

function ownRow(header: readonly string[], { line, cells }: TableRow): OwnRow {
  const texts = new Map(header.map((name, index) => [name, withoutGuard(cells[index] ?? '')]));
  const text = (name: string) => texts.get(name) ?? '';
  const kind = kindOfWord(text('Kind')) ?? 'story';
  const fields = OWN_COLUMNS.filter(({ field }) => field !== 'status category').map(({ name, field, holds }) => {
    const cell = text(name);
    return [
      kind === 'release' && field === 'due' ? 'date' : field,
      cell === '' ? undefined : valueOf(cell, holds),
    ] as const;
  });
  const known = new Set<string>([...OWN_COLUMNS.map(({ name }) => name), 'ID', 'Kind', 'Parent', 'Title']);
  const extras = [...texts]
    .filter(([name, cell]) => !known.has(name) && name !== '' && cell !== '')
    .map(
      ([name, cell]) =>
        [name.startsWith(OWN_FIELD) ? name.slice(OWN_FIELD.length) : name, valueOf(cell, 'json')] as const,
    );
  return {
    line,
    id: text('ID'),
    kind,
    parent: text('Parent'),
    title: text('Title'),
    category: text('Status category').toLowerCase(),
    fields: fieldsOf([...fields, ...extras]),
  };
}

function valueOf(cell: string, holds: (typeof OWN_COLUMNS)[number]['holds']): Value {
  switch (holds) {
    case 'names':
      return namesInCell(cell);
    case 'criteria':
      return jsonValue(cell) ?? cell.split('\n').map(criterionOf);
    case 'json':
      return jsonValue(cell) ?? cell;
    case 'number':
      return numberOrText(cell);
    default:
      return cell;
  }
}

function criterionOf(line: string): Value {
  const match = /^\[([ xX])\] (.*)$/.exec(line);
  const text = match?.[2] ?? line;
  return match?.[1] === 'x' || match?.[1] === 'X'
    ? new Map<string, Value>([
        ['text', text],
        ['done', true],
      ])
    : text;
}

/** undefined: the cell holds plain words. */
function jsonValue(cell: string): Value | undefined {
  const value = /^[[{]/.test(cell) ? jsonOf(cell) : undefined;
  return typeof value === 'object' && value !== null ? asValue(value) : undefined;
}

function asValue(value: unknown): Value {
  if (Array.isArray(value)) {
    return value.map(asValue);
  }
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([name, each]) => [name, asValue(each)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : typeof value === 'string' ? value : '';
}

function partOf({ id, title, fields }: OwnRow): Value {
  return fieldsOf([['id', id], ['title', title], ...fields]);
}

/** What the table's statuses count as, where common words do not say it. */
function workflowOf(rows: readonly OwnRow[]): Fields {
  const own = rows.flatMap(({ fields, category }): [string, string][] => {
    const status = textOf(fields.get('status'));
    const isPlain = status === '' || category === '' || categoryOfStatus(status, new Map()) === category;
    return isPlain ? [] : [[status.toLowerCase(), category]];
  });
  return new Map(own);
}

/** A parent is named by its ID or, where it has none, by its title, as it stands in the nearest row above. */
function nested(rows: readonly OwnRow[], notes: Note[]): readonly DraftItem[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const above = new Map<string, OwnRow>();
  const byTitle = new Map<string, OwnRow>();
  const parents = new Map<OwnRow, OwnRow>();
  const children = new Map<OwnRow | undefined, OwnRow[]>();
  for (const row of rows) {
    const named =
      row.parent === '' ? undefined : (above.get(row.parent) ?? byId.get(row.parent) ?? byTitle.get(row.parent));
    const parent = named && canHold(named, row, parents) ? named : undefined;
    if (row.parent !== '' && parent === undefined) {
      notes.push(
        loss(
          row.line,
          t(
            'What this is nested in, “{0}”, is not in the table or is nested in this itself: it stands at the top.',
            row.parent,
          ),
        ),
      );
    }
    if (parent !== undefined) {
      parents.set(row, parent);
    }
    const siblings = children.get(parent) ?? [];
    siblings.push(row);
    children.set(parent, siblings);
    (row.id === '' ? byTitle : above).set(row.id || row.title, row);
  }
  return itemsUnder(undefined, children);
}

/** Deeper nesting is no plan's. */
const DEEPEST = 60;

/** Not what is nested in the row itself, and nothing that is too deep already. */
function canHold(parent: OwnRow, row: OwnRow, parents: ReadonlyMap<OwnRow, OwnRow>): boolean {
  let above: OwnRow | undefined = parent;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (above === undefined || above === row) {
      return above === undefined;
    }
    above = parents.get(above);
  }
  return false;
}

function itemsUnder(
  parent: OwnRow | undefined,
  children: ReadonlyMap<OwnRow | undefined, readonly OwnRow[]>,
): DraftItem[] {
  return (children.get(parent) ?? []).map((row) => ({
    kind: WORK_KINDS.find((kind) => kind === row.kind) ?? 'story',
    id: row.id === '' ? undefined : row.id,
    title: row.title,
    fields: inFieldOrder(row.fields),
    children: inWrittenOrder(itemsUnder(row, children)),
  }));
}

const WORK_KINDS: readonly DraftItem['kind'][] = ['epic', 'story', 'task'];
