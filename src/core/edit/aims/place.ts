import { t } from '../../words/t';
import type { Item, Roadmap, WorkItem } from '../../model/roadmap';
import { findItem, isWork, withItems } from '../items';
import { Refusal } from '../refusal';
import type { Destination } from '../roadmapEdit';
import type { Place } from '../writer';
import { aKind, aKindWithin } from '../../words/names';

/** Where a thing of this kind goes. @param moved the thing itself when it stands in the roadmap already */
export function placeOf(
  roadmap: Roadmap,
  kind: Item['kind'],
  to: Destination,
  moved: Item | undefined,
): Place | Refusal {
  const parent = to.under === undefined ? undefined : findItem(roadmap, to.under);
  if (to.under !== undefined && !isWork(parent)) {
    return new Refusal(t('{0} does not stand in {1} any more, so nothing was changed.', to.under, roadmap.path));
  }
  if (parent && !MAY_HOLD[parent.kind]?.has(kind)) {
    return new Refusal(t('{0} cannot hold {1}.', aKind(parent.kind), aKindWithin(kind)));
  }
  if (moved && isWork(parent) && (parent === moved || holds(moved, parent))) {
    return new Refusal(t('{0} cannot be moved into itself.', moved.id));
  }
  const all = siblingsOf(roadmap, kind, isWork(parent) ? parent : undefined);
  const others = all.filter((each) => each !== moved && each.kind === kind);
  const after = to.after === undefined ? undefined : all.find((each) => each.id === to.after);
  if (to.after !== undefined && after === undefined) {
    return new Refusal(
      to.under === undefined
        ? t('{0} does not stand at the top of {1} any more, so nothing was changed.', to.after, roadmap.path)
        : t('{0} does not stand under {1} any more, so nothing was changed.', to.after, to.under),
    );
  }
  if (after !== undefined && after === moved) {
    return new Refusal(t('{0} cannot be moved behind itself.', moved?.id ?? t('It')));
  }
  // As the first of all it stands in no release that another one happens to stand in.
  const siblings = after ? others : others.filter((each) => !isInsidePart(roadmap, each));
  const at = after ? all.indexOf(after) : -1;
  return {
    parent: isWork(parent) ? parent : undefined,
    siblings,
    after: all.slice(0, at + 1).findLast((each) => siblings.includes(each)),
    beside: after && !siblings.includes(after) ? after : undefined,
  };
}

/** Written inside a release or goal, which it therefore belongs to. */
function isInsidePart(roadmap: Roadmap, item: Item): boolean {
  return (
    roadmap.format !== 'markdown' &&
    isWork(item) &&
    ((item.release !== undefined && !item.fields.has('release')) ||
      (item.goal !== undefined && !item.fields.has('goal')))
  );
}

/** The roadmap with the thing at the place, which may be one of another state of the same roadmap. */
export function withItemAt(roadmap: Roadmap, item: Item, { parent, siblings, after }: Place): Roadmap {
  if (item.kind === 'risk') {
    return { ...roadmap, risks: inserted(roadmap.risks, item, siblings[0], after) };
  }
  if (!isWork(item)) {
    return roadmap;
  }
  if (!parent) {
    return { ...roadmap, work: inserted(roadmap.work, item, siblings[0], after) };
  }
  return withItems(roadmap, (each) =>
    isWork(each) && isSame(each, parent)
      ? { ...each, children: inserted(each.children, item, siblings[0], after) }
      : each,
  );
}

function inserted<T extends Item>(items: readonly T[], item: T, first: Item | undefined, after: Item | undefined): T[] {
  const at = after
    ? items.findIndex((each) => isSame(each, after)) + 1
    : first
      ? items.findIndex((each) => isSame(each, first))
      : items.length;
  return [...items.slice(0, at), item, ...items.slice(at)];
}

/** Also when what it holds has been replaced since. */
function isSame(a: Item, b: Item): boolean {
  return a === b || (a.headline === b.headline && a.fields === b.fields);
}

function siblingsOf(roadmap: Roadmap, kind: Item['kind'], parent: WorkItem | undefined): readonly Item[] {
  return kind === 'risk' ? roadmap.risks : parent ? parent.children : roadmap.work;
}

function holds(item: Item, candidate: WorkItem): boolean {
  return isWork(item) && item.children.some((child) => child === candidate || holds(child, candidate));
}

const MAY_HOLD: Readonly<Partial<Record<Item['kind'], ReadonlySet<Item['kind']>>>> = {
  epic: new Set(['story', 'task']),
  story: new Set(['story', 'task']),
  task: new Set(['task']),
};
