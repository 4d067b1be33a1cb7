import { canonicalId } from '../../ids/canonicalId';
import type { Item, Named, Roadmap } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { isWork, itemsOf, withDerivedIds, withItems } from '../items';

/** The roadmap with the item under its new ID, and everything that names it. */
export function withNewId(roadmap: Roadmap, item: Item, newId: string): Roadmap {
  return withDerivedIds(withMentions(renamed(roadmap, item, newId), item, newId));
}

/** The roadmap with the item under its new ID, and everything that names it as it is. */
export function withOwnId(roadmap: Roadmap, item: Item, newId: string): Roadmap {
  return withDerivedIds(renamed(roadmap, item, newId));
}

function renamed(roadmap: Roadmap, item: Item, newId: string): Roadmap {
  // What has no title goes by its ID.
  const title = item.title === '' || (!item.fields.has('title') && !item.derivedId) ? newId : item.title;
  return withItems(roadmap, (each) => (each === item ? { ...each, id: newId, derivedId: false, title } : each));
}

/** The roadmap with everything that names the item naming its new ID, but the item as it is. */
export function withMentions(roadmap: Roadmap, item: Item, newId: string): Roadmap {
  const name = (named: Named): Named => (names(named, item) ? { ...named, name: newId } : named);
  const maybe = (named: Named | undefined) => named && name(named);
  return withItems(roadmap, (each) => {
    if (isWork(each)) {
      const { depends, epic, goal, release } = each;
      return {
        ...each,
        ...(isWork(item) && { depends: depends.map(name), epic: maybe(epic) }),
        ...(item.kind === 'release' && { release: maybe(release) }),
        ...(item.kind === 'goal' && { goal: maybe(goal) }),
      };
    }
    return each.kind === 'risk' && isWork(item)
      ? { ...each, items: each.items.map(name), mitigation: maybe(each.mitigation) }
      : each;
  });
}

/** Every place of a roadmap where a field of something else names the item. */
export function placesThatName(roadmap: Roadmap, item: Item): readonly Span[] {
  const places = itemsOf(roadmap).flatMap((each): readonly (Named | undefined)[] => {
    if (isWork(each)) {
      // What an item has from the place where it stands is no word of its own.
      const release = each.fields.has('release') ? each.release : undefined;
      const goal = each.fields.has('goal') ? each.goal : undefined;
      return item.kind === 'release' ? [release] : item.kind === 'goal' ? [goal] : [...each.depends, each.epic];
    }
    return each.kind === 'risk' && isWork(item) ? [...each.items, each.mitigation] : [];
  });
  const isMeant = isWork(item) || item.kind === 'release' || item.kind === 'goal';
  return places.flatMap((named) => (isMeant && named && names(named, item) ? [named.span] : []));
}

/** Releases are named freely, all else by its ID. */
function names({ name }: Named, item: Item): boolean {
  return item.kind === 'release'
    ? name.trim().toLowerCase() === item.id.trim().toLowerCase()
    : canonicalId(name) === canonicalId(item.id);
}
