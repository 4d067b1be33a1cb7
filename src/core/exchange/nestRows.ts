import { t } from '../words/t';
import { looksLikeId } from '../ids/itemId';
import { levelOfType } from './cellWords';
import { type DraftItem, inFieldOrder, type Value } from './draft';
import { loss, type Note, remark } from './table';

/** A row of a table as an item, before it is known where it belongs. */
export interface RowItem {
  readonly line: number;
  readonly id: string | undefined;
  readonly title: string;
  /** As the table has it: `Story`, `Bug`; empty where it says nothing. */
  readonly type: string;
  readonly fields: Map<string, Value>;
  /** How the row names what it is nested in, and its epic; empty: it does not. */
  readonly parent: string;
  readonly epic: string;
  /** The title of a parent that may not be in the table. */
  readonly parentTitle: string;
}

/** Finds the row that a name stands for: an ID, a record's number, an address or a title. */
export type FindRow = (name: string) => number | undefined;

/** Deeper nesting is no plan's. */
const DEEPEST = 20;

/** Items nested as their rows say. An epic that rows name, and that has no row, is made where its name is all there is to it. */
export function nestRows(rows: readonly RowItem[], find: FindRow, notes: Note[]): readonly DraftItem[] {
  const made = new MadeEpics();
  const parents = rows.map((row, index) => parentOf(row, index, find, made));
  cutDeep(rows, parents, notes);
  sayMissing(rows, made, notes);
  const children = new Map<number | MadeEpic, number[]>();
  const tops: (number | MadeEpic)[] = [];
  for (const [index, parent] of parents.entries()) {
    const known = parent === undefined ? undefined : children.get(parent);
    if (parent === undefined) {
      tops.push(index);
    } else if (known) {
      known.push(index);
    } else {
      children.set(parent, [index]);
      if (typeof parent !== 'number') {
        tops.push(parent);
      }
    }
  }
  const isTyped = rows.some(({ type }) => type !== '');
  return tops.map((top) => {
    const context: Nesting = { rows, children, isTyped };
    return typeof top === 'number' ? itemOf(context, top, undefined) : epicOf(context, top);
  });
}

/** An epic that rows name and that has no row of its own. */
interface MadeEpic {
  readonly id: string | undefined;
  readonly title: string;
}

class MadeEpics {
  private readonly byName = new Map<string, MadeEpic>();
  /** Names of parents that nothing more is known of, with the number of rows that name them. */
  readonly missing = new Map<string, number>();

  named(name: string, id: string | undefined, title: string): MadeEpic {
    const epic = this.byName.get(name) ?? { id, title };
    this.byName.set(name, epic);
    return epic;
  }
}

function parentOf(row: RowItem, index: number, find: FindRow, made: MadeEpics): number | MadeEpic | undefined {
  for (const name of [row.parent, row.epic]) {
    const found = name === '' ? undefined : find(name);
    if (found !== undefined && found !== index) {
      return found;
    }
  }
  const name = [row.parent, row.epic].find((each) => each !== '' && find(each) !== index);
  if (name === undefined) {
    return undefined;
  }
  const id = looksLikeId(name) ? name : undefined;
  const title = row.parentTitle || (id === undefined && name === row.epic ? name : '');
  if (title !== '') {
    return made.named(name, id, title);
  }
  made.missing.set(name, (made.missing.get(name) ?? 0) + 1);
  if (id !== undefined) {
    row.fields.set('epic', id);
  }
  return undefined;
}

function sayMissing(rows: readonly RowItem[], made: MadeEpics, notes: Note[]): void {
  const names = [...made.missing.keys()];
  const count = [...made.missing.values()].reduce((sum, each) => sum + each, 0);
  if (count > 0 && rows.length > 0) {
    const first = names.slice(0, 5).join(', ');
    const shown = names.length > 5 ? t('{0} and {1} more', first, names.length - 5) : first;
    const said =
      count === 1
        ? t('One item is nested in what is not in the table: {0}.', shown)
        : t('{0} items are nested in what is not in the table: {1}.', count, shown);
    const kept = names.every(looksLikeId) ? t('That is kept in `epic`.') : t('What has no ID there is left out.');
    notes.push(remark(`${said} ${kept}`));
  }
}

/** Takes rows out of what they are nested in where that leads back to them, or is deeper than any plan. */
function cutDeep(rows: readonly RowItem[], parents: (number | MadeEpic | undefined)[], notes: Note[]): void {
  const depths = new Map<number, number>();
  for (const start of rows.keys()) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let at: number | MadeEpic | undefined = start;
    while (typeof at === 'number' && !depths.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents[at];
    }
    let depth = typeof at === 'number' ? (depths.get(at) ?? -1) : typeof at === 'object' ? 0 : -1;
    if (typeof at === 'number' && onPath.has(at)) {
      parents[at] = undefined;
      notes.push(loss(rows[at]?.line, t('{0} is nested in itself, so it stands at the top.', nameOf(rows[at]))));
    }
    for (const index of path.reverse()) {
      depth = parents[index] === undefined ? 0 : depth + 1;
      if (depth > DEEPEST) {
        parents[index] = undefined;
        depth = 0;
        notes.push(
          loss(
            rows[index]?.line,
            t('{0} is nested deeper than {1} levels, so it stands at the top.', nameOf(rows[index]), DEEPEST),
          ),
        );
      }
      depths.set(index, depth);
    }
  }
}

function nameOf(row: RowItem | undefined): string {
  return row?.id ?? row?.title ?? t('This row');
}

interface Nesting {
  readonly rows: readonly RowItem[];
  readonly children: ReadonlyMap<number | MadeEpic, readonly number[]>;
  /** Some rows say of what type they are. */
  readonly isTyped: boolean;
}

function epicOf(nesting: Nesting, epic: MadeEpic): DraftItem {
  const children = (nesting.children.get(epic) ?? []).map((index) => itemOf(nesting, index, 'epic'));
  return { kind: 'epic', id: epic.id, title: epic.title, fields: new Map(), children };
}

function itemOf(nesting: Nesting, index: number, parent: DraftItem['kind'] | undefined): DraftItem {
  const row = nesting.rows[index];
  const kind = kindOf(nesting, index, parent);
  const children = (nesting.children.get(index) ?? []).map((child) => itemOf(nesting, child, kind));
  return {
    kind,
    id: row?.id,
    title: row?.title ?? '',
    fields: inFieldOrder(row?.fields ?? new Map<string, Value>()),
    children,
  };
}

function kindOf(nesting: Nesting, index: number, parent: DraftItem['kind'] | undefined): DraftItem['kind'] {
  const level = levelOfType(nesting.rows[index]?.type ?? '');
  if (parent === 'task') {
    return 'task';
  }
  if (
    level === 'above' ||
    level === 'epic' ||
    (level === 'feature' && parent !== 'story' && holdsStories(nesting, index))
  ) {
    return 'epic';
  }
  if (level === 'below' || parent === 'story') {
    return 'task';
  }
  // Where nothing says what is what, three levels are those of a plan.
  const inner = nesting.children.get(index) ?? [];
  return !nesting.isTyped && parent === undefined && inner.some((child) => nesting.children.has(child))
    ? 'epic'
    : 'story';
}

function holdsStories({ rows, children }: Nesting, index: number): boolean {
  return (children.get(index) ?? []).some((child) => levelOfType(rows[child]?.type ?? '') === 'story');
}
