import type { Item, Roadmap, WorkItem } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { type Owner, textOf, type WrittenText } from './writtenText';

/** What reading a text gave for the items that were written. */
export interface Reading {
  /** By the item's number: all that was read of it, places left out, and the number of the item that it stands in. */
  readonly items: ReadonlyMap<number, ReadItem>;
  /** Items that nobody wrote, or a second time. */
  readonly invented: readonly string[];
  readonly problems: Roadmap['problems'];
}

interface ReadItem {
  readonly said: string;
  readonly parent: Owner;
}

export function readWritten(written: WrittenText): Reading {
  const text = textOf(written);
  const roadmap = readRoadmap(written.path, text);
  const owners = ownersOf(written);
  const items = new Map<number, ReadItem>();
  const invented: string[] = [];
  const take = (item: Item, parent: Owner) => {
    const owner = ownerAt(owners, item.span.start);
    if (owner === undefined || items.has(owner)) {
      invented.push(`${item.kind} ${item.id} "${item.title}"`);
    } else {
      items.set(owner, { said: said(item), parent });
    }
    return owner;
  };
  const takeWork = (work: readonly WorkItem[], parent: Owner) => {
    for (const item of work) {
      takeWork(item.children, take(item, parent));
    }
  };
  for (const item of [...(roadmap?.goals ?? []), ...(roadmap?.releases ?? []), ...(roadmap?.risks ?? [])]) {
    take(item, undefined);
  }
  takeWork(roadmap?.work ?? [], undefined);
  return { items, invented, problems: roadmap?.problems ?? [] };
}

type Starts = readonly { readonly start: number; readonly owner: Owner }[];

function ownersOf({ lines, newline }: WrittenText): Starts {
  let start = 0;
  return lines.map(({ text, owner }) => {
    const line = { start, owner };
    start += text.length + newline.length;
    return line;
  });
}

function ownerAt(starts: Starts, offset: number): Owner {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.owner;
}

/** Everything but places; a derived ID may change when other items are lost. */
function said(item: Item): string {
  const left = new Set(['span', 'headline', 'path', 'children', 'fields', 'key', ...(item.derivedId ? ['id'] : [])]);
  const fields = [...item.fields.keys()].sort().join(' ');
  const isPlace = (value: unknown) => typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
  return `${fields} ${JSON.stringify(item, (key, value: unknown) => (left.has(key) || (isPlace(value) && Object.keys(value).length === 2) ? undefined : value instanceof Map ? [...value] : value))}`;
}
