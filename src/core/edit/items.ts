import { canonicalId } from '../ids/canonicalId';
import type { Item, Roadmap, WorkItem } from '../model/roadmap';
import { keepOwnId } from '../roadmap/itemFiles/finishItem';
import { giveDerivedIds } from '../roadmap/derivedIds';

/** Every thing that a roadmap declares, work before what it holds. */
export function itemsOf({ goals, releases, work, risks }: Roadmap): readonly Item[] {
  return [...goals, ...releases, ...workOf(work), ...risks];
}

function workOf(items: readonly WorkItem[]): WorkItem[] {
  return items.flatMap((item) => [item, ...workOf(item.children)]);
}

/** The first one with the ID, since that answers for it. A written ID goes before a derived one. */
export function findItem(roadmap: Roadmap, id: string): Item | undefined {
  const named = itemsOf(roadmap).filter((item) => canonicalId(item.id) === canonicalId(id));
  return named.find((item) => !item.derivedId) ?? named[0];
}

export function isWork(item: Item | undefined): item is WorkItem {
  return item?.kind === 'epic' || item?.kind === 'story' || item?.kind === 'task';
}

/** The roadmap with other things in the place of some; what the new ones hold is replaced after them. */
export function withItems(roadmap: Roadmap, replace: <T extends Item>(item: T) => T): Roadmap {
  const replaceWork = (item: WorkItem): WorkItem => {
    const next = replace(item);
    const children = next.children.map(replaceWork);
    return children.every((child, index) => child === next.children[index]) ? next : { ...next, children };
  };
  return {
    ...roadmap,
    goals: roadmap.goals.map(replace),
    releases: roadmap.releases.map(replace),
    work: roadmap.work.map(replaceWork),
    risks: roadmap.risks.map(replace),
  };
}

/** The roadmap with derived IDs as the titles that it now has give them. */
export function withDerivedIds(roadmap: Roadmap): Roadmap {
  const fresh = withItems(roadmap, (item) => (item.derivedId ? { ...item, id: '' } : item));
  giveDerivedIds(fresh);
  const [own] = roadmap.work;
  const [item] = fresh.work;
  if (roadmap.itemFile && own && item) {
    // The file's name, or its folder, gave it; only tasks go by their titles.
    keepOwnId(item, own.id);
  }
  return fresh;
}
