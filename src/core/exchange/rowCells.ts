import { withoutGuard } from './cellText';
import type { ColumnField } from './columnNames';
import type { Column } from './recogniseColumns';
import type { TableRow } from './table';

/** The cells of a table's rows by the field that their column is taken for. */
export class RowCells {
  private readonly columns = new Map<ColumnField, readonly Column[]>();
  /** Columns that are kept under a name of their own. */
  readonly extras: readonly (readonly [name: string, column: Column])[];

  constructor(columns: readonly Column[]) {
    for (const column of columns) {
      if (column.field !== undefined) {
        this.columns.set(column.field, [...(this.columns.get(column.field) ?? []), column]);
      }
    }
    this.extras = columns.flatMap((column) => (column.extra === undefined ? [] : [[column.extra, column] as const]));
  }

  has(field: ColumnField): boolean {
    return this.columns.has(field);
  }

  /** The name of the field's column, for messages. */
  nameOf(field: ColumnField): string {
    return this.columns.get(field)?.[0]?.name ?? field;
  }

  /** The first cell of the field that says something, or an empty one. */
  get(row: TableRow, field: ColumnField): string {
    return this.all(row, field)[0] ?? '';
  }

  /** Everything that the columns of a field say in a row. */
  all(row: TableRow, field: ColumnField): readonly string[] {
    const columns = this.columns.get(field);
    return columns === undefined ? [] : columns.map((column) => cellOf(row, column)).filter((cell) => cell !== '');
  }
}

export function cellOf(row: TableRow, column: Column): string {
  return withoutGuard(row.cells[column.index] ?? '').replace(/\r\n?/g, '\n');
}
