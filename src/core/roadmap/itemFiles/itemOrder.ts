import { compareIds } from '../../ids/itemId';
import type { Roadmap } from '../../model/roadmap';

/** Orders the files of items: as people ordered them, then by ID as people count, drafts and what was put away last. */
export function inItemOrder(roadmaps: readonly Roadmap[]): readonly Roadmap[] {
  return roadmaps
    .map((roadmap) => ({ roadmap, place: placeOf(roadmap) }))
    .sort((a, b) => comparePlaces(a.place, b.place) || (a.roadmap.path < b.roadmap.path ? -1 : 1))
    .map(({ roadmap }) => roadmap);
}

/** Whether one may take the other's place among the rest. undefined: there is no item. */
export function hasSameOrder(a: Roadmap | undefined, b: Roadmap | undefined): boolean {
  return a && b ? JSON.stringify(placeOf(a)) === JSON.stringify(placeOf(b)) : a === b;
}

interface Place {
  readonly group: number;
  readonly order: number;
  readonly id: string;
}

const GROUPS = { planned: 0, draft: 1, archived: 2 } as const;

function placeOf({ itemFile, work, releases, goals, risks }: Roadmap): Place {
  return {
    group: GROUPS[itemFile?.standing ?? 'planned'],
    order: itemFile?.order ?? Number.MAX_VALUE,
    id: [work, releases, goals, risks].find((each) => each.length > 0)?.[0]?.id ?? '',
  };
}

function comparePlaces(a: Place, b: Place): number {
  return a.group - b.group || a.order - b.order || compareIds(a.id, b.id);
}
