import { looksLikeId } from '../ids/itemId';
import type { Item } from '../model/roadmap';
import type { Draft } from './itemBase';

/**
 * Takes back what looked like an ID, but is only a number or a key that counts inside its list: `1`, `2`, `3` in each phase, `core` and
 * `tests` in each. An ID of such a form that stands twice in one list stays: there it is a mistake.
 *
 * @returns whether there are any of that form, so that each depends on the others
 */
export function looseIdsMadeDerived(drafts: readonly Draft<Item>[]): boolean {
  const byId = new Map<string, Draft<Item>[]>();
  for (const draft of drafts) {
    if (isLoose(draft)) {
      const same = byId.get(draft.id);
      if (same) {
        same.push(draft);
      } else {
        byId.set(draft.id, [draft]);
      }
    }
  }
  const parents = [...byId.values()].some((same) => same.length > 1) ? parentsOf(drafts) : undefined;
  for (const same of parents ? byId.values() : []) {
    const lists = new Set(same.map((draft) => parents?.get(draft)));
    if (same.length > 1 && lists.size === same.length) {
      same
        .filter((draft) => isWork(draft) || same.some((other) => other !== draft && other.kind === draft.kind))
        .forEach(derive);
    }
  }
  return byId.size > 0;
}

/** Whether it is of those that give way: where a release and a task are called 1, the release stays. */
function isWork(draft: Draft<Item>): boolean {
  return 'children' in draft;
}

function derive(draft: Draft<Item>): void {
  draft.id = '';
  draft.derivedId = true;
}

/** A number alone, or the key of a mapping that has no form of an ID. */
export function isLoose({ id, derivedId, fields }: Item): boolean {
  return (
    !derivedId &&
    (/^\d+$/.test(id) || (fields.get('id')?.key === undefined && /^[\p{L}_]+$/u.test(id) && !looksLikeId(id)))
  );
}

/** The list that an item stands in, as its parent, or as where the thing around it begins. */
function parentsOf(drafts: readonly Draft<Item>[]): ReadonlyMap<Draft<Item>, Item | string> {
  const parents = new Map<Draft<Item>, Item | string>();
  for (const draft of drafts) {
    if ('children' in draft) {
      draft.children.forEach((child) => parents.set(child, draft));
    }
    if (!parents.has(draft)) {
      const around = 'release' in draft ? `${draft.release?.span.start} ${draft.goal?.span.start}` : draft.kind;
      parents.set(draft, around);
    }
  }
  return parents;
}
