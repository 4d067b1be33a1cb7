import type { Item, Roadmap, WorkItem } from '../model/roadmap';
import type { Draft } from './itemBase';

const MOST_WORDS = 8;
const LONGEST_SLUG = 60;

/** Words of a parent before those of an item. */
const PARENT_WORDS = 4;

/** An item without an ID, with the words that its ID can be made of. */
interface Nameless {
  readonly draft: Draft<Item>;
  readonly base: string;
  /** With the words of the item or release around it; undefined: it stands in none. */
  readonly qualified: string | undefined;
}

/**
 * Gives every item without an ID one that is made from its title’s words: `Refund API` is `refund-api`. Items of the same title
 * are told apart by the item or release around them, `cards-refund-api`, and only in the same one by a number. So an ID depends
 * on no other item as long as titles differ, and on no order as long as parents do. It is never one that a person wrote.
 */
export function giveDerivedIds(roadmap: Pick<Roadmap, 'goals' | 'releases' | 'work' | 'risks'>): void {
  const taken = new Set<string>();
  const byBase = new Map<string, Nameless[]>();
  visitItems(roadmap, (draft, parent) => {
    if (!draft.derivedId) {
      taken.add(draft.id);
      return;
    }
    const base = baseOf(draft);
    const around = parent ? slugOf(parent) : draft.kind === 'release' ? '' : releaseSlug(draft);
    const words = around.split('-').slice(0, PARENT_WORDS).join('-');
    const each = { draft, base, qualified: words === '' ? undefined : `${words}-${base}` };
    const same = byBase.get(base);
    if (same) {
      same.push(each);
    } else {
      byBase.set(base, [each]);
    }
  });
  const groups = [...byBase.values()];
  const isPlain = ({ base, qualified }: Nameless, group: readonly Nameless[]) =>
    qualified === undefined || (group.length === 1 && !taken.has(base));
  const plain = groups.flatMap((group) => group.filter((each) => isPlain(each, group)));
  const others = groups.flatMap((group) => group.filter((each) => !isPlain(each, group)));
  const counts = new Map<string, number>();
  plain.forEach(({ draft, base }) => give(draft, base, taken, counts));
  others.forEach(({ draft, base, qualified }) => give(draft, qualified ?? base, taken, counts));
}

function give(draft: Draft<Item>, base: string, taken: Set<string>, counts: Map<string, number>): void {
  let count = counts.get(base) ?? 0;
  let id: string;
  do {
    count += 1;
    id = count === 1 ? base : `${base}-${count}`;
  } while (taken.has(id));
  counts.set(base, count);
  taken.add(id);
  draft.id = id;
}

/** Everything that may have a derived ID, in the order in which they are given; a parent before its children. */
export function visitItems(
  { goals, releases, work, risks }: Pick<Roadmap, 'goals' | 'releases' | 'work' | 'risks'>,
  visit: (draft: Draft<Item>, parent: Item | undefined) => void,
): void {
  const visitWork = (items: readonly WorkItem[], parent: Item | undefined) => {
    for (const item of items) {
      visit(item, parent);
      visitWork(item.children, item);
    }
  };
  goals.forEach((item) => visit(item, undefined));
  releases.forEach((item) => visit(item, undefined));
  visitWork(work, undefined);
  risks.forEach((item) => visit(item, undefined));
}

function baseOf(draft: Draft<Item>): string {
  // A release is named by stories as it is written: `release: v2.0`.
  const base = draft.kind === 'release' ? draft.title.trim() : slugOf(draft);
  return base === '' ? draft.kind : base;
}

function releaseSlug(item: Draft<Item> & Partial<Pick<WorkItem, 'release'>>): string {
  return item.release ? slug(item.release.name) : '';
}

/** Made once for an item: the same items are named again after each edit of a long file. */
const SLUGS = new WeakMap<Item, string>();

function slugOf(item: Item): string {
  const known = SLUGS.get(item);
  if (known !== undefined) {
    return known;
  }
  const made = slug(item.title);
  SLUGS.set(item, made);
  return made;
}

/**
 * Letters and digits of any script, in lower case, words joined by `-`. Only Latin letters go without their marks: in other scripts,
 * such as Japanese and Hindi, these make another letter.
 */
function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  return (words ?? []).slice(0, MOST_WORDS).join('-').slice(0, LONGEST_SLUG).replace(/-$/, '');
}
