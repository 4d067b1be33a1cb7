import { t } from '../words/t';
import { dayOfTimestamp, formatDayShort, type Day } from '../model/calendar';
import type { Related, RelatedCommit } from '../model/finding';
import type { Item } from '../model/roadmap';
import type { Place } from '../model/span';
import type { LinkedAnnotation, LinkedCommit } from '../trace/evidence';
import { type Lazy, lazily } from './lazily';
import type { Draft } from './rule';
import { headline } from './wording';

/** More related places than this are never read, and a client may have to draw them all. */
export const MOST_RELATED = 50;

/** The value of a field, where the item states it, else the item's headline. */
export function fieldPlace(item: Item, field: string): Place {
  return { path: item.path, span: item.fields.get(field)?.value ?? item.headline };
}

export function headlinePlace(item: Item): Place {
  return { path: item.path, span: item.headline };
}

export function annotationPlace({ file, annotation }: LinkedAnnotation): Place {
  return { path: file.path, span: annotation.span };
}

/** @param message undefined: the item's ID and title */
export function relatedItem(item: Item, message = headline(item)): Related {
  return { message, place: headlinePlace(item) };
}

/** The item alone. */
export function itself(item: Item): readonly Related[] {
  return [relatedItem(item)];
}

/**
 * {@link relatedItem} of each, the first of many only, made when it is read where that can be.
 *
 * @param item that of the finding
 */
export function relatedItems(others: readonly Item[], item: Item): Draft['related'] {
  return others.every(({ path }) => path === item.path) ? lazily(itemsOf, others) : itemsOf(others);
}

function itemsOf(items: readonly Item[]): readonly Related[] {
  return items.slice(0, MOST_RELATED).map((item) => relatedItem(item));
}

/** The same of one. */
export function relatedOther(other: Item, item: Item): Draft['related'] {
  return other.path === item.path ? lazily(itself, other) : itself(other);
}

export function relatedAnnotations(links: readonly LinkedAnnotation[]): Related[] {
  return links.slice(0, MOST_RELATED).map((link) => ({
    message: `${link.annotation.tag}: ${link.annotation.message || t('without a message')}`,
    place: annotationPlace(link),
  }));
}

type Commits = readonly Pick<LinkedCommit, 'commit'>[];

/** {@link relatedCommits}, made when they are read. */
export function lazyCommits(links: Commits, today: Day): Lazy<readonly RelatedCommit[]> {
  return lazily(commitsOf, { links, today });
}

function commitsOf({ links, today }: { readonly links: Commits; readonly today: Day }): RelatedCommit[] {
  return relatedCommits(links, today);
}

/** `3 Aug, Ana Lima: PAY-12: refunds`, newest first. */
export function relatedCommits(links: Commits, today: Day): RelatedCommit[] {
  return links.slice(0, MOST_RELATED).map(({ commit }) => {
    const day = dayOfTimestamp(commit.date);
    const when = day === undefined ? commit.date : formatDayShort(day, today);
    return { message: `${when}, ${commit.author}: ${commit.subject}`, commit: commit.sha };
  });
}
