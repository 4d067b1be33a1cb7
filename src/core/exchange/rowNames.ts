import { canonicalId, issueNumberOf } from '../ids/canonicalId';
import type { RowCells } from './rowCells';
import type { FindRow, RowItem } from './nestRows';
import type { TableRow } from './table';

/** An issue or pull request of GitHub and the like, by its address or in short: `acme/pay#12`. */
const ISSUE =
  /^(?:https?:\/\/[^/]+\/)?([\w.-]+\/[\w.-]+)(?:\/(?:-\/)?(?:issues|pull|merge_requests|work_items)\/|#)(\d+)\b/;

/** How the rows of a table name themselves and one another. */
export class RowNames {
  /** The repository that most rows are of: numbers alone mean its issues. */
  private readonly repository: string | undefined;

  constructor(
    private readonly rows: readonly TableRow[],
    private readonly cells: RowCells,
  ) {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const repository = ISSUE.exec(cells.get(row, 'link'))?.[1];
      if (repository !== undefined) {
        counts.set(repository, (counts.get(repository) ?? 0) + 1);
      }
    }
    this.repository = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  /** The ID of a row: as it stands there, `#12` for a bare number, or what its address says. */
  idOf(row: TableRow): string | undefined {
    const cell = this.cells.get(row, 'id');
    const issue = ISSUE.exec(this.cells.get(row, 'link')) ?? ISSUE.exec(cell);
    if (/^#?\d+$/.test(cell) || (cell === '' && issue)) {
      return this.issueId(issue?.[1], issue?.[2] ?? cell.replace('#', ''));
    }
    return cell === ''
      ? undefined
      : ISSUE.test(cell)
        ? this.issueId(issue?.[1], issue?.[2] ?? '')
        : cell.replace(/\s+/g, ' ');
  }

  /** Finds rows by everything that others may call them; a title only where nothing else is called so. */
  finder(items: readonly RowItem[]): FindRow {
    const byName = new Map<string, number>();
    const add = (name: string | undefined, index: number) => {
      if (name !== undefined && name !== '' && !byName.has(name)) {
        byName.set(name, index);
      }
    };
    const lines = new Map(items.map((item, index) => [item.line, index]));
    const indexOf = (row: TableRow) => lines.get(row.line);
    const each = (name: (row: TableRow, index: number) => string | undefined) =>
      this.rows.forEach((row) => {
        const index = indexOf(row);
        if (index !== undefined) {
          add(name(row, index), index);
        }
      });
    each((_row, index) => items[index]?.id);
    each((row) => this.cells.get(row, 'id'));
    each((row) => this.cells.get(row, 'record id'));
    each((row) => this.cells.get(row, 'link'));
    each((_row, index) => items[index]?.title.toLowerCase());
    return (name) => this.find(byName, name.trim());
  }

  /** The ID in the form that rows have, for a name that may be an address or number. */
  asId(name: string): string {
    const issue = ISSUE.exec(name);
    return issue ? this.issueId(issue[1], issue[2] ?? '') : name;
  }

  private find(byName: ReadonlyMap<string, number>, name: string): number | undefined {
    const first = /^(\S+?):?\s/.exec(name)?.[1];
    return (
      byName.get(name) ??
      byName.get(this.asId(name)) ??
      byName.get(canonicalId(name)) ??
      byName.get(name.toLowerCase()) ??
      (first !== undefined && issueNumberOf(first) === undefined && /\d/.test(first) ? byName.get(first) : undefined)
    );
  }

  private issueId(repository: string | undefined, number: string): string {
    const isOther = repository !== undefined && this.repository !== undefined && repository !== this.repository;
    return isOther ? `${repository.replace(/^.*\//, '')}-${number}` : `#${number}`;
  }
}
