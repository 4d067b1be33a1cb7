import { t } from '../words/t';
import type { StatusCategory } from '../model/status';
import { categoryOfStatus } from '../roadmap/statusNames';
import { isStated } from './cellText';
import { categoryOfCell, categoryOfForeignStatus, isDropping } from './cellWords';
import { type Fields, fieldsOf } from './draft';
import type { RowCells } from './rowCells';
import { type Note, remark, type TableRow } from './table';

/** What the statuses of a table count as, as its other columns tell. */
export class Workflow {
  private readonly categories = new Map<string, StatusCategory>();
  private readonly unknown = new Set<string>();

  constructor(
    rows: readonly TableRow[],
    private readonly cells: RowCells,
  ) {
    const votes = new Map<string, Map<StatusCategory, number>>();
    for (const row of rows) {
      const status = this.statusOf(row);
      const of = votes.get(status) ?? new Map<StatusCategory, number>();
      votes.set(status, of);
      const category = this.evidence(row);
      if (category !== undefined) {
        of.set(category, (of.get(category) ?? 0) + 1);
      }
    }
    votes.delete('');
    for (const [status, of] of votes) {
      this.decide(status, [...of].sort((a, b) => b[1] - a[1])[0]?.[0]);
    }
  }

  /** The status of a row as it stands there; where it was closed without being done, the reason says so. */
  statusOf(row: TableRow): string {
    const { cells } = this;
    const stated = isStated(cells.get(row, 'status')) ? cells.get(row, 'status').replace(/\s+/g, ' ') : '';
    const reason = cells.get(row, 'reason');
    if (!cells.has('status')) {
      return cells.get(row, 'canceled') !== '' ? 'canceled' : cells.get(row, 'finished') !== '' ? 'done' : '';
    }
    if (isDropping(reason) && categoryOfStatus(stated, new Map()) === 'done') {
      return reason.toLowerCase().replaceAll('_', ' ');
    }
    return /^(?:OPEN|CLOSED|MERGED)$/.test(stated) ? stated.toLowerCase() : stated;
  }

  /** The roadmap's `workflow`: only what common words do not say. */
  mapping(): Fields {
    return fieldsOf([...this.categories].map(([status, category]) => [status.toLowerCase(), category]));
  }

  notes(): readonly Note[] {
    return Array.from(this.unknown, (status) =>
      remark(
        t(
          'What the status “{0}” counts as is not plain. It is planned in `workflow`; change it there if it is another.',
          status,
        ),
      ),
    );
  }

  private evidence(row: TableRow): StatusCategory | undefined {
    const { cells } = this;
    const stated = categoryOfCell(cells.get(row, 'category'));
    if (stated !== undefined) {
      return stated;
    }
    if (cells.get(row, 'canceled') !== '') {
      return 'dropped';
    }
    return cells.get(row, 'finished') !== '' ? 'done' : cells.get(row, 'started') !== '' ? 'active' : undefined;
  }

  private decide(status: string, evidence: StatusCategory | undefined): void {
    const known = categoryOfStatus(status, new Map());
    const stated = this.cells.has('category') ? evidence : undefined;
    const found = known === undefined ? (stated ?? categoryOfForeignStatus(status) ?? evidence) : stated;
    if (found === undefined && known === undefined) {
      this.unknown.add(status);
      this.categories.set(status, 'planned');
    } else if (found !== undefined && found !== known && !(known && isFiner(known))) {
      this.categories.set(status, found);
    }
  }
}

/** Trackers have three categories: their “done” holds what was dropped, and their others what is blocked. */
function isFiner(category: StatusCategory): boolean {
  return category === 'blocked' || category === 'dropped';
}
