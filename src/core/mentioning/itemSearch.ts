import { isSpellingOf } from '../ids/canonicalId';
import type { Item } from '../model/roadmap';
import type { Plan } from '../trace/plan';

export interface FoundItem {
  readonly item: Item;
  /** The smaller, the better it fits; 0: it is the ID. */
  readonly rank: number;
}

/**
 * Everything that a plan declares and whose ID or title has all words that are typed, in any order and letter case: best first,
 * and in the plan's order where several fit as well. Nothing typed finds everything.
 *
 * @param limit how many are wanted at most
 */
export function searchItems({ items }: Plan, query: string, limit: number): readonly FoundItem[] {
  const typed = wordsOf(query);
  return items
    .flatMap((item): FoundItem | [] => {
      const rank = rankOf(item, typed, query.trim());
      return rank === undefined ? [] : { item, rank };
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit);
}

/** undefined: a word is missing. */
function rankOf(item: Item, typed: readonly string[], query: string): number | undefined {
  const id = item.derivedId ? '' : item.id.toLowerCase();
  if (id !== '' && isSpellingOf(query, item.id)) {
    return 0;
  }
  if (id !== '' && query !== '' && id.startsWith(query.toLowerCase())) {
    return 1;
  }
  const words = [...(id === '' ? [] : [id, ...id.split(/[-_./]/)]), ...wordsOf(item.title)];
  if (typed.every((each) => words.some((word) => word.startsWith(each)))) {
    return 2;
  }
  return typed.every((each) => words.some((word) => word.includes(each))) ? 3 : undefined;
}

/** In small letters, without the signs around them. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}#][\p{L}\p{M}\p{N}#._/-]*/gu) ?? [];
}
