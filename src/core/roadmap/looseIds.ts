import { looksLikeId } from '../ids/itemId';
import type { Item, Roadmap } from '../model/roadmap';
import { visitItems } from './derivedIds';
import type { Draft } from './itemBase';

/**
 * Takes back what looked like an ID, but is only a number or a key that counts inside its list: `1`, `2`, `3` in each phase, `core` and
 * `tests` in each. An ID of such a form that stands twice in one list stays: there it is a mistake.
 *
 * @returns whether there are any of that form, so that each depends on the others
 */
export function looseIdsMadeDerived(roadmap: Roadmap): boolean {
  const byId = new Map<string, Loose[]>();
  visitItems(roadmap, (draft, parent) => {
    if (isLoose(draft)) {
      const loose = { draft, list: parent ?? listOf(draft) };
      const same = byId.get(draft.id);
      if (same) {
        same.push(loose);
      } else {
        byId.set(draft.id, [loose]);
      }
    }
  });
  for (const same of byId.values()) {
    const lists = new Set(same.map(({ list }) => list));
    if (same.length > 1 && lists.size === same.length) {
      same
        .filter(({ draft }) => isWork(draft) || same.some((other) => isOther(other.draft, draft)))
        .forEach(({ draft }) => derive(draft));
    }
  }
  return byId.size > 0;
}

interface Loose {
  readonly draft: Draft<Item>;
  /** The list that it stands in: its parent, or where the thing around it begins. */
  readonly list: Item | string;
}

function listOf(draft: Draft<Item>): string {
  return 'release' in draft ? `${draft.release?.span.start} ${draft.goal?.span.start}` : draft.kind;
}

function isOther(other: Draft<Item>, draft: Draft<Item>): boolean {
  return other !== draft && other.kind === draft.kind;
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
