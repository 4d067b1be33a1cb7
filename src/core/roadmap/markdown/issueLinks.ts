import { canonicalId } from '../../ids/canonicalId';
import type { MapEntry, MapNode, ScalarNode, ValueNode } from '../valueNode';

/** An ID that only the address of a link says: `#12` of one project is not `#12` of another. */
export interface LinkedId extends ScalarNode {
  /** Host and path of the project; undefined: the ID is of its own kind everywhere, such as `PAY-12`. */
  readonly project: string | undefined;
}

/** A row of a table. Where the same ID is also written elsewhere, the table is only a summary. */
export interface RowNode extends MapNode {
  readonly isRow: true;
}

/** GitHub and Gitea number issues and pull requests together; GitLab and Bitbucket do not, so only issues count there. */
const NUMBERED = /^https?:\/\/([^\s/]+\/[^\s?#]+?)\/(?:-\/)?(?:issues|work_items|pulls?)\/([1-9]\d{0,4})(?:[/?#]|$)/i;
const KEYED = /^https?:\/\/[^\s/]+\/(?:[^\s?#]+\/)?(?:browse|issue)\/([A-Z][A-Z0-9_]*-\d+)(?:[/?#]|$)/;

/** The ID in the address of an issue or pull request; undefined: it is of something else. */
export function issueAt(address: string): Pick<LinkedId, 'text' | 'project'> | undefined {
  const keyed = KEYED.exec(address)?.[1];
  if (keyed !== undefined) {
    return { text: keyed, project: undefined };
  }
  const [, project, number] = NUMBERED.exec(address) ?? [];
  return project === undefined || number === undefined
    ? undefined
    : { text: `#${number}`, project: project.toLowerCase() };
}

/**
 * Decides which IDs from links count: of issue numbers those of the project that most links lead to, and each ID for the first
 * item that has it. Rows of a table that are told in full elsewhere give what they say to that item.
 */
export function withSettledIds(items: readonly MapNode[]): readonly MapNode[] {
  const found = new Found();
  items.forEach((item) => found.look(item));
  return found.needsChange ? items.flatMap((item) => found.settled(item)) : items;
}

class Found {
  private readonly written = new Set<string>();
  private readonly rows = new Map<string, MapNode>();
  private readonly links = new Map<string, number>();
  private linked = 0;
  private home: string | undefined;

  look(item: MapNode): void {
    const id = idOf(item);
    if (id && isLinked(id)) {
      this.linked += 1;
      if (id.project !== undefined) {
        this.links.set(id.project, (this.links.get(id.project) ?? 0) + 1);
      }
    } else if (id && isRow(item)) {
      this.rows.set(canonicalId(id.text), item);
    } else if (id) {
      this.written.add(canonicalId(id.text));
    }
    childrenOf(item).forEach((child) => this.look(child));
  }

  get needsChange(): boolean {
    const [most] = [...this.links].sort((a, b) => b[1] - a[1]);
    this.home = most?.[0];
    return this.linked > 0 || [...this.rows.keys()].some((id) => this.written.has(id));
  }

  /** None for a row that is told elsewhere. */
  settled(item: MapNode): readonly MapNode[] {
    const id = idOf(item);
    const key = id && canonicalId(id.text);
    if (key !== undefined && isRow(item) && this.written.has(key)) {
      return [];
    }
    let entries = item.entries.map((entry) => this.settledEntry(entry));
    if (id && key !== undefined && isLinked(id)) {
      const counts =
        !this.written.has(key) && !this.rows.has(key) && (id.project === undefined || id.project === this.home);
      this.written.add(key);
      entries = counts ? entries : withoutId(entries);
    } else if (key !== undefined && !isRow(item)) {
      const row = this.rows.get(key);
      entries = row
        ? [...entries, ...row.entries.filter((entry) => !entries.some((own) => own.key === entry.key))]
        : entries;
    }
    return [{ ...item, entries }];
  }

  private settledEntry(entry: MapEntry): MapEntry {
    const { value } = entry;
    if ((entry.key !== 'items' && entry.key !== 'tasks') || value.kind !== 'list') {
      return entry;
    }
    const items = value.items.flatMap((item): readonly ValueNode[] =>
      item.kind === 'map' ? this.settled(item) : [item],
    );
    return { ...entry, value: { ...value, items } };
  }
}

/** What has no other name keeps this one as its title. */
function withoutId(entries: readonly MapEntry[]): MapEntry[] {
  const hasTitle = entries.some((entry) => entry.key === 'title');
  return entries.flatMap((entry) => (entry.key === 'id' ? (hasTitle ? [] : [{ ...entry, key: 'title' }]) : [entry]));
}

function idOf({ entries }: MapNode): ScalarNode | undefined {
  const value = entries.find((entry) => entry.key === 'id')?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

function childrenOf({ entries }: MapNode): readonly MapNode[] {
  return entries.flatMap(({ key, value }) =>
    (key === 'items' || key === 'tasks') && value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'map')
      : [],
  );
}

function isLinked(id: ScalarNode): id is LinkedId {
  return 'project' in id;
}

function isRow(item: MapNode): item is RowNode {
  return 'isRow' in item;
}
