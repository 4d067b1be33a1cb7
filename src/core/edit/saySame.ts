import type { ExtraField, Item, Named, Roadmap, Verdict, WorkItem } from '../model/roadmap';

/** Names of properties that do not count, by the ID of the item that has them. */
export type OpenProperties = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: OpenProperties = new Map();

/**
 * Whether two roadmaps say the same, wherever they say it. Of items with one parent only the order among those of the same kind
 * counts: epics and stories may stand in lists of their own. Problems are left out.
 */
export function saySame(a: Roadmap, b: Roadmap, open: OpenProperties = NONE): boolean {
  return same(a, b, open);
}

/** What says where something stands, and what is compared by itself. */
const PLACES: ReadonlySet<string> = new Set(['span', 'headline', 'fields', 'problems']);

function same(a: unknown, b: unknown, open: OpenProperties): boolean {
  if (a === b) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && sameList(a, b, open);
  }
  if (a instanceof Map) {
    return b instanceof Map && sameList([...a], [...b], open);
  }
  return sameObject(a as Properties, b as Properties, open);
}

function sameList(a: readonly unknown[], b: readonly unknown[], open: OpenProperties): boolean {
  return a.length === b.length && a.every((each, index) => same(each, b[index], open));
}

type Properties = Readonly<Record<string, unknown>>;

/** Loops, since a plan has hundreds of thousands of properties. What is undefined and what is missing say the same. */
function sameObject(a: Properties, b: Properties, open: OpenProperties): boolean {
  if (isPlace(a) && isPlace(b)) {
    return true;
  }
  const free = open.size > 0 && typeof a['id'] === 'string' ? open.get(a['id']) : undefined;
  for (const key in a) {
    const isSame = key === 'aliases' ? same(formerIds(a), formerIds(b), open) : sameProperty(key, a[key], b[key], open);
    if (!isSame && !PLACES.has(key) && !free?.has(key)) {
      return false;
    }
  }
  for (const key in b) {
    if (!(key in a) && b[key] !== undefined && !PLACES.has(key) && !free?.has(key)) {
      return false;
    }
  }
  return true;
}

/** Without the ID itself in other letters, which a folder of item files may give an item that does not state it. */
function formerIds({ id, aliases }: Properties): unknown {
  return typeof id === 'string' && Array.isArray(aliases)
    ? (aliases as readonly Named[]).filter(({ name }) => name === id || name.toLowerCase() !== id.toLowerCase())
    : aliases;
}

function sameProperty(key: string, a: unknown, b: unknown, open: OpenProperties): boolean {
  return a === b || same(comparable(key, a), comparable(key, b), open);
}

function isPlace(value: Properties): boolean {
  return typeof value['start'] === 'number' && typeof value['end'] === 'number';
}

/** The value in an order and spelling that is always the same. */
function comparable(key: string, value: unknown): unknown {
  switch (key) {
    case 'work':
    case 'children':
      return byKind(value as readonly WorkItem[]);
    case 'workflow':
      return [...(value as Roadmap['workflow'])].sort(([a], [b]) => (a < b ? -1 : 1));
    case 'verdicts':
      return (value as readonly Verdict[]).map(verdictKey).sort();
    case 'extras':
      // Of what no table knows the letters are kept, not what they say: its indentation changes where it moves.
      return (value as readonly ExtraField[]).map(({ name, text }) => `${name}: ${text.replace(/\s+/g, ' ').trim()}`);
    default:
      return value;
  }
}

function byKind(items: readonly WorkItem[]): readonly WorkItem[] {
  const first = items[0]?.kind;
  return items.every((item) => item.kind === first)
    ? items
    : KINDS.flatMap((kind) => items.filter((item) => item.kind === kind));
}

const KINDS: readonly Item['kind'][] = ['epic', 'story', 'task'];

function verdictKey({ accepted, written, where }: Verdict): string {
  return JSON.stringify([accepted, written, where]);
}
