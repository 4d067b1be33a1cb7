import type { Goal, Item, Person, Release, Risk, Roadmap, WorkItem } from '../model/roadmap';

/** All that roadmap files declare, file by file. */
export interface PlanLists {
  readonly roadmaps: readonly Roadmap[];
  /** In the order: goals, releases, work (each before its children), risks. */
  readonly items: readonly Item[];
  readonly workItems: readonly WorkItem[];
  readonly releases: readonly Release[];
  readonly goals: readonly Goal[];
  readonly risks: readonly Risk[];
  readonly team: readonly Person[];
  /** For each of {@link workItems} the place in that list of what it is nested in; -1: nothing. */
  readonly nestedIn: Int32Array;
}

export function listsOf(roadmaps: readonly Roadmap[]): PlanLists {
  const workItems: WorkItem[] = [];
  const nestedIn: number[] = [];
  const items: Item[] = [];
  const add = (item: WorkItem, holder: number): void => {
    const place = workItems.push(item) - 1;
    nestedIn.push(holder);
    items.push(item);
    for (const child of item.children) {
      add(child, place);
    }
  };
  for (const { goals, releases, work, risks } of roadmaps) {
    items.push(...goals, ...releases);
    for (const item of work) {
      add(item, -1);
    }
    items.push(...risks);
  }
  return {
    roadmaps,
    items,
    workItems,
    releases: roadmaps.flatMap((roadmap) => roadmap.releases),
    goals: roadmaps.flatMap((roadmap) => roadmap.goals),
    risks: roadmaps.flatMap((roadmap) => roadmap.risks),
    team: roadmaps.flatMap((roadmap) => roadmap.team),
    nestedIn: Int32Array.from(nestedIn),
  };
}

/** Narrows to what code and commits are linked to. */
export function asWork(item: Item | undefined): WorkItem | undefined {
  return isWork(item) ? item : undefined;
}

export function isWork(item: Item | undefined): item is WorkItem {
  return item?.kind === 'epic' || item?.kind === 'story' || item?.kind === 'task';
}
