import type { Item } from '../model/roadmap';
import type { StatusCategory } from '../model/status';

/** `PAY-12`; the title in quotes of an item without an ID of its own, since nobody knows the one that is made of it. */
export function nameOf({ id, title, derivedId }: Item): string {
  return derivedId && title !== '' ? `"${title}"` : id;
}

/** `PAY-12 Refund API`; the title in quotes where there is no ID of its own, and the ID alone where there is no title. */
export function headline(item: Item): string {
  return item.derivedId || item.title === item.id ? nameOf(item) : `${item.id} ${item.title}`;
}

/** `1 file`, `3 files`, `1,204 stories`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${groupDigits(number)} ${number === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`; of a longer list the first `most` and how many more there are. */
export function listing(words: readonly string[], most = 3): string {
  const shown = words.length > most + 1 ? words.slice(0, most) : words;
  const hidden = words.length - shown.length;
  const parts = hidden > 0 ? [...shown, `${groupDigits(hidden)} more`] : shown;
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
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

function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
