import type { Item } from '../model/roadmap';
import type { StatusCategory } from '../model/status';

export { count, listing } from '../words/count';

/** `PAY-12`; the title in quotes of an item without an ID of its own, since nobody knows the one that is made of it. */
export function nameOf({ id, title, derivedId }: Item): string {
  return derivedId && title !== '' ? `"${title}"` : id;
}

/** `PAY-12 Refund API`; the title in quotes where there is no ID of its own, and the ID alone where there is no title. */
export function headline(item: Item): string {
  return item.derivedId || item.title === item.id ? nameOf(item) : `${item.id} ${item.title}`;
}

/** `is done`, `was dropped`, `is still active`. */
export function stateSentence(category: StatusCategory): string {
  switch (category) {
    case 'done':
      return 'is done';
    case 'dropped':
      return 'was dropped';
    case 'planned':
    case 'active':
    case 'blocked':
      return `is still ${category}`;
  }
}

/** `Did you mean PAY-12?` with a space before it, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
}
