import { t } from '../words/t';
import { issueNumberOf } from '../ids/canonicalId';
import { splitId } from '../ids/itemId';
import { categoryOfStatus } from '../roadmap/statusNames';
import { dateOf } from './cellDates';
import { categoryOfForeignStatus, levelOfType } from './cellWords';
import { type ColumnField, fieldOfName, fieldOfWord, headerKey } from './columnNames';
import type { Table } from './table';

/** What one column of a table is taken for. */
export interface Column {
  readonly index: number;
  /** As the header has it. */
  readonly name: string;
  /** undefined: it is left out, unless it is kept as a field of its own. */
  readonly field: ColumnField | undefined;
  /** The name under which it is kept as a field that no roadmap knows. */
  readonly extra: string | undefined;
  /** How that was found out, or why the column is left out, in words. */
  readonly why: string;
  /** Its first value, shortened; empty for an empty column. */
  readonly example: string;
}

/** What a person says of columns, by name or by number counted from 1: a field, a name of their own, or nothing to leave it out. */
export type ColumnChoices = ReadonlyMap<string, string>;

/** A field that takes what all its columns say together. */
const JOINED: ReadonlySet<ColumnField> = new Set(['labels', 'depends', 'blocks', 'aliases', 'code', 'decisions']);

/**
 * Says of each column what it is: as the person chose, else by its name, else by its values. Of several columns for one
 * field the one with the surest name that is not empty is taken; columns of the very same name belong together.
 */
export function recogniseColumns(table: Table, choices: ColumnChoices, keepUnknown: boolean): readonly Column[] {
  const { header } = table;
  const keys = header.map(headerKey);
  const known = new Set(keys);
  const examples = examplesOf(table);
  const claims = keys.map((key, index): Claim => {
    const choice = choices.get(`#${index + 1}`) ?? choices.get(key);
    return choice === undefined ? claimOf(table, index, known, examples[index] ?? '') : chosenClaim(index, choice);
  });
  const best = bestClaims(claims);
  const columns = claims.map((claim): Column => {
    const { index, field } = claim;
    const column = { index, name: header[index] ?? '', example: examples[index] ?? '' };
    const winner = field && best.get(field);
    if (!field || !winner || claim.isChosen || JOINED.has(field) || keys[winner.index] === keys[index]) {
      return { ...column, field, extra: claim.extra, why: claim.why };
    }
    return field === 'id' && isNumeric(table, index)
      ? { ...column, field: 'record id', extra: undefined, why: 'name' }
      : { ...column, field: undefined, extra: undefined, why: t('{0} is “{1}”', field, header[winner.index] ?? '') };
  });
  return withUnknown(byValues(table, columns), keepUnknown);
}

interface Claim {
  readonly index: number;
  readonly field: ColumnField | undefined;
  readonly rank: number;
  readonly extra: string | undefined;
  readonly why: string;
  readonly isChosen: boolean;
}

function chosenClaim(index: number, choice: string): Claim {
  const field = choice === '' ? undefined : fieldOfWord(choice);
  const extra = choice === '' || field !== undefined ? undefined : choice;
  return { index, field, rank: 0, extra, why: choice === '' ? t('left out as chosen') : 'chosen', isChosen: true };
}

function claimOf(table: Table, index: number, keys: ReadonlySet<string>, example: string): Claim {
  const claim = { index, rank: 0, field: undefined, extra: undefined, isChosen: false };
  const found = example === '' ? undefined : fieldOfName(table.header[index] ?? '', keys);
  if (found === undefined) {
    return { ...claim, why: example === '' ? 'empty' : 'unknown' };
  }
  return fits(table, index, found.field)
    ? { ...claim, ...found, why: 'name' }
    : { ...claim, why: t('its values do not fit its name') };
}

function bestClaims(claims: readonly Claim[]): ReadonlyMap<ColumnField, Claim> {
  const best = new Map<ColumnField, Claim>();
  for (const claim of claims) {
    const former = claim.field && best.get(claim.field);
    if (
      claim.field &&
      (!former || (claim.isChosen && !former.isChosen) || (!former.isChosen && claim.rank < former.rank))
    ) {
      best.set(claim.field, claim);
    }
  }
  return best;
}

/** Columns whose name promises one thing and whose values are another: numbers of a database, a weighting of zero. */
function fits(table: Table, index: number, field: ColumnField): boolean {
  switch (field) {
    case 'id':
      // GitHub's own IDs of nodes, which nobody writes.
      return (
        share(
          table,
          index,
          (cell) => !/^[A-Z][A-Za-z]{0,4}_[A-Za-z0-9_-]{8,}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(cell),
        ) > 0.5
      );
    case 'impact':
    case 'feedback':
    case 'feasibility':
    case 'confidence':
      return share(table, index, (cell) => !/^0(?:\.0+)?$/.test(cell)) > 0;
    case 'start':
    case 'due':
      return (
        share(
          table,
          index,
          (cell) => dateOf(cell, 'day first') !== undefined || dateOf(cell, 'month first') !== undefined,
        ) > 0
      );
    default:
      return true;
  }
}

/** What values alone can tell, in the order in which it is tried; `least` is the share of cells that must be so. */
const BY_VALUES: readonly {
  readonly field: ColumnField;
  readonly least: number;
  readonly test: (cell: string) => boolean;
}[] = [
  { field: 'id', least: 0.9, test: (cell) => /^\p{Lu}/u.test(cell) && splitId(cell) !== undefined },
  { field: 'id', least: 0.9, test: (cell) => issueNumberOf(cell) !== undefined },
  { field: 'link', least: 0.9, test: (cell) => /^https?:\/\/\S+$/.test(cell) },
  { field: 'owner', least: 0.9, test: (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell) },
  {
    field: 'status',
    least: 0.9,
    test: (cell) => categoryOfStatus(cell, new Map()) !== undefined || categoryOfForeignStatus(cell) !== undefined,
  },
  { field: 'kind', least: 0.7, test: (cell) => levelOfType(cell) !== undefined },
  { field: 'title', least: 0.5, test: (cell) => /\S\s+\S/.test(cell) && cell.length <= 200 },
];

function byValues(table: Table, columns: readonly Column[]): readonly Column[] {
  const found = [...columns];
  const missing = (field: ColumnField) => found.every((column) => column.field !== field);
  const isFree = (column: Column) =>
    column.field === undefined && column.extra === undefined && column.why === 'unknown';
  for (const { field, least, test } of BY_VALUES) {
    const column = missing(field)
      ? found.find(
          (each) =>
            isFree(each) &&
            share(table, each.index, test) >= least &&
            (field !== 'id' || isDistinct(table, each.index)),
        )
      : undefined;
    if (column) {
      found[column.index] = { ...column, field, why: 'values' };
    }
  }
  const dates = found.filter(
    (column) =>
      isFree(column) &&
      share(table, column.index, (cell) => dateOf(cell, 'day first') !== undefined && !/^\d+$/.test(cell)) >= 0.9,
  );
  const [only] = dates;
  if (
    missing('due') &&
    missing('start') &&
    only &&
    dates.length === 1 &&
    !/creat|updat|erstellt|登録|更新|added|opened/i.test(only.name)
  ) {
    found[only.index] = { ...only, field: 'due', why: 'values' };
  }
  return found;
}

function withUnknown(columns: readonly Column[], keepUnknown: boolean): readonly Column[] {
  return keepUnknown
    ? columns.map((column) =>
        column.field === undefined && column.extra === undefined && column.why === 'unknown' && column.name !== ''
          ? { ...column, extra: column.name, why: 'kept' }
          : column,
      )
    : columns;
}

/** So many cells show what a column holds. */
const LOOKED_AT = 1000;

/** The share of a column's cells that are so, of those that say something. */
function share(table: Table, index: number, test: (cell: string) => boolean): number {
  const cells = cellsOf(table, index);
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function cellsOf({ rows }: Table, index: number): readonly string[] {
  const found: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[index] ?? '';
    if (cell !== '' && found.push(cell) >= LOOKED_AT) {
      break;
    }
  }
  return found;
}

function isDistinct(table: Table, index: number): boolean {
  const cells = cellsOf(table, index);
  return new Set(cells).size === cells.length;
}

function isNumeric(table: Table, index: number): boolean {
  return share(table, index, (cell) => /^\d+$/.test(cell)) === 1;
}

const LONGEST_EXAMPLE = 40;

function examplesOf({ header, rows }: Table): readonly string[] {
  const examples: string[] = header.map(() => '');
  let left = header.length;
  for (const { cells } of rows) {
    for (let index = 0; left > 0 && index < cells.length; index += 1) {
      const cell = cells[index] ?? '';
      if (cell !== '' && examples[index] === '') {
        const line = cell.slice(0, 2 * LONGEST_EXAMPLE).replace(/\s+/g, ' ');
        examples[index] = line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE - 1)}…` : line;
        left -= 1;
      }
    }
  }
  return examples;
}
