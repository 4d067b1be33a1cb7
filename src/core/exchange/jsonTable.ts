import { t } from '../words/t';
import { loss, type Note, type Table, type TableRow } from './table';

/**
 * A list of objects as a table, as `gh issue list --json` and `gh project item-list` print it; the list may be a field of one
 * object. What a cell holds is told in words: names of labels and people, the title of a milestone. undefined: it is no JSON.
 */
export function readJsonTable(text: string): Table | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = listIn(value);
  const notes: Note[] = [];
  const entries = list.flatMap((entry, index) => {
    const cells = isObject(entry) ? cellsOf(entry) : undefined;
    if (cells === undefined) {
      notes.push(loss(index + 1, t('This entry holds no fields, so it was left out.')));
    }
    return cells ? [{ line: index + 1, cells }] : [];
  });
  const header = [...new Set(entries.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = entries.map(
    ({ line, cells }): TableRow => ({ line, cells: header.map((name) => cells.get(name) ?? '') }),
  );
  return { header, rows, notes };
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  const lists = isObject(value)
    ? Object.values(value).filter((each) => Array.isArray(each) && each.some(isObject))
    : [];
  return (lists[0] as readonly unknown[] | undefined) ?? [value];
}

/** Fields that only hold others: their own fields count. */
const WRAPPERS: ReadonlySet<string> = new Set(['content', 'fields']);

function cellsOf(entry: object): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(entry)) {
    if (WRAPPERS.has(name) && isObject(value)) {
      for (const [inner, cell] of cellsOf(value)) {
        cells.set(inner, cell);
      }
    } else if (name === 'milestone' && isObject(value)) {
      cells.set('milestone', wordsOf(value));
      cells.set('milestone due', wordsOf((value as { dueOn?: unknown }).dueOn));
    } else if (!cells.has(name)) {
      cells.set(name, wordsOf(value));
    }
  }
  return cells;
}

/** What an object is called, the first that it has. */
const NAMES = ['login', 'name', 'title', 'key', 'number', 'url', 'text', 'value'];

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) {
    const words = value.map(wordsOf).filter((word) => word !== '');
    return words.some((word) => word.includes(',')) ? JSON.stringify(words) : words.join(', ');
  }
  if (isObject(value)) {
    const fields = new Map<string, unknown>(Object.entries(value));
    return wordsOf(fields.get(NAMES.find((name) => fields.has(name)) ?? ''));
  }
  return typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
