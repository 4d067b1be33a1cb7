import { t } from '../words/t';
import { issueNumberOf } from '../ids/canonicalId';
import { slugOf } from './slug';

/** What of an item its branch can be named by. */
export interface NamedItem {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

/** Longer ones are cut, words first: forges, shells and tables show no more. The ID is never cut. */
const LONGEST = 60;

/** The parts of a template: `{id}` must be one, or nobody could tell which story a branch is for. */
const PLACEHOLDER = /\{(id|title|kind|user)\}/g;

/** One sentence that says why a template cannot be used; undefined: it can. */
export function templateProblem(template: string): string | undefined {
  if (!template.includes('{id}')) {
    return t('it has no {id}, by which a branch is known to be that of a story');
  }
  const unknown = /\{[^{}]*\}/.exec(template.replace(PLACEHOLDER, ''))?.[0];
  return unknown === undefined
    ? undefined
    : t('nothing is known of {0}; there are {id}, {title}, {kind} and {user}', unknown);
}

/**
 * The name of an item's branch: one that git takes, whatever the template and the title hold.
 *
 * @param user name of the person at work; empty: unknown
 */
export function branchNameOf(template: string, item: NamedItem, user: string): string {
  const number = issueNumberOf(item.id);
  // Behind a `#` a shell reads nothing.
  const id = number === undefined ? item.id : `GH-${number}`;
  const fill = (title: string): string => {
    const values: Readonly<Record<string, string>> = { id, title, kind: slugOf(item.kind), user: slugOf(user) };
    return safeName(template.replace(PLACEHOLDER, (_, name: string) => values[name] ?? ''));
  };
  const title = slugOf(item.title);
  const room = LONGEST - (fill('x').length - 1);
  return fill(shortened(title, Math.max(room, 0)));
}

/** Whole words, where one fits. */
function shortened(slug: string, length: number): string {
  const cut = slug.slice(0, length);
  if (slug.length <= length || slug.charAt(length) === '-') {
    return cut;
  }
  const words = cut.slice(0, Math.max(cut.lastIndexOf('-'), 0));
  return words.length * 2 < length ? cut : words;
}

/**
 * Mends what `git check-ref-format` forbids, and what it allows but people stumble over: a `-` at the beginning of a part, a `-` at
 * its end, and none of the words between two slashes.
 */
function safeName(name: string): string {
  const parts = name
    .normalize('NFC')
    .replace(/[\p{Cc} ~^:?*[\]\\"'`$&|;<>(){}!#%@,\p{C}\p{Z}]+/gu, '-')
    .split('/')
    .map(safePart)
    .filter((part) => part !== '');
  const safe = parts.join('/');
  return safe === 'HEAD' ? 'head' : safe;
}

function safePart(part: string): string {
  const trimmed = part
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .slice(0, LONGEST_PART)
    .replace(/^[-.]+|[-.]+$/g, '');
  return /\.lock$/i.test(trimmed) ? safePart(trimmed.slice(0, -'.lock'.length)) : trimmed;
}

/** File systems hold names of 255 bytes, of which git needs some for a lock; letters of an ID may be of three bytes. */
const LONGEST_PART = 80;
