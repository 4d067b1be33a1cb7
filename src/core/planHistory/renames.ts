import { distance } from 'fastest-levenshtein';
import { splitId } from '../ids/itemId';
import type { StatedItem } from './statedItem';

/** Titles that differ by at most this part of their letters are one title that was reworded. */
const LARGEST_DIFFERENCE = 0.3;

/** More pairs are another plan, and comparing them takes long. */
const MOST_PAIRS = 10_000;

/**
 * Which of the items that came are ones that went, under another ID: an ID that is made of the title changes with it, and gives way
 * to one that a person writes; one that a person wrote gets another prefix. Only what can be nothing else is told: the same title,
 * or a similar one at the same place, of one item on either side, and of a written ID the same number too.
 *
 * @returns for the index of an item that came, the index of the one that went
 */
export function renamedItems(gone: readonly StatedItem[], come: readonly StatedItem[]): Map<number, number> {
  const former = gone.map((item, index) => ({ item, index })).filter(({ item }) => item.derivedId);
  const renamed = rekeyedItems(gone, come);
  if (former.length === 0 || former.length * come.length > MOST_PAIRS) {
    return renamed;
  }
  const isTaken = (index: number) => [...renamed.values()].includes(index);
  const pairUp = (mayBe: (a: StatedItem, b: StatedItem) => boolean): void => {
    come.forEach((item, index) => {
      const candidates = renamed.has(index)
        ? []
        : former.filter((each) => !isTaken(each.index) && mayBe(each.item, item));
      const [only] = candidates;
      const rivals = come.filter((rival, at) => !renamed.has(at) && only && mayBe(only.item, rival));
      if (only && candidates.length === 1 && rivals.length === 1) {
        renamed.set(index, only.index);
      }
    });
  };
  pairUp((a, b) => a.kind === b.kind && a.title === b.title);
  pairUp((a, b) => a.kind === b.kind && b.derivedId && a.parent === b.parent && isReworded(a.title, b.title));
  return renamed;
}

/** Whole plans get another prefix at once, so each item is looked for by name. */
function rekeyedItems(gone: readonly StatedItem[], come: readonly StatedItem[]): Map<number, number> {
  const places = (items: readonly StatedItem[]): ReadonlyMap<string, number | undefined> => {
    const byName = new Map<string, number | undefined>();
    items.forEach((item, place) => {
      const name = nameWithoutKey(item);
      if (name !== undefined) {
        byName.set(name, byName.has(name) ? undefined : place);
      }
    });
    return byName;
  };
  const former = places(gone);
  const renamed = new Map<number, number>();
  for (const [name, to] of places(come)) {
    const from = former.get(name);
    if (to !== undefined && from !== undefined) {
      renamed.set(to, from);
    }
  }
  return renamed;
}

/** undefined: the ID is no prefix and number that a person wrote. */
function nameWithoutKey({ id, derivedId, kind, title }: StatedItem): string | undefined {
  const parts = derivedId ? undefined : splitId(id);
  return parts && `${kind} ${parts.number}${parts.rest} ${title}`;
}

function isReworded(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  return longest > 0 && distance(a.toLowerCase(), b.toLowerCase()) / longest <= LARGEST_DIFFERENCE;
}
