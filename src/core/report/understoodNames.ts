import type { ExtraField, Item, Roadmap } from '../model/roadmap';
import { fieldNamed } from '../roadmap/fields';
import { draftsOf } from '../roadmap/readPlanDocument';
import { isListOfThings } from '../roadmap/shapes';

/** A name in a roadmap file that is none of Waymark's own, and what it was read as. */
export interface UnderstoodName {
  /** As the file has it. */
  readonly written: string;
  /** The canonical field: `releases` of `phases`. null: no table knows it, and it was kept as it is. */
  readonly as: string | null;
  /** Of a field that lists things the things, else how often the name stands in the file. */
  readonly count: number;
}

/**
 * How the names in a file were understood where they are not Waymark's own, in the order in which they are met; what was kept as it
 * is comes last. Markdown has no names of its own: none.
 *
 * @param text what the roadmap was read from
 */
export function understoodNames(text: string, roadmap: Roadmap): readonly UnderstoodName[] {
  if (roadmap.format === 'markdown') {
    return [];
  }
  const counts = new NameCounts(text);
  const items = draftsOf(roadmap);
  const lists = counts.fieldsOfFile(roadmap);
  for (const item of items) {
    counts.fieldsOf(item, lists);
  }
  counts.listed(lists, items);
  counts.kept(roadmap.extras);
  return counts.all();
}

/** A list of things, the name that it stands under, and where it ends in the text. */
interface List {
  readonly written: string;
  readonly as: string;
  readonly start: number;
  readonly end: number;
}

class NameCounts {
  private readonly read = new Map<string, Map<string, number>>();
  private readonly extras = new Map<string, number>();

  constructor(private readonly text: string) {}

  fieldsOfFile({ fields }: Roadmap): List[] {
    return fields.flatMap(({ name, key, value }, index): List[] => {
      const written = this.text.slice(key.start, key.end);
      if (value) {
        this.note(written, name);
        return [];
      }
      return [{ written, as: name, start: key.start, end: fields[index + 1]?.key.start ?? this.text.length }];
    });
  }

  fieldsOf(item: Item, lists: List[]): void {
    for (const [name, { key, value }] of item.fields) {
      if (key === undefined) {
        continue;
      }
      const written = this.text.slice(key.start, key.end);
      const spec = fieldNamed(item.kind, name);
      if (spec && isListOfThings(spec)) {
        lists.push({ written, as: name, start: key.start, end: value.end });
      } else {
        this.note(written, name);
      }
    }
    this.groupOf(item);
    this.kept(item.extras);
  }

  /** `in_progress: [ … ]`: the status stands at the name of the group, and is no field of the item. */
  private groupOf(item: Item): void {
    const isStated = ['status', 'done', 'progress'].some((name) => item.fields.has(name));
    const status = 'children' in item && !isStated ? item.status : undefined;
    if (status) {
      this.note(this.text.slice(status.span.start, status.span.end), 'status');
    }
  }

  kept(extras: readonly ExtraField[]): void {
    for (const { name } of extras) {
      this.extras.set(name, (this.extras.get(name) ?? 0) + 1);
    }
  }

  /** Each item counts for the innermost list that it stands in. */
  listed(lists: readonly List[], items: readonly Item[]): void {
    const inOrder = [...items].sort((a, b) => a.span.start - b.span.start);
    const open: List[] = [];
    const waiting = [...lists].sort((a, b) => a.start - b.start);
    let next = 0;
    for (const item of inOrder) {
      for (let list = waiting[next]; list && list.start < item.span.start; list = waiting[++next]) {
        open.push(list);
      }
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= item.span.start) {
        open.pop();
      }
      const list = open.at(-1);
      if (list) {
        this.note(list.written, list.as);
      }
    }
  }

  all(): readonly UnderstoodName[] {
    return [
      ...[...this.read].flatMap(([as, names]) => [...names].map(([written, count]) => ({ written, as, count }))),
      ...[...this.extras].map(([written, count]) => ({ written, as: null, count })),
    ];
  }

  private note(written: string, as: string): void {
    if (written === as) {
      return;
    }
    const names = this.read.get(as) ?? new Map<string, number>();
    this.read.set(as, names.set(written, (names.get(written) ?? 0) + 1));
  }
}
