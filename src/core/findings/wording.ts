import { t } from '../words/t';
import type { Item } from '../model/roadmap';
import type { StatusCategory } from '../model/status';
import { stateWord } from '../words/names';

export { count, listing, listingOf } from '../words/count';

/** `PAY-12`; the title in quotes of an item without an ID of its own, since nobody knows the one that is made of it. */
export function nameOf({ id, title, derivedId }: Item): string {
  return derivedId && title !== '' ? `"${title}"` : id;
}

/** `PAY-12 Refund API`; the title in quotes where there is no ID of its own, and the ID alone where there is no title. */
export function headline(item: Item): string {
  return item.derivedId || item.title === item.id ? nameOf(item) : `${item.id} ${item.title}`;
}

/** `PAY-12 is done`, `PAY-12 was dropped`, `PAY-12 is still active`. */
export function stateSentence(name: string, category: StatusCategory): string {
  switch (category) {
    case 'done':
      return t('{0} is done', name);
    case 'dropped':
      return t('{0} was dropped', name);
    case 'planned':
    case 'active':
    case 'blocked':
      return t('{0} is still {1}', name, stateWord(category));
  }
}

/** `which is done`: the same behind a name. */
export function whichState(category: StatusCategory): string {
  switch (category) {
    case 'done':
      return t('which is done');
    case 'dropped':
      return t('which was dropped');
    case 'planned':
    case 'active':
    case 'blocked':
      return t('which is still {0}', stateWord(category));
  }
}

/** `Did you mean PAY-12?` with a space before it, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` ${t('Did you mean {0}?', suggestion)}`;
}
