import { t } from '../words/t';
import { compareIds } from '../ids/itemId';
import { type DateOrder, type DateReading, dateOf, dateReadingOf, isAmbiguous } from './cellDates';
import { isStated } from './cellText';
import type { ColumnField } from './columnNames';
import { type Draft, fieldsOf, type Value } from './draft';
import { nestRows } from './nestRows';
import { People } from './people';
import type { Column } from './recogniseColumns';
import { RowCells } from './rowCells';
import { rowItems } from './rowItems';
import { RowNames } from './rowNames';
import { type Note, remark, type Table, type TableRow } from './table';
import { Workflow } from './workflow';

/** What a table says as a roadmap, and what a person has to know of it. */
export interface Imported {
  readonly draft: Draft;
  readonly notes: readonly Note[];
}

/** What the parts of one import share. */
export interface ImportContext {
  readonly cells: RowCells;
  readonly rows: readonly TableRow[];
  readonly names: RowNames;
  readonly people: People;
  readonly workflow: Workflow;
  readonly dates: DateReading;
  /** The field that releases are taken from. */
  readonly releaseField: ColumnField | undefined;
  readonly notes: Note[];
}

/** Fields of which the first that says anything tells the releases. */
const RELEASE_FIELDS: readonly ColumnField[] = ['release', 'milestone', 'sprint'];

/** Makes a roadmap of the rows of another tool's table. Time grows with the number of its cells. */
export function importTable(table: Table, columns: readonly Column[], order?: DateOrder): Imported {
  const cells = new RowCells(columns);
  const notes: Note[] = [...table.notes];
  const rows = withoutSums(table.rows, cells, notes);
  const found = dateReadingOf(dateCells(rows, cells));
  const context: ImportContext = {
    cells,
    rows,
    names: new RowNames(rows, cells),
    people: new People(),
    workflow: new Workflow(rows, cells),
    dates: order === undefined ? found : { order, isGuess: false },
    releaseField: RELEASE_FIELDS.find((field) => rows.some((row) => isStated(cells.get(row, field)))),
    notes,
  };
  sayDateOrder(context);
  sayOtherReleases(context);
  const items = rowItems(context);
  const work = nestRows(items, context.names.finder(items), notes);
  notes.push(...context.workflow.notes());
  const fields = fieldsOf([
    ['product', productOf(context)],
    ['workflow', context.workflow.mapping()],
    ['team', context.people.team()],
    ['releases', releasesOf(context)],
  ]);
  return { draft: { fields, work }, notes };
}

/** Lines of sums and signatures below a table: they have no ID where all others have one, and say what they are. */
function withoutSums(rows: readonly TableRow[], cells: RowCells, notes: Note[]): readonly TableRow[] {
  const isSum = (row: TableRow) => {
    const filled = row.cells.filter((cell) => cell !== '');
    return (
      cells.get(row, 'id') === '' &&
      filled.length <= 3 &&
      /^(?:(?:grand |sub)?totals?|sums?|summe|gesamt|合計|average|count|generated|exported|displaying|\d+ issues?)\b/iu.test(
        filled[0] ?? '',
      )
    );
  };
  return rows.filter((row) => {
    const left = isSum(row);
    if (left) {
      notes.push(remark(t('This row is a sum or signature, so it was left out.'), row.line));
    }
    return !left;
  });
}

const DATE_FIELDS: readonly ColumnField[] = [
  'start',
  'due',
  'release start',
  'release date',
  'started',
  'finished',
  'canceled',
];

function* dateCells(rows: readonly TableRow[], cells: RowCells): Generator<string> {
  for (const field of DATE_FIELDS.filter((each) => cells.has(each))) {
    for (const row of rows) {
      yield cells.get(row, field);
    }
  }
}

function sayDateOrder({ rows, cells, dates, notes }: ImportContext): void {
  const written: readonly ColumnField[] = ['start', 'due', 'release start', 'release date'];
  const example = dates.isGuess
    ? rows.flatMap((row) => written.map((field) => cells.get(row, field))).find(isAmbiguous)
    : undefined;
  if (example !== undefined) {
    notes.push(
      remark(
        dates.order === 'day first'
          ? t('No date tells whether day or month comes first in {0}: dates were read with the day first.', example)
          : t('No date tells whether day or month comes first in {0}: dates were read with the month first.', example),
      ),
    );
  }
}

/** An item has one release: what else could be one is not mixed with it. */
function sayOtherReleases({ rows, cells, releaseField, notes }: ImportContext): void {
  for (const field of RELEASE_FIELDS.filter((each) => each !== releaseField && cells.has(each))) {
    if (releaseField !== undefined && rows.some((row) => isStated(cells.get(row, field)))) {
      notes.push(
        remark(
          t('“{0}” was left out, since “{1}” says the releases.', cells.nameOf(field), cells.nameOf(releaseField)),
        ),
      );
    }
  }
}

function productOf({ rows, cells }: ImportContext): string | undefined {
  const products = new Set(rows.map((row) => cells.get(row, 'product')).filter((cell) => cell !== ''));
  const [only] = products;
  // Of a repository its own name is enough.
  return products.size === 1 ? only?.replace(/^(?:https?:\/\/[^/]+\/)?[\w.-]+\/([\w.-]+)$/, '$1') : undefined;
}

/** Every release that an item names, with what the table knows of it, by date and then as people count. */
function releasesOf({ rows, cells, releaseField, dates }: ImportContext): readonly Value[] {
  const releases = new Map<string, { start: string | undefined; date: string | undefined }>();
  const named = (row: TableRow) => (releaseField === undefined ? [] : cells.all(row, releaseField).filter(isStated));
  for (const row of rows) {
    for (const name of named(row)) {
      const known = releases.get(name) ?? { start: undefined, date: undefined };
      known.start ??= dateOf(cells.get(row, 'release start'), dates.order);
      known.date ??= dateOf(cells.get(row, 'release date'), dates.order);
      releases.set(name, known);
    }
  }
  return [...releases]
    .sort(
      ([a, { date: first }], [b, { date: second }]) => (first ?? '9').localeCompare(second ?? '9') || compareIds(a, b),
    )
    .map(([id, { start, date }]) =>
      fieldsOf([
        ['id', id],
        ['start', start],
        ['date', date],
      ]),
    );
}
