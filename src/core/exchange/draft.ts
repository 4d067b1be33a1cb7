import type { WorkItem } from '../model/roadmap';

/** What a field says, without a place in any text: a word, a number, a list, or fields of its own in their order. */
export type Value = string | number | boolean | readonly Value[] | Fields;

/** By canonical name, in the order in which they are written. A map, since a team may call a field of its own anything. */
export type Fields = ReadonlyMap<string, Value>;

/** An epic, a story or a task that is to be written. */
export interface DraftItem {
  readonly kind: WorkItem['kind'];
  /** undefined: it has none of its own. */
  readonly id: string | undefined;
  readonly title: string;
  /** All but ID, title and children; extra fields under their own names. */
  readonly fields: Fields;
  readonly children: readonly DraftItem[];
}

/** A roadmap that is to be written, in whichever form. */
export interface Draft {
  /** `product`, `vision`, `keys`, `workflow`, `scoring`, `weights`, `team`, `goals`, `releases`, `risks`, as far as it has them. */
  readonly fields: Fields;
  readonly work: readonly DraftItem[];
}

const KIND_ORDER: readonly WorkItem['kind'][] = ['epic', 'story', 'task'];

/** Items of one parent as they are written: epics, then stories, then tasks, each in the order they had. */
export function inWrittenOrder(items: readonly DraftItem[]): readonly DraftItem[] {
  return KIND_ORDER.flatMap((kind) => items.filter((item) => item.kind === kind));
}

/** The order in which an item's fields are written; those of a team's own stand behind. */
const FIELD_ORDER = [
  'status',
  'story',
  'goal',
  'release',
  'epic',
  'owner',
  'start',
  'due',
  'estimate',
  'impact',
  'feedback',
  'feasibility',
  'reach',
  'confidence',
  'effort',
  'value',
  'urgency',
  'labels',
  'depends',
  'aliases',
  'accepts',
  'rejects',
  'code',
  'decisions',
  'acceptance',
  'link',
  'ignore',
];

/** An item's fields as they are written: first those that every item can have. */
export function inFieldOrder(fields: Fields): Fields {
  const known = FIELD_ORDER.map((name) => [name, fields.get(name)] as const);
  return fieldsOf([...known, ...[...fields].filter(([name]) => !FIELD_ORDER.includes(name))]);
}

/** Fields without those that say nothing. */
export function fieldsOf(entries: Iterable<readonly [string, Value | undefined]>): Fields {
  const fields = new Map<string, Value>();
  for (const [name, value] of entries) {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0) && !isEmptyMap(value)) {
      fields.set(name, value);
    }
  }
  return fields;
}

export function isFields(value: Value): value is Fields {
  return value instanceof Map;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A single value as words; empty for lists and mappings, and for nothing. */
export function textOf(value: Value | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

function isEmptyMap(value: Value): boolean {
  return isFields(value) && value.size === 0;
}

/** Every item with how deep it lies, parents before their children. */
export function* allItems(items: readonly DraftItem[], depth = 0): Generator<readonly [DraftItem, number]> {
  for (const item of items) {
    yield [item, depth];
    yield* allItems(item.children, depth + 1);
  }
}
