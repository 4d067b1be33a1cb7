import type { Item } from '../model/roadmap';
import type { Draft } from './itemBase';

const MOST_WORDS = 8;
const LONGEST_SLUG = 60;

/**
 * Gives every item without an ID one that is made from its title's words: `Refund API` is `refund-api`, a second one
 * `refund-api-2`. It does not depend on the items around it as long as titles differ, and is never one that a person wrote.
 */
export function giveDerivedIds(drafts: readonly Draft<Item>[]): void {
  const taken = new Set(drafts.filter((draft) => !draft.derivedId).map((draft) => draft.id));
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.derivedId) {
      draft.id = freeId(baseOf(draft), taken, counts);
      taken.add(draft.id);
    }
  }
}

function baseOf(draft: Draft<Item>): string {
  // A release is named by stories as it is written: `release: v2.0`.
  const base = draft.kind === 'release' ? draft.title.trim() : slugOf(draft.title);
  return base === '' ? draft.kind : base;
}

function freeId(base: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  let count = counts.get(base) ?? 0;
  let id: string;
  do {
    count += 1;
    id = count === 1 ? base : `${base}-${count}`;
  } while (taken.has(id));
  counts.set(base, count);
  return id;
}

/** Letters and digits of any script, in lower case, words joined by `-`. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).slice(0, MOST_WORDS).join('-').slice(0, LONGEST_SLUG).replace(/-$/, '');
}
