import { canonicalId } from '../ids/canonicalId';
import { isFinished } from '../model/status';
import type { ItemState } from './planHistory';
import type { StatedItem } from './statedItem';

/** A declaration of an item, and in which file. */
interface Declaration {
  readonly path: string;
  readonly item: StatedItem;
  /** Written with the item's own ID, not with one that it had before. */
  readonly isOwnId: boolean;
}

/**
 * The plan while its history is replayed: what all files declare at one moment, and what follows for an item from those
 * around it. Items are told apart by keys, which they keep when their ID changes.
 */
export class PlanAtWork {
  private readonly declarations = new Map<string, Declaration[]>();
  /** By what names the parent, an ID or an epic's title: the keys of what stands under it. */
  private readonly children = new Map<string, Set<string>>();
  private readonly epicsByTitle = new Map<string, string>();

  /** @param keyOf the key of an ID or alias */
  constructor(private readonly keyOf: (id: string) => string) {}

  /** Every item that a file declares, with its key. */
  declare(path: string, item: StatedItem): string {
    const key = this.keyOf(item.id);
    const all = this.declarations.get(key) ?? [];
    this.declarations.set(key, all);
    const former = this.stated(key);
    all.push({ path, item, isOwnId: canonicalId(item.id) === key });
    this.relink(key, former);
    return key;
  }

  /** The opposite of {@link declare}. */
  withdraw(path: string, item: StatedItem): string {
    const key = this.keyOf(item.id);
    const all = this.declarations.get(key) ?? [];
    const former = this.stated(key);
    const index = all.findIndex((each) => each.path === path && each.item === item);
    if (index >= 0) {
      all.splice(index, 1);
    }
    if (all.length === 0) {
      this.declarations.delete(key);
    }
    this.relink(key, former);
    return key;
  }

  /** Where several files declare it: what was put away gives way, then who uses a former ID, then who came later. */
  stated(key: string): StatedItem | undefined {
    const all = this.declarations.get(key) ?? [];
    const standing = all.filter(({ item }) => !item.isArchived);
    const best = standing.length > 0 ? standing : all;
    return (best.find(({ isOwnId }) => isOwnId) ?? best[0])?.item;
  }

  /** Keys of what is under an item, nested or by its `epic` field. */
  private childrenOf(key: string, item: StatedItem): string[] {
    const named = [`id ${key}`, ...(item.kind === 'epic' ? [`title ${nameKey(item.title)}`] : [])];
    return named
      .flatMap((name) => [...(this.children.get(name) ?? [])])
      .filter((child) => this.parentOf(child) === key);
  }

  /** The key of what the item stands under; undefined: nothing that is declared. */
  private parentOf(key: string): string | undefined {
    const name = this.stated(key)?.parent;
    if (name === undefined) {
      return undefined;
    }
    const byId = this.keyOf(name);
    const parent = this.declarations.has(byId) ? byId : this.epicsByTitle.get(nameKey(name));
    return parent === key ? undefined : parent;
  }

  /** What the plan says of the item at this moment, with the key of its parent; undefined: no file declares it. */
  stateOf(key: string): ItemState | undefined {
    const item = this.stated(key);
    if (!item) {
      return undefined;
    }
    const { kind, title, start, due, freeze, estimate } = item;
    const around = this.ancestorsOf(key);
    const isLeaf = this.childrenOf(key, item).length === 0;
    return {
      kind,
      title,
      start,
      due,
      freeze,
      estimate,
      isLeaf,
      category: item.category ?? (isLeaf ? finishedWith(around) : undefined),
      release: first([item, ...around], (each) => each.release),
      owner: first([item, ...around], (each) => each.owner),
      parent: this.parentOf(key),
    };
  }

  /** The keys of those whose state may be another one when the item's is: what it stands under, and all that is under it. */
  relativesOf(key: string): string[] {
    const parent = this.parentOf(key);
    const around = new Set(parent === undefined ? [] : [parent]);
    const look = (at: string): void => {
      const item = this.stated(at);
      for (const child of item ? this.childrenOf(at, item) : []) {
        if (!around.has(child)) {
          around.add(child);
          look(child);
        }
      }
    };
    look(key);
    return [...around];
  }

  /** Nearest first. */
  private ancestorsOf(key: string): StatedItem[] {
    const found: StatedItem[] = [];
    const seen = new Set([key]);
    // Two items may name each other as epic.
    for (let at = this.parentOf(key); at !== undefined && !seen.has(at); at = this.parentOf(at)) {
      seen.add(at);
      const item = this.stated(at);
      if (item) {
        found.push(item);
      }
    }
    return found;
  }

  private relink(key: string, former: StatedItem | undefined): void {
    const now = this.stated(key);
    if (former === now) {
      return;
    }
    for (const name of parentNames(former, this.keyOf)) {
      this.children.get(name)?.delete(key);
    }
    for (const name of parentNames(now, this.keyOf)) {
      const siblings = this.children.get(name) ?? new Set();
      this.children.set(name, siblings.add(key));
    }
    if (former?.kind === 'epic' && this.epicsByTitle.get(nameKey(former.title)) === key) {
      this.epicsByTitle.delete(nameKey(former.title));
    }
    if (now?.kind === 'epic' && !this.epicsByTitle.has(nameKey(now.title))) {
      this.epicsByTitle.set(nameKey(now.title), key);
    }
  }
}

function parentNames(item: StatedItem | undefined, keyOf: (id: string) => string): string[] {
  return item?.parent === undefined ? [] : [`id ${keyOf(item.parent)}`, `title ${nameKey(item.parent)}`];
}

/** As in a plan: what states no status is over when what it belongs to is over. */
function finishedWith(around: readonly StatedItem[]): ItemState['category'] {
  const category = first(around, (each) => each.category);
  return category !== undefined && isFinished(category) ? category : undefined;
}

function first<T>(items: readonly StatedItem[], read: (item: StatedItem) => T | undefined): T | undefined {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
