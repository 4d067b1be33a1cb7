import type { Roadmap, WorkItem } from '../../model/roadmap';

/**
 * The same roadmaps, in which items of item files give way where another item bears their ID and it is not for a person to
 * mend: those without an ID of their own, which get a number (`login-2`), and those that were put away, which are copies, or whose
 * ID is in use again, as Backlog.md does it. Roadmaps without such items are given back as they are.
 */
export function withUniqueIds(roadmaps: readonly Roadmap[]): readonly Roadmap[] {
  if (!roadmaps.some(givesWay)) {
    return roadmaps;
  }
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  for (const roadmap of roadmaps) {
    if (!givesWay(roadmap)) {
      takeIds(roadmap.work, taken);
    }
  }
  return roadmaps.map((roadmap) => {
    const [item] = roadmap.work;
    if (!item || !givesWay(roadmap)) {
      return roadmap;
    }
    const id = freeId(item.id, taken, counts);
    taken.add(id);
    return id === item.id ? roadmap : { ...roadmap, work: [renamed({ ...item, derivedId: true }, item.id, id)] };
  });
}

function givesWay({ itemFile, work }: Roadmap): boolean {
  const [item] = work;
  return itemFile !== undefined && item !== undefined && (item.derivedId || itemFile.standing === 'archived');
}

function takeIds(items: readonly WorkItem[], taken: Set<string>): void {
  for (const item of items) {
    taken.add(item.id);
    takeIds(item.children, taken);
  }
}

function freeId(id: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  let count = counts.get(id) ?? 1;
  let free = id;
  while (taken.has(free)) {
    count += 1;
    free = `${id}-${count}`;
  }
  counts.set(id, count);
  return free;
}

/** Its tasks' IDs begin with its own. Aliases are spellings of the ID that it has no more. */
function renamed(item: WorkItem, from: string, to: string): WorkItem {
  const id = item.id.startsWith(from) ? `${to}${item.id.slice(from.length)}` : item.id;
  return { ...item, id, aliases: [], children: item.children.map((child) => renamed(child, from, to)) };
}
