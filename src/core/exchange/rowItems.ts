import { t } from '../words/t';
import { looksLikeId } from '../ids/itemId';
import { dateOf } from './cellDates';
import { isStated, namesInCell, numberOrText } from './cellText';
import { labelOfType } from './cellWords';
import type { ColumnField } from './columnNames';
import { fieldsOf, type Value } from './draft';
import { estimateOf } from './estimates';
import type { ImportContext } from './importTable';
import type { RowItem } from './nestRows';
import { cellOf } from './rowCells';
import { loss, remark, type TableRow } from './table';

/** The rows of a table as items. A row without a name, and one whose ID another row has, is left out and said. */
export function rowItems(context: ImportContext): readonly RowItem[] {
  const lines = new Map<string, number>();
  const items = context.rows.flatMap((row): RowItem[] => {
    const id = context.names.idOf(row);
    const title = context.cells.get(row, 'title').replace(/\s+/g, ' ').trim();
    const former = id === undefined ? undefined : lines.get(id);
    if (former !== undefined && id !== undefined) {
      context.notes.push(loss(row.line, t('{0} stands in line {1} already, so this row was left out.', id, former)));
      return [];
    }
    if (id === undefined && title === '') {
      context.notes.push(loss(row.line, t('This row has neither an ID nor a title, so it was left out.')));
      return [];
    }
    if (id !== undefined) {
      lines.set(id, row.line);
    }
    return [itemOf(context, row, id, title)];
  });
  resolveDependencies(context, items);
  saySeveral(context);
  return items;
}

function itemOf(context: ImportContext, row: TableRow, id: string | undefined, title: string): RowItem {
  const { cells, workflow, releaseField, names } = context;
  const get = (field: ColumnField) => cells.get(row, field);
  const type = get('kind');
  const releases = releaseField === undefined ? [] : cells.all(row, releaseField).filter(isStated);
  const fields = fieldsOf([
    ['status', workflow.statusOf(row)],
    ['story', get('story')],
    ['goal', get('goal')],
    // The last sprint is the one that it is in; of several versions the first is when it is out.
    ['release', releaseField === 'sprint' ? releases.at(-1) : releases[0]],
    ['owner', ownerOf(context, row)],
    ['start', dateIn(context, row, 'start')],
    ['due', dateIn(context, row, 'due')],
    ['estimate', estimateIn(context, row)],
    ...NUMBERS.map((field) => [field, numberIn(context, row, field)] as const),
    ['labels', labelsOf(context, row, type)],
    ['aliases', cells.all(row, 'aliases').flatMap(namesInCell)],
    ['code', cells.all(row, 'code').flatMap(namesInCell)],
    ['decisions', cells.all(row, 'decisions').flatMap(namesInCell)],
    ['acceptance', cells.all(row, 'acceptance').flatMap(criteriaIn)],
    ['link', isStated(get('link')) ? get('link') : undefined],
    ...cells.extras.map(([name, column]) => [name, cellOf(row, column)] as const),
  ]);
  const parent = isStated(get('parent')) ? names.asId(get('parent')) : '';
  const epic = isStated(get('epic')) ? names.asId(get('epic')) : '';
  return { line: row.line, id, title, type, fields: new Map(fields), parent, epic, parentTitle: get('parent title') };
}

const NUMBERS: readonly ColumnField[] = [
  'impact',
  'feedback',
  'feasibility',
  'reach',
  'confidence',
  'effort',
  'value',
  'urgency',
];
const LEVELS: ReadonlySet<ColumnField> = new Set(['impact', 'feedback', 'feasibility']);

function numberIn({ cells, notes }: ImportContext, row: TableRow, field: ColumnField): Value | undefined {
  const cell = cells.get(row, field);
  const number = cell.replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  const isWord = /^(?:very )?(?:low|high)$|^(?:lowest|medium|highest|critical)$/i.test(cell);
  const isNumber = /^\d[\d,]*(?:\.\d+)?%?$/.test(number);
  const fits = LEVELS.has(field) ? isWord || (isNumber && Number(number) > 0 && Number(number) <= 5) : isNumber;
  if (fits || !isStated(cell) || /^0(?:\.0+)?$/.test(cell)) {
    return fits ? numberOrText(number) : undefined;
  }
  notes.push(
    loss(
      row.line,
      t('“{0}” in “{1}” is no number that fits, so it was left out.', cell.slice(0, 40), cells.nameOf(field)),
    ),
  );
  return undefined;
}

/** One person: of several the first. */
function ownerOf({ cells, people }: ImportContext, row: TableRow): string | undefined {
  const [first = ''] = ownersIn(cells.get(row, 'owner'));
  const email = cells.get(row, 'email');
  return people.idOf(first === '' ? email : first, email);
}

/** `ana, ben` are two accounts; `Lima, Ana` is one person. */
function ownersIn(cell: string): readonly string[] {
  const names = namesInCell(cell);
  return names.length > 1 &&
    (names.every((name) => !/\s/.test(name)) || cell.includes(';')) &&
    !/^\p{Lu}\p{Ll}+, \p{Lu}\p{Ll}+$/u.test(cell)
    ? names
    : [cell];
}

function dateIn({ cells, dates, notes }: ImportContext, row: TableRow, field: ColumnField): string | undefined {
  const cell = cells.get(row, field);
  if (!isStated(cell)) {
    return undefined;
  }
  const date = dateOf(cell, dates.order);
  if (date === undefined) {
    notes.push(
      loss(row.line, t('“{0}” in “{1}” is no date, so it was left out.', cell.slice(0, 40), cells.nameOf(field))),
    );
  }
  return date;
}

function estimateIn({ cells, notes }: ImportContext, row: TableRow): Value | undefined {
  const units = [
    ['estimate', 'points'],
    ['hours', 'hours'],
    ['seconds', 'seconds'],
  ] as const;
  for (const [field, unit] of units) {
    const cell = cells.get(row, field);
    const estimate = estimateOf(cell, unit);
    if (estimate !== undefined) {
      return numberOrText(estimate);
    }
    if (isStated(cell) && !/^0(?:[.,]0+)?[hms]?$/.test(cell)) {
      notes.push(
        loss(row.line, t('“{0}” in “{1}” is no estimate, so it was left out.', cell.slice(0, 40), cells.nameOf(field))),
      );
    }
  }
  return undefined;
}

function labelsOf({ cells }: ImportContext, row: TableRow, type: string): readonly string[] {
  const label = labelOfType(type);
  const labels = cells.all(row, 'labels').flatMap(namesInCell).filter(isStated);
  const isThere = labels.some((each) => each.toLowerCase() === label);
  return [...new Set(label === undefined || isThere ? labels : [...labels, label])];
}

function criteriaIn(cell: string): readonly Value[] {
  return cell.split(cell.includes('\n') ? '\n' : '|').flatMap((line): Value[] => {
    const match = /^\s*(?:[-*•]\s*)?(?:\[([ xX])\]\s*)?(.*)$/.exec(line);
    const text = match?.[2]?.trim() ?? '';
    if (text === '') {
      return [];
    }
    return [
      match?.[1]?.toLowerCase() === 'x'
        ? fieldsOf([
            ['text', text],
            ['done', true],
          ])
        : text,
    ];
  });
}

/** What blocks an item goes before it; what it blocks goes after it. */
function resolveDependencies(context: ImportContext, items: readonly RowItem[]): void {
  const { cells, rows, names, notes } = context;
  const find = names.finder(items);
  const depends = new Map<number, Set<string>>();
  const add = (index: number | undefined, id: string | undefined) => {
    if (index !== undefined && id !== undefined) {
      depends.set(index, (depends.get(index) ?? new Set<string>()).add(id));
    }
  };
  const indexes = new Map(items.map((item, index) => [item.line, index]));
  for (const row of rows) {
    const own = indexes.get(row.line);
    const id = own === undefined ? undefined : items[own]?.id;
    for (const name of cells.all(row, 'depends').flatMap(namesInCell).filter(isStated)) {
      const found = find(name);
      const known = found === undefined ? undefined : items[found]?.id;
      if (known === undefined && !looksLikeId(names.asId(name))) {
        notes.push(
          loss(
            row.line,
            t('“{0}”, on which this depends, is no ID and no row of the table; it was left out.', name.slice(0, 40)),
          ),
        );
      } else {
        add(own, known ?? names.asId(name));
      }
    }
    for (const name of cells.all(row, 'blocks').flatMap(namesInCell).filter(isStated)) {
      const found = find(name);
      if (found === undefined && own !== undefined) {
        notes.push(
          remark(
            t('{0}, which this blocks, is not in the table, so the link was left out.', name.slice(0, 40)),
            row.line,
          ),
        );
      }
      add(found, id);
    }
  }
  for (const [index, ids] of depends) {
    const item = items[index];
    ids.delete(item?.id ?? '');
    if (ids.size > 0) {
      item?.fields.set('depends', [...ids]);
    }
  }
}

/** An item has one release and one owner: says how many had more. */
function saySeveral({ cells, rows, releaseField, notes }: ImportContext): void {
  const several = (count: (row: TableRow) => number) => rows.filter((row) => count(row) > 1).length;
  const owners = several((row) => ownersIn(cells.get(row, 'owner')).length);
  if (owners > 0) {
    notes.push(
      remark(
        owners === 1
          ? t('One item has several people in “{0}”: the first is the owner.', cells.nameOf('owner'))
          : t('{0} items have several people in “{1}”: the first is the owner.', owners, cells.nameOf('owner')),
      ),
    );
  }
  const releases =
    releaseField === undefined ? 0 : several((row) => cells.all(row, releaseField).filter(isStated).length);
  if (releases > 0 && releaseField !== undefined) {
    const said =
      releases === 1
        ? t('One item has several entries in “{0}”:', cells.nameOf(releaseField))
        : t('{0} items have several entries in “{1}”:', releases, cells.nameOf(releaseField));
    const which = releaseField === 'sprint' ? t('the last is the release.') : t('the first is the release.');
    notes.push(remark(`${said} ${which}`));
  }
}
