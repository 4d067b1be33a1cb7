import { t } from '../words/t';
import { pointsOfSize } from '../roadmap/estimateWords';
import { statusKey } from '../roadmap/statusNames';
import {
  allItems,
  type Draft,
  type DraftItem,
  type Fields,
  inWrittenOrder,
  isFields,
  isList,
  textOf,
  type Value,
} from './draft';

/**
 * Where two drafts do not say the same: the names of what stands in the first only. Empty: the second says all that the first
 * does, in whatever order the fields and the items at the top are.
 */
export function missingIn(actual: Draft, wanted: Draft): readonly string[] {
  const fields = [...wanted.fields.keys()].filter(
    (name) => shapeOfValue(wanted.fields.get(name)) !== shapeOfValue(actual.fields.get(name)),
  );
  return [...fields, ...itemsMissingIn(actual.work, wanted.work).map(nameOfItem)];
}

/** Items that are not among others with all that they and what is under them say. */
export function itemsMissingIn(actual: readonly DraftItem[], wanted: readonly DraftItem[]): readonly DraftItem[] {
  const counts = new Map<string, number>();
  for (const shape of actual.map(shapeOfItem)) {
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return wanted.filter((item) => {
    const shape = shapeOfItem(item);
    const count = counts.get(shape) ?? 0;
    counts.set(shape, count - 1);
    return count <= 0;
  });
}

/** Everything that an item and what is under it says, as one text: the same for two that say the same. */
export function shapeOfItem(item: DraftItem): string {
  return Array.from(allItems(ordered([item])), ([each, depth]) => ownShape(each, depth)).join('\n');
}

function ordered(items: readonly DraftItem[]): readonly DraftItem[] {
  return inWrittenOrder(items).map((item) => ({ ...item, children: ordered(item.children) }));
}

/** What the item alone says, without what is under it. */
function ownShape({ kind, id, title, fields }: DraftItem, depth: number): string {
  return JSON.stringify([depth, kind, id ?? null, title, shapeOfValue(fields)]);
}

function nameOfItem({ id, title }: DraftItem): string {
  return id ?? (title || t('an item without a name'));
}

/** Numbers and words that read the same are the same: `5` and `"5"`. */
function shapeOfValue(value: Value | undefined): string {
  if (value === undefined) {
    return '';
  }
  if (isList(value)) {
    return JSON.stringify(value.map(shapeOfValue));
  }
  return isFields(value) ? shapeOfFields(value) : String(value).trim();
}

function shapeOfFields(fields: Fields): string {
  const entries = Array.from(fields, ([name, value]) => [name, shapeOfField(name, value)] as const);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Words that are read as the same: a check box for `Done`, points for a size. */
function shapeOfField(name: string, value: Value): string {
  if (name === 'status') {
    return boxWord(value);
  }
  return name === 'estimate' ? String(pointsOfSize(textOf(value)) ?? shapeOfValue(value)) : shapeOfValue(value);
}

/** A check box says `Done` and `To Do` as well as the words do. */
export function boxWord(status: Value): string {
  const text = shapeOfValue(status);
  const key = statusKey(text);
  return key === 'done' ? 'done' : /^to ?do$/.test(key) ? 'todo' : text;
}
